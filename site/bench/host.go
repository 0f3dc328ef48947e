package main

import (
	"embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"suanqing/site/web"
)

//go:embed web
var own embed.FS

// host serves what is measured: the built site below /site/, where its service worker
// stays, the hello-world below /hello/, the peers, the books, and the page that measures.
type host struct {
	site, hello string            // folders
	loader      string            // Go's wasm_exec.js
	peers       map[string][]byte // modules by id
	books       map[string][]byte // by row
	answers     chan answer
}

// answer is what a tab found: the times of a tool with a book, in ms, in order.
type answer struct {
	Times []float64
	Error string
}

func (h *host) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/site/", framed(http.StripPrefix("/site", web.Handler(os.DirFS(h.site)))))
	mux.Handle("/hello/", framed(http.StripPrefix("/hello", web.Handler(os.DirFS(h.hello)))))
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, h.loader) })
	mux.HandleFunc("/peer/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(h.peers[strings.TrimSuffix(filepath.Base(r.URL.Path), ".js")])
	})
	mux.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(h.books[r.URL.Query().Get("book")]) })
	mux.HandleFunc("/bench/", func(w http.ResponseWriter, r *http.Request) {
		data, err := own.ReadFile("web/" + filepath.Base(r.URL.Path))
		if errors.Is(err, os.ErrNotExist) {
			http.NotFound(w, r)
			return
		}
		switch filepath.Ext(r.URL.Path) {
		case ".js":
			w.Header().Set("Content-Type", "text/javascript")
		case ".html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		_, _ = w.Write([]byte(strings.Replace(string(data), "TOOLS", choose(), 1)))
	})
	mux.HandleFunc("/times", func(w http.ResponseWriter, r *http.Request) {
		var a answer
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
			a.Error = err.Error()
		}
		h.answers <- a
	})
	return mux
}

// choose is the script that loads the tool asked for.
func choose() string {
	var b strings.Builder
	for _, t := range tools {
		if t.script != "" {
			fmt.Fprintf(&b, "if (which === '%s') {%s\n\t\t}\n", t.id, t.script)
		}
	}
	return b.String()
}

// framed lets a site's pages stand in the frame of another of the same origin.
func framed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(frameable{w}, r) })
}

type frameable struct{ http.ResponseWriter }

func (f frameable) Write(b []byte) (int, error) {
	h := f.Header()
	h.Set("Content-Security-Policy", strings.Replace(h.Get("Content-Security-Policy"), "; frame-ancestors 'none'", "", 1))
	return f.ResponseWriter.Write(b)
}

// joined puts files end to end, each after its length.
func joined(files [][]byte) []byte {
	var out []byte
	for _, f := range files {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(f)))
		out = append(out, f...)
	}
	return out
}
