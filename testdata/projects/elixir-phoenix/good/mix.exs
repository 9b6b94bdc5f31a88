defmodule Board.MixProject do
  use Mix.Project

  def project, do: [app: :board, version: "0.8.0", elixir: "~> 1.19", deps: deps(), aliases: aliases()]
  def application, do: [mod: {Board.Application, []}]

  defp deps do
    [
      {:phoenix, "~> 1.8"},
      {:bandit, "~> 1.8"},
      {:postgrex, "~> 0.21"},
      {:esbuild, "~> 0.10", runtime: Mix.env() == :dev},
      {:phoenix_live_reload, "~> 1.6", only: :dev}
    ]
  end

  defp aliases, do: ["assets.deploy": ["esbuild board --minify", "phx.digest"]]
end
