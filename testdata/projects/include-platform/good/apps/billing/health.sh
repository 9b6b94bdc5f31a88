#!/bin/sh
exec java -cp /app/BOOT-INF/classes example.billing.Health http://127.0.0.1:8080/actuator/health
