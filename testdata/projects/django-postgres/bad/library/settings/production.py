from .base import *

DEBUG = False
ALLOWED_HOSTS = ["library.example.com", "localhost"]
