from fastapi import FastAPI

app = FastAPI()


@app.get("/ready")
def ready() -> dict[str, bool]:
    return {"ready": True}
