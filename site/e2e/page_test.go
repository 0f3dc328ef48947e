package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func TestRealFileThroughTheInput(t *testing.T) {
	p := open(t, options{}).ready()
	assert.Equal(t, "文件不离开本机i", p.text("#privacy"))
	p.choose(seed)
	assert.Equal(t, "有尾差（可接受）", p.verdict("lanshan-2023.xlsx"))
	assert.Contains(t, p.text(".verdict-facts"), "7 处尾差")
	assert.Contains(t, p.text(".verdict-facts"), "0 条未检查")
	assert.Contains(t, p.text(".verdict-of"), "临沂市兰山区人民政府办公室")
	assert.True(t, eval[bool](p, `document.activeElement.id === 'verdict'`), "focus goes to the verdict")
	assert.Equal(t, 9, eval[int](p, `document.querySelectorAll('.form').length`))
	assert.Contains(t, p.text("#live"), "检查完成：有尾差")
	assert.Equal(t, "true", eval[string](p, `String(document.querySelector('#veil').hidden)`))
}

func TestTailsAreFoldedIntoOneLine(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	assert.Equal(t, 1, eval[int](p, `document.querySelectorAll('.item').length`))
	p.click(".item.fold")
	p.until(`document.querySelectorAll('.item[data-finding]').length === 7`)
	p.click(".item.fold")
	p.until(`document.querySelectorAll('.item[data-finding]').length === 0`)
}

func TestDrop(t *testing.T) {
	p := open(t, options{}).ready()
	p.drop("拖入.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("拖入.xlsx"))
	p.drop("拖入.xlsx", read(t, seed))
	p.drop("另一个.xlsx", read(t, "../../testdata/clean-yuan.xlsx"))
	assert.Equal(t, "通过", p.verdict("另一个.xlsx"))
}

func TestSeveralFiles(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(seed, "../../testdata/putuo-finance-2024.xlsx", "../../testdata/clean-yuan.xlsx")
	p.verdict("lanshan-2023.xlsx")
	p.until(`document.querySelectorAll('.file .out-of-sight').length === 3 && !document.querySelector('#files').textContent.match(/等待|检查中/)`)
	p.click(".file:nth-child(2)")
	p.verdict("putuo-finance-2024.xlsx")
	// The engine holds the last book only; the sheets of another are read again.
	p.until(`document.querySelector('#sheet').textContent.includes('普陀')`)
	p.click(".file:nth-child(1)")
	p.verdict("lanshan-2023.xlsx")
	p.until(`document.querySelector('#sheet').textContent.includes('兰山')`)
}

// Of many files there is a list, what needs a look first; one that opens from it is seen
// with its neighbours.
func TestManyFiles(t *testing.T) {
	p := withAxe(t, options{}).ready()
	dir := t.TempDir()
	var paths []string
	for name, data := range map[string][]byte{"1.xlsx": read(t, seed), "2.xlsx": typo(t), "3.xlsx": read(t, "../../testdata/clean-yuan.xlsx"),
		"4.pdf": []byte("%PDF-1.7"), "5.xlsx": read(t, "../../testdata/putuo-finance-2024.xlsx")} {
		paths = append(paths, filepath.Join(dir, name))
		require.NoError(t, os.WriteFile(paths[len(paths)-1], data, 0o600))
	}
	slices.Sort(paths)
	p.choose(paths...)
	p.listed(5)
	p.accessible("list of the files")
	rows := p.rows()
	require.Len(t, rows, 5)
	assert.Regexp(t, `^✗不通过\|2\.xlsx\|临沂.*\|–\|3\|\|\|7\|$`, rows[0])
	assert.Regexp(t, `^!没有检查\|4\.pdf\|.*PDF`, rows[1])
	assert.Regexp(t, `^✓通过\|3\.xlsx\|`, rows[4])
	assert.Contains(t, p.text("#list-counts"), "不通过 1 份")
	assert.Contains(t, p.text("#live"), "不通过 1 份")

	p.press(kb.ArrowDown) // from the title to the first, and on
	p.press(kb.ArrowDown)
	p.press(kb.ArrowUp)
	p.press(kb.Enter)
	p.verdict("2.xlsx")
	p.until(`document.querySelector('#compare').textContent.includes('改动 1 个单元格')`) // figures are read again
	assert.Equal(t, 1, eval[int](p, `document.querySelectorAll('#files .file').length`))
	p.press("]")
	p.verdict("3.xlsx")
	p.run(`document.querySelector('[data-step="-1"]').focus()`)
	p.press(kb.Enter)
	p.verdict("2.xlsx")
	p.press("l")
	p.until(`document.activeElement?.textContent === '2.xlsx' && !document.querySelector('#list').hidden`)
	p.run(`[...document.querySelectorAll('#list tbody button')].find((b) => b.textContent === '5.xlsx').click()`)
	p.verdict("5.xlsx")
	p.until(`document.querySelector('#sheet').textContent.includes('普陀')`)
	p.drop("6.xlsx", typo(t))
	p.verdict("6.xlsx")
	assert.Equal(t, "全部 6 份", p.text("#all-files"))
	p.press(kb.Escape)
	p.listed(6)
}

func TestChosenFindingMarksItsCells(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	p.click(".item.fold")
	p.until(`document.querySelectorAll('.item[data-finding]').length === 7`)
	p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('.item')].find((i) => i.textContent.includes('301')).click()`))
	p.until(`document.querySelector('.tab[aria-selected="true"]').textContent.startsWith('06')`)
	p.until(`document.querySelector('td.focused')`)
	assert.Equal(t, "987.28", p.text("td.at-left.focused"), "the left operand is focused")
	assert.Equal(t, "5,2", eval[string](p, `document.querySelector('td.at-left').dataset.at`), "C6")
	assert.Equal(t, "226.23", p.text("td.at-right"))
	assert.Equal(t, "solid dashed", eval[string](p, `['.at-left', '.at-right'].map((s) => getComputedStyle(document.querySelector('td' + s)).outlineStyle).join(' ')`),
		"sides differ by more than colour")
	assert.True(t, eval[bool](p, `[...document.querySelectorAll('td.marked')].every((td) => td.offsetHeight === td.parentNode.offsetHeight)`), "a marked cell is a cell")
	assert.Equal(t, "左右", eval[string](p, `document.querySelector('td.at-left').dataset.side + document.querySelector('td.at-right').dataset.side`))
	assert.Contains(t, p.text("#equation"), "允许尾差 ±0.055")
	assert.Equal(t, "≈", p.text(".relation"))
}

func TestOperandGoesToItsCell(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	p.click(".item.fold")
	p.until(`document.querySelectorAll('.item[data-finding]').length === 7`)
	p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('.item')].find((i) => i.textContent.includes('人员经费合计')).click()`))
	p.until(`document.querySelector('.tab[aria-selected="true"]').textContent.startsWith('05')`)
	p.click(`.operand[data-cell="I40"]`)
	p.until(`document.querySelector('.tab[aria-selected="true"]').textContent.startsWith('06')`)
	p.until(`document.querySelector('td.focused')?.dataset.at === '39,8'`)
	assert.Equal(t, "289.22", p.text("td.focused"))
	assert.True(t, eval[bool](p, focusedInView), "the cell is in view, not under the header")
	assert.True(t, eval[bool](p, `document.querySelectorAll('.grid tr').length < 60`))
}

const focusedInView = `(() => {
	const cell = document.querySelector('td.focused').getBoundingClientRect();
	const view = document.querySelector('#sheet').getBoundingClientRect();
	return cell.top >= view.top + 24 && cell.bottom <= view.bottom && cell.left >= view.left && cell.right <= view.right;
})()`

func TestKeys(t *testing.T) {
	p := open(t, options{}).ready()
	p.press("j") // nothing to go through yet: no error
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	selected := `document.querySelector('.item[aria-selected="true"]')?.dataset.finding`
	p.press("j")
	p.until(selected + ` === '0'`)
	p.press("j")
	p.press(kb.ArrowDown)
	p.until(selected + ` === '2'`)
	p.press("k")
	p.press(kb.ArrowUp)
	p.until(selected + ` === '0'`)
	p.press("k")
	assert.Equal(t, "0", eval[string](p, selected), "stays on the first")
	p.press(kb.Enter)
	p.until(`document.activeElement.id === 'sheet'`)
	p.press("f")
	p.until(`document.activeElement.dataset.severity === 'tail'`)
	p.press(kb.ArrowRight)
	p.until(`document.activeElement.matches('.form-filter')`)
	p.press(kb.ArrowLeft)
	p.press(" ")
	p.until(`document.querySelector('.chip.tail').getAttribute('aria-pressed') === 'true'`)
	p.press(kb.Escape)
	p.until(`document.activeElement.matches('.list') && document.querySelector('.chip.tail').getAttribute('aria-pressed') === 'false'`)
	p.press("?")
	p.until(`document.querySelector('#keys').open`)
	p.press("j")
	assert.Equal(t, "0", eval[string](p, selected), "keys rest while a dialog is open")
	p.press(kb.Escape)
	p.until(`!document.querySelector('#keys').open`)
}

func TestFilterByForm(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	p.click(`.form[data-form="F03"]`)
	p.until(`document.querySelector('.tab[aria-selected="true"]').textContent.startsWith('03')`)
	assert.Contains(t, p.text(".item.fold"), "2 处尾差")
	p.click(`.form[data-form="F03"]`)
	p.until(`document.querySelector('.item.fold').textContent.includes('7 处尾差')`)
	p.click(`.form[data-form="F09"]`)
	p.until(`document.querySelector('.list').textContent.includes('没有问题')`)
}

func TestFileBeforeTheEngineIsReady(t *testing.T) {
	gate := make(chan struct{})
	p := open(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".wasm") {
				select {
				case <-gate:
				case <-r.Context().Done():
					return
				}
			}
			next.ServeHTTP(w, r)
		})
	}})
	p.drop("early.xlsx", read(t, seed))
	p.until(`!document.querySelector('#working').hidden && document.querySelector('#working-stage').textContent.includes('准备')`)
	close(gate)
	assert.Equal(t, "有尾差（可接受）", p.verdict("early.xlsx"))
}

func TestEngineThatCannotBeLoaded(t *testing.T) {
	broken := true
	p := open(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if broken && strings.HasSuffix(r.URL.Path, ".wasm") {
				http.Error(w, "down", http.StatusServiceUnavailable)
				return
			}
			next.ServeHTTP(w, r)
		})
	}})
	p.drop("a.xlsx", read(t, seed))
	p.problem("检查程序没有加载完成")
	broken = false
	p.click("#problem button")
	assert.Equal(t, "有尾差（可接受）", p.verdict("a.xlsx"))
}

func TestRefusedFilesLeaveTheDropZone(t *testing.T) {
	p := open(t, options{}).ready()
	for name, data := range map[string]string{
		"report.pdf": "%PDF-1.7\n%âãÏÓ\n1 0 obj",
		"empty.xlsx": "",
		"noise.xlsx": "\x8f\x02\x9a\xff\x00\x11\xfe\xc3\x28\xa0\xa1",
	} {
		p.drop(name, []byte(data))
		said := p.problem(name)
		assert.Greater(t, strings.Count(said, "。"), 1, "what it is and what to do: %s", said)
		assert.False(t, eval[bool](p, `document.querySelector('#invite').hidden || document.querySelector('#start').hidden`))
		assert.True(t, eval[bool](p, `document.activeElement.id === 'problem'`))
	}
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
}

func TestWhatAFileSaysStaysText(t *testing.T) {
	const markup = `<img src=x onerror=window.hacked=1>`
	book, err := excelize.OpenFile(seed)
	require.NoError(t, err)
	defer book.Close()
	names := book.GetSheetList()
	require.NoError(t, book.SetSheetName(names[2], "<b>3<b>"))
	require.NoError(t, book.SetCellValue("<b>3<b>", "B8", markup))
	require.NoError(t, book.SetCellValue("<b>3<b>", "A3", "部门："+markup))
	require.NoError(t, book.SetCellValue("<b>3<b>", "D8", 5061.71)) // and a finding that quotes them
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	p := open(t, options{}).ready()
	name := "<i>名</i>.xlsx"
	p.drop(name, data.Bytes())
	assert.Equal(t, "不通过", p.verdict(name))
	p.until(`[...document.querySelectorAll('.tab')].some((tab) => tab.textContent === '<b>3<b>')`)
	p.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelectorAll('.tab')].find((tab) => tab.textContent === '<b>3<b>').click()`))
	p.until(`[...document.querySelectorAll('td')].some((td) => td.textContent.includes('onerror'))`)
	p.do(chromedp.Evaluate[chromedp.Void](`window.dispatchEvent(new Event('beforeprint'))`))
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('img, i, body b:not(.figure), body script').length`))
	assert.Equal(t, "undefined", eval[string](p, `typeof window.hacked`))
}

func TestErrorIsFoundAndShownFirst(t *testing.T) {
	book, err := excelize.OpenFile(seed)
	require.NoError(t, err)
	defer book.Close()
	sheet := book.GetSheetList()[2]
	require.NoError(t, book.SetCellValue(sheet, "D9", 106.51)) // 20103 基本支出 was 1,061.71
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	p := open(t, options{}).ready()
	p.do(chromedp.EmulateViewport(1366, 600))
	p.drop("slip.xlsx", data.Bytes())
	assert.Equal(t, "不通过", p.verdict("slip.xlsx"))
	p.until(`document.querySelector('td.focused')`)
	p.until(focusedInView) // also after the view has laid itself out anew
	assert.Equal(t, "0", eval[string](p, `document.querySelector('.item[aria-selected="true"]').dataset.group`), "what explains it")
	assert.True(t, eval[bool](p, `document.querySelector('.form[data-form="F03"]').classList.contains('fail')`))
	assert.True(t, eval[bool](p, `document.querySelector('.tab[aria-selected="true"]').textContent.startsWith('03')`))
}

func TestPrintedPage(t *testing.T) {
	p := open(t, options{}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	p.dark()
	pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF())
	require.NoError(t, err)
	assert.Greater(t, len(pdf), 10_000)
	p.do(chromedp.Evaluate[chromedp.Void](`window.dispatchEvent(new Event('beforeprint'))`))
	printed := p.text("#print")
	for _, part := range []string{"有尾差（可接受）", "lanshan-2023.xlsx", "尾差汇总（7）", "未检查", "SHA-256"} {
		assert.Contains(t, printed, part)
	}
	assert.Equal(t, 7, eval[int](p, `[...document.querySelectorAll('#print table:last-of-type tbody tr')].reduce((sum, tr) => sum + Number(tr.textContent.match(/(\d+) 处/)[1]), 0)`), "every tail is counted once")
}
