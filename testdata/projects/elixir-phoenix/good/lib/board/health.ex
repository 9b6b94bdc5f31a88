defmodule Board.Health do
  def check!, do: :ok
end
