package bundle

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The folders of site/page, each of which imports from those before it and from itself only.
// What lies beside them, main.js above all, may import from all.
var layers = []string{"ui", "report", "core", "files", "sheet", "result", "export"}

var imported = regexp.MustCompile(`(?m)^(?:import|export) [^;]*?from '(\.[^']+)';`)

func TestModulesOfThePageImportOneWay(t *testing.T) {
	files, err := readPage("../..")
	require.NoError(t, err)
	crossed := 0
	for name, source := range files {
		from := slices.Index(layers, path.Dir(name))
		if path.Ext(name) != ".js" || from < 0 {
			continue
		}
		for _, found := range imported.FindAllStringSubmatch(string(source), -1) {
			target := path.Join(path.Dir(name), found[1])
			to := slices.Index(layers, path.Dir(target))
			assert.True(t, to >= 0 && to <= from, "%s imports %s", name, target)
			if to < from {
				crossed++
			}
		}
	}
	assert.Greater(t, crossed, len(layers), "imports are found at all")
}

func TestFoldersOfThePageHaveTheirPlace(t *testing.T) {
	files, err := readPage("../..")
	require.NoError(t, err)
	for name := range files {
		folder, _, within := strings.Cut(name, "/")
		if within && path.Ext(name) == ".js" {
			assert.Contains(t, append(layers, oneFileDir, path.Dir(pdfiumGlue)), folder, name)
		}
	}
}
