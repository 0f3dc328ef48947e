package bundle

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostFirst is how many bytes the first load may transfer, compressed as it is published.
// What is rare goes into a component (wasm/formats, wasm/annotate) before this grows.
const mostFirst = 800_000

func TestFirstLoadIsSmall(t *testing.T) {
	m := &made{components: map[string][]byte{}}
	var err error
	m.page, err = readPage("../..")
	require.NoError(t, err)
	m.rules, err = rulesFiles("../..")
	require.NoError(t, err)
	m.core, err = compile(Options{Root: "../.."}, "./wasm")
	require.NoError(t, err)
	for name := range onDemand {
		m.components[name] = []byte(name) // not what is asked here
	}
	files, components, err := siteFiles(m)
	require.NoError(t, err)
	total := 0
	for name, data := range files {
		if components[name] || m.rules[name] != nil {
			continue
		}
		f := File{Name: name, Raw: len(data), Brotli: len(data)}
		require.NoError(t, f.write(filepath.Join(t.TempDir(), name), data, false))
		total += f.Brotli
		t.Logf("%-14s %d", name, f.Brotli)
	}
	assert.LessOrEqual(t, total, mostFirst)
}
