import urllib.request

urllib.request.urlopen("http://127.0.0.1:4000/api/health", timeout=2)
