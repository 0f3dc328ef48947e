package web

import (
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func get(t *testing.T, target string, header ...string) *http.Response {
	t.Helper()
	site := fstest.MapFS{
		"index.html":       {Data: []byte("page")},
		"main.js":          {Data: []byte("script")},
		"suanqing.wasm":    {Data: []byte("core")},
		"suanqing.wasm.br": {Data: []byte("small")},
		"suanqing.wasm.gz": {Data: []byte("middling")},
	}
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Handler(site).ServeHTTP(w, r)
	return w.Result()
}

func TestTypes(t *testing.T) {
	for target, want := range map[string]string{
		"/":              "text/html; charset=utf-8",
		"/index.html":    "text/html; charset=utf-8",
		"/main.js":       "text/javascript; charset=utf-8",
		"/suanqing.wasm": "application/wasm",
	} {
		r := get(t, target)
		assert.Equal(t, http.StatusOK, r.StatusCode, target)
		assert.Equal(t, want, r.Header.Get("Content-Type"), target)
	}
}

func TestNotThere(t *testing.T) {
	for _, target := range []string{"/none.js", "/suanqing.wasm.br", "/../go.mod", "/%2e%2e/go.mod", "/etc/passwd"} {
		assert.Equal(t, http.StatusNotFound, get(t, target).StatusCode, target)
	}
}

func TestEncodings(t *testing.T) {
	for accept, want := range map[string]string{
		"":                       "",
		"gzip, deflate, br":      "br",
		"gzip":                   "gzip",
		"br;q=0, gzip":           "gzip",
		"br;q=0.0, gzip;q=0.5":   "gzip",
		"BR":                     "br",
		"identity":               "",
		"zstd, gzip; q=0.8, br;": "br",
	} {
		r := get(t, "/suanqing.wasm", "Accept-Encoding", accept)
		assert.Equal(t, want, r.Header.Get("Content-Encoding"), accept)
		assert.Equal(t, "application/wasm", r.Header.Get("Content-Type"), accept)
		assert.Equal(t, "Accept-Encoding", r.Header.Get("Vary"))
	}
	assert.Empty(t, get(t, "/main.js", "Accept-Encoding", "br").Header.Get("Content-Encoding"), "no copy, no encoding")
}

func TestETagDiffersByEncoding(t *testing.T) {
	br := get(t, "/suanqing.wasm", "Accept-Encoding", "br").Header.Get("ETag")
	raw := get(t, "/suanqing.wasm").Header.Get("ETag")
	assert.NotEqual(t, br, raw)
	assert.Equal(t, http.StatusNotModified, get(t, "/suanqing.wasm", "Accept-Encoding", "br", "If-None-Match", br).StatusCode)
	assert.Equal(t, http.StatusOK, get(t, "/suanqing.wasm", "Accept-Encoding", "br", "If-None-Match", raw).StatusCode)
}

func TestHeaders(t *testing.T) {
	for target, policy := range map[string]string{"/": Policy, "/none.js": Policy, "/suanqing.wasm": Policy, "/sw.js": ServiceWorkerPolicy} {
		h := get(t, target).Header
		assert.Equal(t, policy, h.Get("Content-Security-Policy"))
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
		assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"))
		assert.Equal(t, "same-origin", h.Get("Cross-Origin-Opener-Policy"))
	}
}

func TestOnlyReading(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(fstest.MapFS{}).ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", strings.NewReader("x")))
	assert.Equal(t, http.StatusMethodNotAllowed, w.Code)
}

// The page must be as closed on a host that sends no headers.
func TestPagePolicyIsTheHeaderPolicy(t *testing.T) {
	page, err := os.ReadFile("../page/index.html")
	require.NoError(t, err)
	meta := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindSubmatch(page)
	require.NotNil(t, meta)
	assert.Equal(t, Policy, string(meta[1])+"; frame-ancestors 'none'")
}
