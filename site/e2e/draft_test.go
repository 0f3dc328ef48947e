package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/draft"
	"suanqing/validate/files"
	"suanqing/validate/lab/fixture"
)

// TestDraft: the draft of the text is the one that the command writes, whatever the
// format of the file, and its text is there to copy.
func TestDraft(t *testing.T) {
	copies := before(`window.copied = '';
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });`)
	p := open(t, options{prepare: func(p *page) { saves(p); copies(p) }}).ready()
	broken := typo(t)
	for _, c := range []struct {
		name  string
		data  []byte
		first string
	}{
		{"决算 2023.xlsx", broken, "※ 有 "},
		{"lanshan-2023.xls", read(t, twins+"lanshan-2023.xls"), "※ 没有给上年的报表"},
	} {
		p.drop(c.name, c.data)
		p.verdict(c.name)
		open := func(data []byte) (*document.Document, error) { return files.Open(data, "") }
		r := validate.CheckBook(c.name, c.data, open, nil)
		d := draft.Write(r.Book(), nil, draft.DoubtsOf(r.Report, nil))
		want, err := d.Docx()
		require.NoError(t, err)
		name, got := p.export("draft")
		assert.Regexp(t, `2023-说明草稿\.docx$`, name)
		assert.True(t, string(want) == string(got), "%s: %d bytes natively, %d in the browser", c.name, len(want), len(got))
		p.until(`document.querySelectorAll('#exported button').length === 3`)
		p.click("#exported button")
		p.until(`document.querySelector('#exported button').textContent === '已复制'`)
		text := eval[string](p, `window.copied`)
		assert.Equal(t, d.Text(), text)
		assert.Contains(t, text[:60], c.first)
	}
	// The same department's forms of the year before are there by now.
	own, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	p.drop("lanshan-2024.xlsx", own.Bytes)
	p.verdict("lanshan-2024.xlsx")
	name, _ := p.export("draft")
	p.until(`document.querySelectorAll('#exported button').length === 3`)
	p.click("#exported button")
	p.until(`window.copied.includes('2024年度收、支总计均为')`)
	assert.Contains(t, eval[string](p, `window.copied`), "2024年度收、支总计均为1,677.91万元。与2023年度持平。", name)

	// Read in the page, a figure leads to its cell.
	p.click("#exported button + button")
	p.until(`document.querySelector('dialog.draft').textContent.includes('1,677.91万元')`)
	assert.Equal(t, "1,677.91万元", p.text("dialog.draft .draft-figure"))
	p.click("dialog.draft .draft-figure")
	p.until(`!document.querySelector('dialog.draft') && document.querySelector('#equation').textContent.includes('收入总计')`)

	name, _ = p.export("csv")
	assert.NotContains(t, p.text("#exported"), "false", name)
}
