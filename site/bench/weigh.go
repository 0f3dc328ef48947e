package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// weights are the bytes of a first load, as brotli has them, by tool.
type weights map[string]int

// parts are the files of the first load, as index.html and load.js ask for them.
var parts = []string{"index.html", "compat.js", "main.js", "style.css", "suanqing.wasm", "worker.js", "sw.js"}

// weigh builds the hello-world, and says what everything costs to transfer.
func weigh(ctx context.Context, h *host) (weights, error) {
	w := weights{}
	for _, name := range parts {
		path := filepath.Join(h.site, name)
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		n := len(data)
		if _, err := os.Stat(path + ".br"); err == nil { // as it is published, and served from now on
			small := packed(data)
			if n = len(small); os.WriteFile(path+".br", small, 0o644) != nil {
				return nil, fmt.Errorf("%s.br cannot be written", path)
			}
		}
		w[page] += n
		if name == "suanqing.wasm" {
			w[core] = n
		}
	}
	for id, module := range h.peers {
		w[id] = len(packed(module))
	}
	if err := os.MkdirAll(h.hello, 0o755); err != nil {
		return nil, err
	}
	out := filepath.Join(h.hello, "hello.wasm")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, "./site/bench/hello")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building the hello-world: %w\n%s", err, msg)
	}
	wasm, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	loader, err := os.ReadFile(h.loader)
	if err != nil {
		return nil, err
	}
	small := packed(wasm)
	w[hello] = len(small) + len(packed(loader))
	return w, os.WriteFile(out+".br", small, 0o644)
}

func packed(data []byte) []byte {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	_, _ = w.Write(data) // into memory
	_ = w.Close()
	return out.Bytes()
}
