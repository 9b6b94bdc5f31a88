module example.com/linkcheck

go 1.25

require github.com/nats-io/nats.go v1.47.0
