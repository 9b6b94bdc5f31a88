const path = require("path");

module.exports = {
  entry: "./assets/js/main.js",
  output: { path: path.resolve(__dirname, "app/static/dist"), filename: "main.js" },
};
