package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

var version = "dev"

func main() {
	if len(os.Args) > 1 && os.Args[1] == "health" {
		if _, err := http.Get("http://127.0.0.1:8080/health"); err != nil {
			os.Exit(1)
		}
		return
	}
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, version) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
