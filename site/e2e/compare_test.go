package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/report"
)

// table is the rows of one of the tables of the dialog that is open, by its caption.
func (p *page) table(caption string) []string {
	p.t.Helper()
	return eval[[]string](p, `[...([...document.querySelectorAll('dialog[open] table')]
		.find((t) => t.caption.textContent.startsWith('`+caption+`（'))?.tBodies[0].rows ?? [])].map((r) => [...r.cells].map((c) => c.textContent).join('|'))`)
}

// TestCompareWithCorrectedVersion: the clerk mends the file where it stands, so the
// first version is gone from the disk when the second is dropped.
func TestCompareWithCorrectedVersion(t *testing.T) {
	p := open(t, options{}).ready()
	path := filepath.Join(t.TempDir(), "办公室-2023.xlsx")
	// 2010302 项目支出 and 01 的 210: two causes; the first is mended, a row of 05 spoilt.
	require.NoError(t, os.WriteFile(path, edited(t, seed, map[string]any{"3!E11": 2560.05, "1!F15": 46.86}), 0o600))
	p.choose(path)
	assert.Equal(t, "不通过", p.verdict("办公室-2023.xlsx"))
	p.until(`document.querySelector('#sheet td.n')`)
	before := p.text(".counts")
	assert.Contains(t, before, "6 处错误")
	assert.True(t, eval[bool](p, `document.querySelector('#compare').hidden && document.querySelector('#compare-button').hidden`), "nothing to compare with")

	// The same with a row and a column more on 03, so that every address there is another.
	book, err := excelize.OpenFile(seed)
	require.NoError(t, err)
	defer book.Close()
	sheets := book.GetSheetList()
	require.NoError(t, book.SetCellValue(sheets[0], "F15", 46.86))
	require.NoError(t, book.SetCellValue(sheets[4], "C12", 159.87)) // 2010399 小计
	require.NoError(t, book.InsertRows(sheets[2], 1, 2))
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, data.Bytes(), 0o600))
	p.choose(path)
	p.until(`!document.querySelector('#compare').hidden`)
	told := p.text("#compare span")
	assert.Regexp(t, `^与“办公室-2023.xlsx”比较：改好 3 处，新出现 \d+ 处，仍在 10 处；改动 2 个单元格。$`, told)
	assert.Contains(t, p.text("#live"), told, "it is said")
	assert.Contains(t, p.text("#live"), "不通过", "after the verdict")

	p.stroke("c")
	p.until(`document.querySelector('dialog[open]')`)
	cells := p.table("改动的单元格")
	require.Len(t, cells, 2)
	assert.Regexp(t, `^03 E13\|.*2010302.*项目支出\|2,560.05\|256.05$`, cells[0], "where it is by now")
	assert.Regexp(t, `^05 C12\|.*2010399.*小计\|.*\|159.87$`, cells[1])
	assert.Len(t, p.table("改好"), 3)
	assert.Len(t, p.table("仍在"), 10, "three errors and seven tails")
	errors := 0
	for _, f := range validate.Check("a.xlsx", data.Bytes(), nil).Report.Findings {
		if f.Severity == report.Error {
			errors++
		}
	}
	assert.Greater(t, errors, 3)
	assert.Len(t, p.table("新出现"), errors-3)

	// To the cell, and to a finding, by keys alone.
	p.run(`document.querySelector('dialog[open] table:last-of-type button').focus()`)
	p.press(kb.Enter)
	p.until(`!document.querySelector('dialog[open]') && document.activeElement.id === 'sheet' && document.querySelector('td.focused')?.dataset.at === '12,4'`)
	assert.Contains(t, p.text("#equation"), "上一份是 2,560.05，这一份是 256.05。")
	p.stroke("c")
	p.until(`document.querySelector('dialog[open]')`)
	p.run(`[...document.querySelectorAll('dialog[open] table')].find((t) => t.caption.textContent.startsWith('新出现')).querySelector('button').focus()`)
	p.press(kb.Enter)
	p.until(`!document.querySelector('dialog[open]') && document.querySelector('#equation .operand')`)
	assert.Contains(t, p.text("#equation"), "一般公共预算")
	assert.True(t, eval[bool](p, `document.activeElement.matches('.list')`))
}

// TestCompareMatchesWhatIsLike: an error that is down to a tail is fixed, one whose
// difference alone is another is still there.
func TestCompareMatchesWhatIsLike(t *testing.T) {
	p := open(t, options{}).ready()
	p.drop("a.xlsx", edited(t, seed, map[string]any{"3!E11": 2560.05}))
	p.verdict("a.xlsx")
	p.drop("b.xlsx", edited(t, seed, map[string]any{"3!E11": 2570.05}))
	p.until(`!document.querySelector('#compare').hidden`)
	assert.Equal(t, "与“a.xlsx”比较：改好 0 处，新出现 0 处，仍在 10 处（其中 3 处差额变了）；改动 1 个单元格。", p.text("#compare span"))
	p.click("#compare-details")
	moved := 0
	for _, row := range p.table("仍在") {
		assert.NotContains(t, row, "原为")
		if strings.Contains(row, "差额") {
			moved++
		}
	}
	assert.Equal(t, 3, moved)
	p.press(kb.Escape)
	p.drop("c.xlsx", read(t, seed))
	p.until(`document.querySelector('#compare span')?.textContent.startsWith('与“b.xlsx”比较：改好 3 处，新出现 0 处，仍在 7 处')`)

	// Its figures in 元 are none to compare with those in 万元.
	yuan, err := os.ReadFile("../../testdata/clean-yuan.xlsx")
	require.NoError(t, err)
	p.drop("other.xlsx", yuan)
	p.verdict("other.xlsx")
	assert.True(t, eval[bool](p, `document.querySelector('#compare').hidden`), "another department: only when asked")
	p.run(`document.querySelector('#compare-button').focus()`)
	p.press(kb.Enter)
	p.until(`document.querySelector('dialog[open]')`)
	told := p.text("#compare span")
	for _, part := range []string{"与“c.xlsx”比较", "金额单位不同（万元、元）", "部门或年度不同"} {
		assert.Contains(t, told, part)
	}
	assert.Empty(t, p.table("改动的单元格"))
	p.press(kb.Escape)

	// Back to the first: nothing was there before it.
	p.click(`.file:nth-child(1)`)
	p.verdict("a.xlsx")
	assert.True(t, eval[bool](p, `document.querySelector('#compare').hidden && document.querySelector('#compare-button').hidden`))
}
