defmodule Board.Repo.Migrations.CreateCards do
  use Ecto.Migration

  def change, do: create(table(:cards))
end
