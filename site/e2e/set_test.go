package e2e

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/annotate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/rewrite"
)

// TestSet: texts dropped together, a form a file, are judged as one book, with the
// bytes that the native command gives, in whatever order they come.
func TestSet(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/csv/*.csv")
	require.NoError(t, err)
	require.Len(t, paths, 9)
	var parts []files.Part
	for _, path := range paths {
		parts = append(parts, files.Part{Name: filepath.Base(path), Data: read(t, path)})
	}
	openSet := func(parts []files.Part) (*document.Document, error) { return files.OpenSet(parts, "") }
	result := native.Set(parts, openSet, nil)
	want, err := result.Report.JSON()
	require.NoError(t, err)

	p := open(t, options{prepare: func(p *page) { hears(p); saves(p) }}).ready()
	slices.Reverse(paths)
	p.choose(slices.Clone(paths)...)
	name := parts[0].Name + " 等 9 个文件"
	assert.Equal(t, "有尾差（可接受）", p.verdict(name))
	assert.Equal(t, string(want), eval[string](p, `window.lastReport`))
	p.until(`document.querySelector('#sheet td')`)

	// With a workbook beside them, and drawn again after it.
	p.choose(append(paths, "../../testdata/clean-yuan.xlsx")...)
	p.until(`document.querySelectorAll('.file.is-pass').length === 1`)
	assert.Equal(t, 2, eval[int](p, `document.querySelectorAll('.file').length`), "the set once, and the workbook")
	assert.Equal(t, "有尾差（可接受）", p.verdict(name))
	p.click(`.tab:nth-child(9)`)
	p.until(`document.querySelector('#sheet').textContent.includes('三公')`)

	plain, err := rewrite.XLSX(result.Document)
	require.NoError(t, err)
	copied, err := annotate.Rewritten(plain, result.Report)
	require.NoError(t, err)
	saved, got := p.export("copy")
	assert.Equal(t, "01收入支出决算总表-批注.xlsx", saved)
	assert.True(t, string(copied) == string(got), "%d bytes natively, %d in the browser", len(copied), len(got))
}
