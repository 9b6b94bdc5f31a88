from app import create_app


def test_healthz():
    assert create_app().test_client().get("/healthz").text == "ok"
