import os
import pathlib

from celery import Celery

password = pathlib.Path(os.environ["BROKER_PASSWORD_FILE"]).read_text().strip()
app = Celery("mailer", broker=f"amqp://mailer:{password}@{os.environ['BROKER_HOST']}:5672//")
app.conf.beat_schedule = {"digest": {"task": "mailer.tasks.digest", "schedule": 3600.0}}


@app.task
def digest() -> None:
    print("sending the digest")
