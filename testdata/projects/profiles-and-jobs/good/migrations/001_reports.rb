Sequel.migration do
  change { create_table(:reports) { primary_key :id } }
end
