package e2e

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/pdf/pdfium"
)

const pdfs = "../../testdata/pdf/"

// samePDF compares the report with the one that the command prints with --try-pdf.
func (p *page) samePDF(name string, data []byte, password string) {
	p.t.Helper()
	want, err := native.Book(name, data, func(data []byte) (*document.Document, error) { return pdfium.Open(data, password) }, nil).Report.JSON()
	require.NoError(p.t, err)
	got := eval[string](p, `window.lastReport`)
	assert.Equal(p.t, string(want), got, name)
}

// TestPDF: a PDF gets in the page the bytes that the command gives, from two components
// fetched once; its pages are drawn.
func TestPDF(t *testing.T) {
	asked := &log{}
	p := open(t, options{wrap: asked.wrap, prepare: hears}).ready()
	before := asked.all()
	samples, err := filepath.Glob(pdfs + "*.pdf")
	require.NoError(t, err)
	for _, path := range samples {
		name, data := filepath.Base(path), read(t, path)
		if name == "password.pdf" {
			continue
		}
		p.outcome(path)
		p.samePDF(name, data, "")
	}
	p.choose(pdfs + "national.pdf")
	p.verdict("national.pdf")
	p.until(`document.querySelector('.page canvas')`)
	assert.Equal(t, "rgb(255, 255, 255)", eval[string](p, `(() => {
		const { data } = document.querySelector('.page canvas').getContext('2d').getImageData(2, 2, 1, 1);
		return 'rgb(' + [...data].slice(0, 3).join(', ') + ')';
	})()`))
	assert.True(t, eval[bool](p, `(() => {
		const canvas = document.querySelector('.page canvas');
		return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((n) => n < 100);
	})()`), "something is drawn")
	assert.LessOrEqual(t, eval[int](p, `document.querySelectorAll('.page canvas').length`), 4)
	p.press("p")
	p.until(`document.querySelector('#sheet td.n') && document.querySelector('#pages').hidden`)
	p.press("p")
	p.until(`!document.querySelector('#pages').hidden && document.querySelector('#sheet').hidden`)
	want := append(before, "/"+componentFile(t, "pdfium"), "/"+componentFile(t, "formats"))
	assert.ElementsMatch(t, want, asked.all(), "the components, once, and nothing else")
}

// TestLockedPDF: its password is asked for, as of other files.
func TestLockedPDF(t *testing.T) {
	p := open(t, options{prepare: hears}).ready()
	p.choose(pdfs + "password.pdf")
	p.password("2024")
	p.until(`document.querySelector('#password')?.getAttribute('aria-invalid') === 'true'`)
	p.password("2023")
	p.until(`!document.querySelector('#password')`)
	p.samePDF("password.pdf", read(t, pdfs+"password.pdf"), "2023")
}
