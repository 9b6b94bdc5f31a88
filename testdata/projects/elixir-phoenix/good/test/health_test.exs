defmodule HealthTest do
  use ExUnit.Case
  test "is well", do: assert Board.Health.check!() == :ok
end
