package bundle

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Nothing stands beside the one file: no address, every script by its hash, and
// the same bytes in it as on the site.
func TestOneFile(t *testing.T) {
	dir := t.TempDir()
	o := Options{Root: "../..", Out: filepath.Join(dir, "site"), OneFile: filepath.Join(dir, "one.html"), Fast: true}
	files, err := Build(o)
	require.NoError(t, err)
	page := string(read(t, o.OneFile))
	assert.NotRegexp(t, `<(script|link|img)[^>]* (src|href)="[^d]`, page)
	assert.NotContains(t, page, "data-in=")

	policy := html.UnescapeString(regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
	assert.Contains(t, policy, "default-src 'none'")
	assert.Contains(t, policy, "connect-src 'none'")
	assert.NotContains(t, policy, "unsafe-inline")
	for _, tag := range []string{"script", "style"} {
		for _, m := range regexp.MustCompile(`(?s)<`+tag+`>(.*?)</`+tag+`>`).FindAllStringSubmatch(page, -1) {
			assert.Contains(t, policy, source(m[1]))
			for _, word := range []string{"fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket(", "serviceWorker"} {
				assert.NotContains(t, m[1], word, "what asks the network is not even there")
			}
		}
	}

	parts := map[string][]byte{}
	for _, m := range regexp.MustCompile(`<script type="application/octet-stream" id="part-(\w+)">([^<]*)</script>`).FindAllStringSubmatch(page, -1) {
		packed, err := base64.StdEncoding.DecodeString(m[2])
		require.NoError(t, err)
		r, err := gzip.NewReader(bytes.NewReader(packed))
		require.NoError(t, err)
		parts[m[1]], err = io.ReadAll(r)
		require.NoError(t, err)
	}
	assert.Equal(t, read(t, filepath.Join(o.Out, "suanqing.wasm")), parts["suanqing"])
	for name := range onDemand {
		found, err := filepath.Glob(filepath.Join(o.Out, name+"-*.wasm"))
		require.NoError(t, err)
		require.Len(t, found, 1)
		assert.Equal(t, read(t, found[0]), parts[name], name)
	}
	assert.Contains(t, string(parts["worker"]), "UEsDB", "the book it warms itself with")

	said := string(parts["rules"])
	assert.Contains(t, said, "article")
	assert.NotContains(t, said, "data-in=")
	assert.Contains(t, policy, source(regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(said)[1]), "the page of rules may be styled")

	// Both name the same rules.
	version := digest(parts["suanqing"])[:8]
	assert.Contains(t, page, version)
	assert.Contains(t, string(read(t, filepath.Join(o.Out, "main.js"))), version)

	checkServiceWorker(t, o, files)
	checkSums(t, o, filepath.Join(dir, "SHA256SUMS"))
}

// The service worker keeps all of the first load, and knows every other file.
func checkServiceWorker(t *testing.T, o Options, files []File) {
	t.Helper()
	text := read(t, filepath.Join(o.Out, "sw.js"))
	head := regexp.MustCompile(`^const BUILD=(\{.*\});\n`).FindSubmatch(text)
	require.NotNil(t, head)
	var list struct {
		Version      string
		First, Later map[string]string
		Components   []string
	}
	require.NoError(t, json.Unmarshal(head[1], &list))
	assert.Regexp(t, `^[0-9a-f]{16}$`, list.Version)
	known := len(list.Components)
	for _, of := range []map[string]string{list.First, list.Later} {
		for name, hash := range of {
			if name == "./" {
				name = "index.html"
			}
			assert.Equal(t, integrity(read(t, filepath.Join(o.Out, name))), hash, name)
			known++
		}
	}
	for _, f := range files {
		if f.OneFile || f.Name == "sw.js" {
			known++
		}
	}
	assert.Equal(t, len(files), known)
	for _, name := range []string{"./", "compat.js", "main.js", "style.css", "suanqing.wasm", "worker.js"} {
		assert.Contains(t, list.First, name)
	}
}

func checkSums(t *testing.T, o Options, list string) {
	t.Helper()
	sums, err := Sums(o, list)
	require.NoError(t, err)
	assert.Equal(t, sums, string(read(t, list)))
	lines := strings.Split(strings.TrimSpace(sums), "\n")
	entries, err := os.ReadDir(o.Out)
	require.NoError(t, err)
	assert.Len(t, lines, len(entries)+1)
	for _, line := range lines {
		sum, name, ok := strings.Cut(line, "  ")
		require.True(t, ok, line)
		assert.Equal(t, digest(read(t, filepath.Join(filepath.Dir(list), name))), sum, name)
	}
}

func TestEdition(t *testing.T) {
	const page = `<a><p data-in="site">one<b>x</b></p><p class="c" data-in="file" hidden>two</p><p>three<span data-in="site">four</span></p></a>`
	assert.Equal(t, `<a><p>one<b>x</b></p><p>three<span>four</span></p></a>`, string(edition([]byte(page), "site")))
	assert.Equal(t, `<a><p class="c" hidden>two</p><p>three</p></a>`, string(edition([]byte(page), "file")))
}
