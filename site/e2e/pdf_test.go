package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/annotate"
	"suanqing/validate/document"
	"suanqing/validate/lab/hostile"
	"suanqing/validate/read/pdf/pdfium"
)

const pdfs = "../../testdata/pdf/"

// samePDF compares the report with the one that the command prints.
func (p *page) samePDF(name string, data []byte, password string) {
	p.t.Helper()
	want, err := native.Book(name, data, func(data []byte) (*document.Document, error) { return pdfium.Open(data, password) }, nil).Report.JSON()
	require.NoError(p.t, err)
	got := eval[string](p, `window.lastReport`)
	assert.Equal(p.t, string(want), got, name)
}

// TestSamePDF: a PDF gets in the page the bytes that the command gives.
func TestSamePDF(t *testing.T) {
	samples, err := filepath.Glob(pdfs + "*.pdf")
	require.NoError(t, err)
	for _, path := range samples {
		name, data := filepath.Base(path), read(t, path)
		if name == "password.pdf" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			p := open(t, options{prepare: hears}).ready()
			p.outcome(path)
			p.samePDF(name, data, "")
		})
	}
}

// TestPDF: two components are fetched for a PDF, once; its pages are drawn, a few of them.
func TestPDF(t *testing.T) {
	asked := &log{}
	p := open(t, options{wrap: asked.wrap}).ready()
	before := asked.all()
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

// TestDoubtedFormOfPDF: a form that is there and cannot be made out is said to be so, and
// not to be missing.
func TestDoubtedFormOfPDF(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(pdfs + "cells-wrapped-names-lineless-web.pdf")
	assert.Equal(t, "无法判断", p.verdict("cells-wrapped-names-lineless-web.pdf"))
	assert.Contains(t, eval[string](p, `document.querySelector('.lacking').textContent`), "没有认清：01 收入支出决算总表、04 财政拨款收入支出决算总表；")
	assert.NotContains(t, eval[string](p, `document.querySelector('.lacking').textContent`), "缺少")
	form := eval[string](p, `(({ textContent, title }) => textContent + title)(document.querySelector('[data-form="F04"]'))`)
	assert.Contains(t, form, "没认清")
	assert.Contains(t, form, "没有认清（后面的页上还有没认出的部分）")
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

// TestPagesOfPDF: what is found is marked on the pages; a finding leads to its box, a box to
// its finding, by mouse and by key; the copy is the command's.
func TestPagesOfPDF(t *testing.T) {
	data := read(t, pdfs+"wrong.pdf")
	r := native.Book("wrong.pdf", data, func(data []byte) (*document.Document, error) { return pdfium.Open(data, "") }, nil).Report
	p := open(t, options{prepare: saves}).ready()
	p.choose(pdfs + "wrong.pdf")
	assert.Equal(t, "不通过", p.verdict("wrong.pdf"))
	p.until(`document.querySelector('.spot.focused') && document.querySelectorAll('.page')[3].querySelector('canvas')`)
	assert.Contains(t, eval[string](p, `document.querySelector('.spot.focused').title`), "1,061.71", "the likeliest cell first, on its page")
	assert.Equal(t, 4, eval[int](p, `1 + [...document.querySelectorAll('.page')].findIndex((page) => page.querySelector('.focused'))`))

	// The box is where the figure is drawn: there is ink in it.
	assert.True(t, eval[bool](p, `(() => {
		const spot = document.querySelector('.spot.focused');
		const canvas = spot.parentElement.querySelector('canvas');
		const [box, page] = [spot, canvas].map((one) => one.getBoundingClientRect());
		const scale = canvas.width / page.width;
		const { data } = canvas.getContext('2d').getImageData((box.left - page.left + 30) * scale, (box.top - page.top + 5) * scale, (box.width - 40) * scale, (box.height - 10) * scale);
		return data.filter((n, i) => i % 4 === 0 && n < 128).length > 20;
	})()`))
	p.press("j")
	p.press("j")
	p.until(`document.querySelector('.spot.focused')?.title !== ''`)
	first := eval[string](p, `document.querySelector('[role=treeitem][aria-selected="true"]').id`)
	p.run(`document.querySelector('.spot.flag.error').click()`)
	p.until(`document.querySelector('[role=treeitem][aria-selected="true"]')?.id !== ` + "`" + first + "`")
	p.until(`document.querySelector('.spot.focused')`)
	p.press(kb.Enter)
	p.until(`document.activeElement.id === 'pages'`)
	p.press("p")
	p.until(`document.querySelector('#pages').hidden && document.querySelector('#sheet td.focused')`)
	p.click(`#turn [aria-pressed="false"]`)
	p.until(`!document.querySelector('#pages').hidden && document.querySelector('.spot.focused')`)

	name, got := p.export("copy")
	assert.Equal(t, "wrong-批注.pdf", name)
	want, err := annotate.Paged(data, r)
	require.NoError(t, err)
	assert.True(t, string(want) == string(got), "%d bytes natively, %d in the browser", len(want), len(got))
}

// TestHostilePDF: each ends in a verdict or a sentence, as in the command, and the page then
// reads a good one.
func TestHostilePDF(t *testing.T) {
	p := open(t, options{prepare: hears}).ready()
	for _, c := range hostile.All() {
		if !strings.HasPrefix(c.Name, "pdf-") {
			continue
		}
		path := filepath.Join(t.TempDir(), c.File())
		require.NoError(t, os.WriteFile(path, c.Data(), 0o600))
		outcome := p.outcome(path)
		assert.True(t, c.Allows(outcome), "%s: %s", c.Name, outcome)
	}
	p.choose(pdfs + "national.pdf")
	assert.Equal(t, "有尾差（可接受）", p.verdict("national.pdf"))
}

// TestAccessToPDF: the pages with what is marked on them, for who cannot see them well.
func TestAccessToPDF(t *testing.T) {
	p := withAxe(t, options{}).ready()
	p.choose(pdfs + "wrong.pdf")
	p.verdict("wrong.pdf")
	p.until(`document.querySelector('.spot.focused') && document.querySelector('.page canvas')`)
	p.accessible("pages")
}
