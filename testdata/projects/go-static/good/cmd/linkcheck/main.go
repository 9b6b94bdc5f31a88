package main

import (
	"flag"
	"net/http"
)

var version = "dev"

func main() {
	listen := flag.String("listen", ":9090", "address")
	flag.Parse()
	http.ListenAndServe(*listen, http.DefaultServeMux)
}
