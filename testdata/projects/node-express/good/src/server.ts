import express from "express";

const app = express();
app.get("/health", (_, response) => response.json({ ok: true }));

const server = app.listen(3000);
process.on("SIGTERM", () => server.close());
