bind "tcp://0.0.0.0:3000"
workers 2
