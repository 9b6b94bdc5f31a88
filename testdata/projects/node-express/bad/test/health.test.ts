import test from "node:test";

test("health", () => {});
