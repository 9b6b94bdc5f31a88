import os
import pathlib

DB_PASSWORD = pathlib.Path(os.environ["DB_PASSWORD_FILE"]).read_text().strip()
DB_URL = f"postgresql://shop:{DB_PASSWORD}@{os.environ['DB_HOST']}:5432/shop"
