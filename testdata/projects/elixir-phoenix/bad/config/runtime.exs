import Config

if config_env() == :prod do
  secret = File.read!("/run/secrets/secret_key_base") |> String.trim()
  config :board, BoardWeb.Endpoint, secret_key_base: secret, http: [ip: {0, 0, 0, 0}, port: 4000]
end
