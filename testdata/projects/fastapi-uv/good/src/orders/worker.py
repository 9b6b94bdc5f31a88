class Settings:
    functions = []
