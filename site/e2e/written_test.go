package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/annotate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/prose"
)

// The written half: a book with its texts, a text with forms, a text that is pasted.

// half is the book and the text of one department, the text with one figure changed.
func half(t *testing.T) (book, text []byte, words prose.Text) {
	t.Helper()
	words = prose.Texts()[0]
	book, text = words.Workbook(), prose.Docx(words)
	for i, b := range words.Blocks {
		if was := "1,677.91 万元"; strings.Contains(b.Text, was) {
			words.Blocks[i].Text = strings.Replace(b.Text, was, "1,678.91 万元", 1)
			break
		}
	}
	return book, prose.Docx(words), words
}

func (p *page) write(name string, data []byte) string {
	p.t.Helper()
	path := filepath.Join(p.t.TempDir(), name)
	require.NoError(p.t, os.WriteFile(path, data, 0o600))
	return path
}

// withText is what the command makes of a book and a text.
func withText(t *testing.T, bookName string, book []byte, textName string, text []byte) *validate.Result {
	t.Helper()
	r := native.With(files.Part{Name: bookName, Data: book}, []files.Part{{Name: textName, Data: text}}, func(book []byte, beside []files.Part) (*document.Document, error) {
		return files.OpenWith(book, beside, "")
	}, nil)
	require.Nil(t, r.Report.Error)
	require.NotNil(t, r.Report.Text)
	return r
}

func (p *page) sameAs(r *validate.Result) {
	p.t.Helper()
	want, err := r.Report.JSON()
	require.NoError(p.t, err)
	got := eval[string](p, `window.lastReport`)
	assert.True(p.t, string(want) == got, "%d bytes natively, %d in the browser", len(want), len(got))
}

// TestBookWithText: dropped together they are one report, the command's; sentence and cell
// are one key apart, what was not checked can be gone through, and both copies are had.
func TestBookWithText(t *testing.T) {
	book, text, _ := half(t)
	p := withAxe(t, options{prepare: scripts(hears, saves)}).ready()
	p.choose(p.write("说明.docx", text), p.write("报表.xlsx", book))
	assert.Equal(t, "不通过", p.verdict("报表.xlsx"))
	result := withText(t, "报表.xlsx", book, "说明.docx", text)
	p.sameAs(result)
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('#files .file').length`), "one report")
	assert.Contains(t, p.text("#verdict"), "说明 说明.docx")

	p.until(`[...document.querySelectorAll('#flow .focused.at-left')].map((n) => n.textContent).join('').includes('1,678.91')`)
	assert.Contains(t, p.text(".operand"), "第")
	p.run(`document.querySelector('.side-of.right .operand').focus()`)
	p.press(kb.Enter)
	p.until(`document.querySelector('#flow').hidden && document.querySelector('#sheet td.focused.at-right')`)
	p.run(`document.querySelector('.side-of.left .operand').focus()`)
	p.press(kb.Enter)
	p.until(`!document.querySelector('#flow').hidden && document.querySelector('#flow .focused.at-left')`)
	p.accessible("words of a finding")

	n := len(result.Report.Text.Unchecked)
	require.NotZero(t, n)
	p.click("#verdict .ran + .ran .link")
	p.until(`document.querySelector('#flow .unsaid.focused')`)
	assert.Equal(t, n, eval[int](p, `document.querySelectorAll('.item.unchecked').length`))
	assert.Contains(t, p.text("#equation"), result.Report.Text.Unchecked[0].Reason)
	p.press("j")
	p.until(`document.querySelector('.item.unchecked[aria-selected=true]')?.id === 'passage-1'`)
	p.accessible("what was not checked", "#verdict", "#findings", "#flow", "#equation")
	p.run(`document.querySelector('#print').removeAttribute('aria-hidden'); dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), result.Report.Text.Unchecked[0].Place())
	assert.Contains(t, p.text("#print"), result.Report.Findings[0].Cells[0].Place())
	p.run(`dispatchEvent(new Event('afterprint'))`)

	want, err := annotate.Copy(book, result.Report)
	require.NoError(t, err)
	name, got := p.export("copy")
	assert.Equal(t, "报表-批注.xlsx", name)
	assert.True(t, bytes.Equal(want, got), "the copy of the book")
	var sheets []string
	for _, s := range result.Document.Sheets {
		if s.File != "" {
			sheets = append(sheets, s.Name)
		}
	}
	want, err = annotate.Written(text, sheets, result.Report)
	require.NoError(t, err)
	name, got = p.export("written")
	assert.Equal(t, "说明-批注.docx", name)
	assert.True(t, bytes.Equal(want, got), "the copy of the text")
}

// TestTextsAlone: a text with forms, and a workbook with sentences on a sheet, get the
// bytes of the command.
func TestTextsAlone(t *testing.T) {
	p := open(t, options{prepare: scripts(hears, saves)}).ready()
	const path = "../../testdata/prose/shandong.docx"
	p.choose(path)
	p.verdict("shandong.docx")
	p.sameAsNative("shandong.docx", read(t, path), "")
	name, got := p.export("written")
	assert.Equal(t, "shandong-批注.docx", name)
	assert.NotEmpty(t, got)

	book, _, words := half(t)
	f, err := excelize.OpenReader(bytes.NewReader(book))
	require.NoError(t, err)
	_, err = f.NewSheet("情况说明")
	require.NoError(t, err)
	for i, b := range words.Blocks {
		if b.Kind != prose.Table {
			require.NoError(t, f.SetCellStr("情况说明", fmt.Sprintf("A%d", i+1), b.Shown()))
		}
	}
	made, err := f.WriteToBuffer()
	require.NoError(t, err)
	p.choose(p.write("带说明.xlsx", made.Bytes()))
	p.verdict("带说明.xlsx")
	p.sameAsNative("带说明.xlsx", made.Bytes(), "")
	assert.Contains(t, p.text("#verdict"), "文字")
}

// TestTextsFindTheirBook: pasted, then the book; dropped on an open book, and apart again.
func TestTextsFindTheirBook(t *testing.T) {
	book, _, words := half(t)
	text := string(prose.TXT(words))
	p := withAxe(t, options{prepare: hears}).ready()
	p.paste(text)
	p.verdict("粘贴的文字")
	p.sameAsNative("粘贴的文字", []byte(text), "")
	assert.Contains(t, p.text("#verdict"), "没有九张表，只核对了文字自身")
	p.accessible("a text alone")
	p.drop("报表.xlsx", book)
	assert.Equal(t, "不通过", p.verdict("报表.xlsx"))
	p.sameAs(withText(t, "报表.xlsx", book, "粘贴的文字", []byte(text)))

	p.click("#verdict .ran + .ran .link:last-child") // 说明属于哪张表
	p.accessible("whose text it is", "dialog[open]")
	p.run(`[...document.querySelectorAll('dialog[open] button')].find((b) => b.textContent === '分开检查').click()`)
	p.until(`document.querySelectorAll('#files .file').length === 2 && !document.querySelector('#files .file.waiting, #files .file.working')`)
	p.verdict("报表.xlsx")
	p.until(`!document.querySelector('#verdict .ran + .ran')`)
	p.drop("说明.docx", prose.Docx(words))
	p.until(`document.querySelector('dialog[open]')?.textContent.includes('“说明.docx”')`)
	p.accessible("a text for the book", "dialog[open]")
	p.press(kb.Enter) // 一起检查
	p.until(`document.querySelector('#verdict')?.textContent.includes('说明 说明.docx')`)
	p.sameAs(withText(t, "报表.xlsx", book, "说明.docx", prose.Docx(words)))
}

// paste pastes a text anywhere on the page.
func (p *page) paste(text string) {
	p.t.Helper()
	p.run(`{ const data = new DataTransfer(); data.setData('text/plain', ` + quoted(p.t, text) + `);
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }`)
}

// TestBooksAndTextsByName: of several each text goes with the book that its name speaks of,
// in the one-file build too.
func TestBooksAndTextsByName(t *testing.T) {
	book, text, _ := half(t)
	p := openOneFile(t, oneFilePage(t), hears).ready()
	p.choose(p.write("民政局2023决算公开表.xlsx", book), p.write("财政局2023决算公开表.xlsx", book), p.write("财政局2023年度部门决算情况说明.docx", text), p.write("2022情况说明.docx", text))
	p.until(`document.querySelectorAll('#files .file').length === 3 && !document.querySelector('#files .file.waiting, #files .file.working')`)
	p.run(`document.querySelectorAll('#files .file')[1].click()`)
	p.verdict("财政局2023决算公开表.xlsx")
	p.until(`document.querySelector('#verdict').textContent.includes('说明 财政局2023年度部门决算情况说明.docx')`)
	p.run(`document.querySelectorAll('#files .file')[2].click()`)
	p.verdict("2022情况说明.docx")
	p.click("#verdict .ran + .ran .link:last-child") // the clerk says which
	p.until(`document.querySelectorAll('dialog[open] .choices button').length === 2`)
	p.click("dialog[open] .choices button")
	p.verdict("民政局2023决算公开表.xlsx")
	p.until(`document.querySelector('#verdict').textContent.includes('说明 2022情况说明.docx') && document.querySelectorAll('#files .file').length === 2`)
}

func quoted(t *testing.T, text string) string {
	t.Helper()
	out, err := json.Marshal(text)
	require.NoError(t, err)
	return string(out)
}

// TestLongText: of a text of sixty pages what is in view is in the document, and only that;
// its end can be reached, and the words of a finding from anywhere.
func TestLongText(t *testing.T) {
	book, _, words := half(t)
	last := slices.IndexFunc(words.Blocks, func(b prose.Block) bool { return strings.Contains(b.Text, "1,678.91 万元") })
	for last+1 < len(words.Blocks) && words.Blocks[last+1].Kind != prose.Table {
		last++
	}
	var more []prose.Block
	for range 15 {
		for _, b := range words.Blocks[:last] {
			if b.Kind == prose.Paragraph {
				more = append(more, b)
			}
		}
	}
	words.Blocks = slices.Insert(words.Blocks, last+1, more...)
	p := open(t, options{prepare: hears}).ready()
	p.choose(p.write("说明.docx", prose.Docx(words)), p.write("报表.xlsx", book))
	p.verdict("报表.xlsx")
	p.until(`document.querySelector('#flow .focused')`)
	assert.Less(t, eval[int](p, `document.querySelectorAll('#flow .flow > *').length`), 80)
	assert.Greater(t, eval[int](p, `document.querySelector('#flow').scrollHeight`), 40_000)
	p.run(`{ const flow = document.querySelector('#flow'); window.end = async () => {
		for (let i = 0; i < 20; i++) { flow.scrollTop = flow.scrollHeight; await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); }
	}; }`)
	assert.True(t, eval[bool](p, `window.end().then(() => { const flow = document.querySelector('#flow'), last = [...flow.querySelectorAll('.flow > *')].at(-1);
		return last.getBoundingClientRect().bottom <= flow.getBoundingClientRect().bottom && flow.scrollTop + flow.clientHeight >= flow.scrollHeight - 2; })`))
	assert.Less(t, eval[int](p, `document.querySelectorAll('#flow .flow > *').length`), 80)
	p.press("j")
	p.press("k")
	p.until(`(() => { const at = document.querySelector('#flow .focused')?.getBoundingClientRect(), view = document.querySelector('#flow').getBoundingClientRect(); return at && at.top >= view.top && at.bottom <= view.bottom; })()`)
}
