// Command serve shows the built site on this machine only.
//
//	PORT=8080 go run ./site/serve [-dir dist/site]
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"suanqing/site/web"
)

func main() {
	dir := flag.String("dir", "dist/site", "the built site")
	flag.Parse()
	if err := run(*dir, os.Getenv("PORT")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir, port string) error {
	if port == "" {
		port = "8080"
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("no site in %s: run go run ./site/build first", dir)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("port %s is taken: choose another, for instance PORT=8081 make serve", port)
	}
	if err != nil {
		return err
	}
	_, port, _ = net.SplitHostPort(listener.Addr().String())
	fmt.Printf("算清 http://localhost:%s\n", port)
	server := &http.Server{Handler: web.Handler(os.DirFS(dir)), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}
