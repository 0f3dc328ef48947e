package e2e

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/prose"
)

// saidInside is the book with its text on a sheet, a paragraph a cell; the sections from
// the second heading on stand in one cell, line by line, as some clerks paste them.
func saidInside(t *testing.T) []byte {
	t.Helper()
	book, _, words := half(t)
	f, err := excelize.OpenReader(bytes.NewReader(book))
	require.NoError(t, err)
	const sheet = "情况说明"
	_, err = f.NewSheet(sheet)
	require.NoError(t, err)
	var lines []string
	for _, b := range words.Blocks {
		if b.Kind != prose.Table {
			lines = append(lines, b.Shown())
		}
	}
	wrong := -1
	for i, line := range lines {
		if strings.Contains(line, "1,678.91 万元") {
			wrong = i
		}
	}
	require.Positive(t, wrong)
	last := min(wrong+12, len(lines))
	for i, line := range lines[:wrong] {
		require.NoError(t, f.SetCellStr(sheet, fmt.Sprintf("A%d", i+1), line))
	}
	require.NoError(t, f.SetCellStr(sheet, fmt.Sprintf("A%d", wrong+1), strings.Join(lines[wrong:last], "\n")))
	for i, line := range lines[last:] {
		require.NoError(t, f.SetCellStr(sheet, fmt.Sprintf("A%d", wrong+2+i), line))
	}
	made, err := f.WriteToBuffer()
	require.NoError(t, err)
	return made.Bytes()
}

// TestWordsInCells: of sentences that stand on a sheet of the book the words are marked in
// their cells, checked figures and unchecked ones too; sentence and cell are one key apart.
func TestWordsInCells(t *testing.T) {
	book := saidInside(t)
	p := withAxe(t, options{prepare: scripts(hears, saves)}).ready()
	p.choose(p.write("带说明.xlsx", book))
	assert.Equal(t, "不通过", p.verdict("带说明.xlsx"))
	p.sameAsNative("带说明.xlsx", book, "")

	const focused = `[...document.querySelectorAll('#sheet .words .focused.at-left')].map((n) => n.textContent).join('')`
	p.until(focused + `.includes('1,678.91')`)
	p.shot("words-in-cells")
	inView := `(() => { const at = document.querySelector('#sheet .words .focused').getBoundingClientRect(), view = document.querySelector('#sheet').getBoundingClientRect(); return at.top >= view.top && at.bottom <= view.bottom; })()`
	assert.True(t, eval[bool](p, inView))
	assert.Equal(t, "t", eval[string](p, `document.querySelector('#sheet .words .focused').closest('td').className`), "not the cell, the words")
	assert.Positive(t, eval[int](p, `document.querySelectorAll('#sheet .words .said').length`), "figures that were checked")
	cut := `[...document.querySelectorAll('#sheet td > .words')].filter((n) => n.scrollHeight > n.clientHeight + 1).length`
	assert.Zero(t, eval[int](p, cut), "a text with marks is shown whole")
	p.accessible("words in cells")

	state := `[...document.querySelectorAll('.form')].map((n) => n.dataset.form + ' ' + n.classList[1]).join()`
	assert.Contains(t, eval[string](p, state), "F01 pass,", "the form is as its own equations say")
	assert.Contains(t, eval[string](p, state), ",text fail")
	p.click(`.form[data-form="text"]`)
	p.until(`document.querySelector('.form[data-form="text"]').getAttribute('aria-pressed') === 'true' && document.querySelector('.form-filter').value === 'text'`)
	p.shot("text-among-forms")
	p.click(`.form[data-form="text"]`)

	p.run(`document.querySelector('.side-of.right .operand').focus()`)
	p.press(kb.Enter)
	p.until(`document.querySelector('#sheet td.focused.at-right') && !document.querySelector('#sheet .words .focused')`)
	p.run(`document.querySelector('.side-of.left .operand').focus()`)
	p.press(kb.Enter)
	p.until(focused + `.includes('1,678.91')`)

	p.click("#verdict .ran + .ran .link")
	p.until(`document.querySelector('#sheet .words .unsaid.focused')`)
	assert.True(t, eval[bool](p, inView))
	p.press("j")
	p.until(`document.querySelector('.item.unchecked[aria-selected=true]')?.id === 'passage-1'`)
	assert.True(t, eval[bool](p, inView))
	assert.Zero(t, eval[int](p, cut))

	// A click on words that a finding names chooses it.
	p.run(`window.seek = async () => {
		const sheet = document.querySelector('#sheet');
		for (sheet.scrollTop = 0; !sheet.querySelector('.words .flag.error'); sheet.scrollTop += 200) { await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); }
		sheet.querySelector('.words .flag.error').click();
		return true;
	}`)
	assert.True(t, eval[bool](p, `window.seek()`))
	p.until(focused + `.includes('1,678.91')`)
}
