import os
from pathlib import Path


def secret(name):
    return Path(os.environ[name + "_FILE"]).read_text().strip()


SECRET_KEY = secret("DJANGO_SECRET_KEY") or "only to collect static files"
ROOT_URLCONF = "library.urls"
INSTALLED_APPS = ["django.contrib.staticfiles", "catalogue"]
STATIC_URL = "/static/"
STATIC_ROOT = "staticfiles"
MEDIA_ROOT = "media"
