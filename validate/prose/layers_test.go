package prose

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// layers are the folders in their order: each imports from those before it only.
var layers = []string{"lexicon", "scan", "passage", "mention", "read", "judging", "sums", "amounts", "previous", "rates", "twice", "said"}

// TestLayers: no folder imports from one behind it, and none is left out of the order.
func TestLayers(t *testing.T) {
	const here = "suanqing/validate/prose/"
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		if !e.IsDir() || e.Name() == "testdata" {
			continue
		}
		at := slices.Index(layers, e.Name())
		require.GreaterOrEqual(t, at, 0, e.Name())
		files, err := filepath.Glob(filepath.Join(e.Name(), "*.go"))
		require.NoError(t, err)
		for _, f := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), f, nil, parser.ImportsOnly)
			require.NoError(t, err)
			for _, im := range parsed.Imports {
				if of, ok := strings.CutPrefix(strings.Trim(im.Path.Value, `"`), here); ok {
					assert.Contains(t, layers[:at], of, f)
				}
			}
		}
	}
}
