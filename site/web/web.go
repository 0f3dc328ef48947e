// Package web serves the built site the way any static host should: right
// types, compressed copies, and headers that keep the page to itself.
package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// Policy is what the page may do. index.html carries the same in a meta tag,
// except frame-ancestors, which only a header can say.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// ServiceWorkerPolicy is what sw.js may do: fetch the site's own files.
const ServiceWorkerPolicy = "default-src 'none'; connect-src 'self'"

var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// Handler serves the files of a built site.
func Handler(site fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policyOf(r.URL.Path))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		mime, ok := types[path.Ext(name)]
		if !ok { // compressed copies are no pages of their own either
			http.NotFound(w, r)
			return
		}
		serve(w, r, site, name, mime)
	})
}

// policyOf knows that a service worker has a policy of its own, not its page's.
func policyOf(path string) string {
	if path == "/sw.js" {
		return ServiceWorkerPolicy
	}
	return Policy
}

func serve(w http.ResponseWriter, r *http.Request, site fs.FS, name, mime string) {
	h := w.Header()
	data, encoding, err := pick(site, name, r.Header.Get("Accept-Encoding"))
	if errors.Is(err, fs.ErrNotExist) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "cannot read "+name, http.StatusInternalServerError)
		return
	}
	sum := sha256.Sum256(data)
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache") // kept, but asked about: a new build is seen at once
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", mime)
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Length", strconv.Itoa(len(data)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(data) // the reader went away: nothing to do
	}
}

// pick reads the smallest copy of a file that the client takes.
func pick(site fs.FS, name, accept string) (data []byte, encoding string, err error) {
	for _, c := range []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !accepts(accept, c.encoding) {
			continue
		}
		if data, err := fs.ReadFile(site, name+c.suffix); err == nil {
			return data, c.encoding, nil
		}
	}
	data, err = fs.ReadFile(site, name)
	return data, "", err
}

// accepts says whether an Accept-Encoding header names the encoding and does
// not give it weight zero.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if !strings.EqualFold(strings.TrimSpace(name), encoding) {
			continue
		}
		q, weighted := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(params), " ", ""), "q=")
		return !weighted || strings.Trim(q, "0.") != ""
	}
	return false
}
