package main

import (
	"flag"
	"os"
)

func main() {
	health := flag.Bool("health", false, "ask whether the worker is well")
	flag.Parse()
	if *health {
		os.Exit(0)
	}
	select {}
}
