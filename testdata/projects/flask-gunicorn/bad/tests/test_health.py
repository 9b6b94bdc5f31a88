from shop import create_app


def test_health():
    assert create_app().test_client().get("/healthz").status_code == 200
