import Config
config :board, BoardWeb.Endpoint, http: [ip: {0, 0, 0, 0}, port: 4000], code_reloader: true
