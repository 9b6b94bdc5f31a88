FROM alpine:3.22
WORKDIR /app
COPY app.txt .
USER 999
CMD ["app"]
