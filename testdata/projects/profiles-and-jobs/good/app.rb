require "roda"

class App < Roda
  route do |r|
    r.get("up") { "ok" }
  end
end
