package bundle

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/report"
	"suanqing/validate/report/schema"
)

func TestBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	build := func() map[string]File {
		files, err := Build(Options{Root: "../..", Out: out, Fast: true})
		require.NoError(t, err)
		byName := map[string]File{}
		for _, f := range files {
			byName[f.Name] = f
		}
		return byName
	}
	first := build()
	for _, name := range []string{"index.html", "main.js", "style.css", "worker.js", "suanqing.wasm"} {
		assert.Contains(t, first, name)
	}

	// Components carry the hash of what they are, by which the page names them; the
	// core has nothing of them.
	main, core := read(t, filepath.Join(out, "main.js")), read(t, filepath.Join(out, "suanqing.wasm"))
	for name, holds := range map[string]string{"formats": "读不出文件目录", "decrypt": "打开密码不正确", "annotate": "批注和底色由算清加上"} {
		found, err := filepath.Glob(filepath.Join(out, name+"-*.wasm"))
		require.NoError(t, err)
		require.Len(t, found, 1)
		data := read(t, found[0])
		file := name + "-" + digest(data)[:16] + ".wasm"
		assert.Equal(t, file, filepath.Base(found[0]))
		assert.Contains(t, string(main), file)
		assert.True(t, first[file].OnDemand)
		assert.True(t, bytes.Contains(data, []byte(holds)), name)
		assert.False(t, bytes.Contains(core, []byte(holds)), name)
	}
	assert.False(t, first["suanqing.wasm"].OnDemand)

	assert.Equal(t, schema.JSON, read(t, filepath.Join(out, schema.Name)), "published beside the rules")
	assert.True(t, first[schema.Name].OnDemand)

	plain := read(t, filepath.Join(out, "worker.js"))
	assert.Contains(t, string(plain), "UEsDB", "the book it warms itself with")
	br, err := io.ReadAll(brotli.NewReader(bytes.NewReader(read(t, filepath.Join(out, "worker.js.br")))))
	require.NoError(t, err)
	assert.Equal(t, plain, br)
	gz, err := gzip.NewReader(bytes.NewReader(read(t, filepath.Join(out, "worker.js.gz"))))
	require.NoError(t, err)
	unzipped, err := io.ReadAll(gz)
	require.NoError(t, err)
	assert.Equal(t, plain, unzipped)

	// Again: what is unchanged is not compressed again, what is no longer built goes.
	require.NoError(t, os.WriteFile(filepath.Join(out, "gone.js"), nil, 0o644))
	before, err := os.Stat(filepath.Join(out, "suanqing.wasm.br"))
	require.NoError(t, err)
	second := build()
	after, err := os.Stat(filepath.Join(out, "suanqing.wasm.br"))
	require.NoError(t, err)
	assert.Equal(t, before.ModTime(), after.ModTime())
	assert.Equal(t, first, second)
	assert.NoFileExists(t, filepath.Join(out, "gone.js"))
}

// The book that warms the engine is small and really goes through the core. It
// has no error: looking for wrong cells sixty times over would keep the first
// real file waiting.
func TestWarmBook(t *testing.T) {
	book, err := warmBook()
	require.NoError(t, err)
	assert.Less(t, len(book), 6500)
	r := validate.Check("warm.xlsx", book, nil).Report
	require.Nil(t, r.Error)
	read := 0
	for _, f := range r.Forms {
		if f.Status == report.Read {
			read++
		}
	}
	assert.Equal(t, 5, read)
	tails := 0
	for _, f := range r.Findings {
		assert.NotEqual(t, report.Error, f.Severity, f.Message)
		if f.Severity == report.Tail {
			tails++
		}
	}
	assert.Positive(t, tails)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}
