package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/report"
)

// edited is a workbook with some of its cells, as sheet number and address, changed;
// an empty text clears the cell.
func edited(t *testing.T, path string, cells map[string]any) []byte {
	t.Helper()
	book, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer book.Close()
	for at, value := range cells {
		var sheet int
		var cell string
		_, err := fmt.Sscanf(at, "%d!%s", &sheet, &cell)
		require.NoError(t, err)
		if value == "" {
			value = nil
		}
		require.NoError(t, book.SetCellValue(book.GetSheetList()[sheet-1], cell, value))
	}
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	return data.Bytes()
}

// One digit twice, in 2010302 项目支出: three identities break.
func typo(t *testing.T) []byte { return edited(t, seed, map[string]any{"3!E11": 2560.05}) }

// judged opens the page with a file and its verdict.
func judged(t *testing.T, name string, data []byte) *page {
	t.Helper()
	p := open(t, options{}).ready()
	p.drop(name, data)
	assert.Equal(t, "不通过", p.verdict(name))
	p.until(`document.querySelector('.suspect')`)
	return p
}

// suggested is what the focused cell shows: its value struck out and what it should be.
const suggested = `[...document.querySelectorAll('td.suggested.focused div > *')].map((e) => e.tagName + ' ' + e.textContent).join('; ')`

func (p *page) run(script string) {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](script))
}

func TestSuspectAndWhatItExplains(t *testing.T) {
	p := judged(t, "typo.xlsx", typo(t))
	assert.Contains(t, p.text(".counts"), "3 处错误（1 个单元格可解释）")
	assert.Equal(t, "最可能的错误", p.text("#suspects h2"))
	assert.Equal(t, 1, eval[int](p, `document.querySelectorAll('.suspect').length`))
	row := p.text(".suspect")
	for _, part := range []string{"03E11", "2,560.05 → 256.05", "解释 3 处", "一位数字录了两遍"} {
		assert.Contains(t, row, part)
	}
	p.until(suggested + ` === 'DEL 2,560.05; INS 256.05'`)
	assert.Equal(t, "10,4", eval[string](p, `document.querySelector('td.focused').dataset.at`))
	assert.True(t, eval[bool](p, focusedInView))

	// What it explains is folded under it; the tails are not.
	shown := `[...document.querySelectorAll('.item')].map((i) => i.dataset.finding ?? i.dataset.group ?? 'tails').join()`
	assert.Equal(t, 1, eval[int](p, `document.querySelectorAll('.item.group[aria-expanded="false"]').length`))
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('.item[data-finding]').length`))
	p.click(".item.group [data-toggle]")
	p.until(`document.querySelectorAll('.item.deep').length === 3`)
	assert.Equal(t, "0,0,1,2,tails", eval[string](p, shown), "the group, its three, the tails")
	p.click(`.item[data-finding="1"]`)
	p.until(`document.querySelector('#where').textContent.includes('第 2 处，共 10 处')`)
	p.until(`document.querySelector('td.suggested')?.dataset.at === '10,4'`) // the culprit, also of a finding
	p.click(".item.group [data-toggle]")
	p.until(`document.querySelector('.item.group')?.getAttribute('aria-selected') === 'true'`)

	// Filters: a group has what they leave of it, and goes with the last.
	p.click(`.form[data-form="F05"]`)
	p.until(`document.querySelector('.item.group')?.textContent.includes('引起的 1 处')`)
	p.click(`.form[data-form="F05"]`)
	p.click(`.chip.tail`)
	p.until(`!document.querySelector('.item.group') && document.querySelectorAll('.item.tail[data-finding]').length === 7`)
	p.click(`.chip.tail`)

	p.click(`.tab:nth-child(1)`)
	p.until(`document.querySelector('.tab[aria-selected="true"]').textContent.startsWith('01')`)
	p.click(".suspect")
	p.until(suggested + ` === 'DEL 2,560.05; INS 256.05'`)
	p.click(".explained li:nth-child(3) button")
	p.until(`document.querySelector('.item[aria-selected="true"]')?.dataset.finding === '2'`)
}

func TestTrying(t *testing.T) {
	p := judged(t, "typo.xlsx", typo(t))
	p.run(`document.querySelector('.suspect-row .try').focus()`)
	p.click(".suspect-row .try")
	p.until(`!document.querySelector('#trial').hidden`)
	assert.Contains(t, p.text("#trial"), "试算：假设 E11 改为 256.05（文件没有改动）")
	assert.Equal(t, "有尾差（可接受）", p.text(".verdict-word"))
	assert.NotContains(t, p.text(".counts"), "错误")
	assert.True(t, eval[bool](p, `document.querySelector('#suspects').hidden`))
	assert.False(t, eval[bool](p, `document.querySelector('.form[data-form="F03"]').classList.contains('fail')`))
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('.item.error').length`))
	p.until(suggested + ` === 'DEL 2,560.05; INS 256.05'`)
	assert.True(t, eval[bool](p, `document.activeElement.matches('#trial .back')`))
	assert.Contains(t, p.text("#live"), "试算：假设 E11 改为 256.05")
	assert.Contains(t, p.text("#live"), "有尾差")
	p.run(`window.dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), "不通过", "what is printed is the file's own report")

	p.click("#trial .back")
	p.until(`document.querySelector('#trial').hidden`)
	assert.Equal(t, "不通过", p.text(".verdict-word"))
	assert.Contains(t, p.text(".counts"), "3 处错误")
	assert.Contains(t, p.text("#live"), "不通过")
	assert.True(t, eval[bool](p, `document.activeElement.matches('.suspect-row .try')`), "focus is where it came from")

	// Another file ends it.
	p.click(".suspect-row .try")
	p.until(`!document.querySelector('#trial').hidden`)
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
	assert.True(t, eval[bool](p, `document.querySelector('#trial').hidden`))
	p.click(".file:nth-child(1)")
	assert.Equal(t, "不通过", p.verdict("typo.xlsx"), "nothing of it was kept")
	// The core holds the other book by now: it reads this one again.
	p.click(".suspect-row .try")
	p.until(`document.querySelector('.verdict-word').textContent.startsWith('有尾差')`)
}

func TestSuspectsByKeyboardAlone(t *testing.T) {
	p := judged(t, "two.xlsx", edited(t, seed, map[string]any{"3!E11": 2560.05, "1!F15": 46.86}))
	chosen := `(document.querySelector('.item[aria-selected="true"]')?.id)`
	p.until(chosen + ` === 'group-0'`)
	p.press("j")
	p.until(chosen + ` === 'group-1'`)
	assert.Equal(t, "true", eval[string](p, `document.querySelector('.suspect[data-suspect="1"]').getAttribute('aria-pressed')`))
	p.press(kb.ArrowRight)
	p.until(`document.querySelectorAll('.item.deep').length === 3`)
	p.press("j")
	p.until(chosen + `.startsWith('finding-')`)
	p.press(kb.ArrowLeft)
	p.until(chosen + ` === 'group-1' && !document.querySelector('.item.deep')`)
	p.press(kb.Enter)
	p.until(`document.activeElement.id === 'sheet'`)
	p.press("t")
	p.until(`!document.querySelector('#trial').hidden && document.activeElement.matches('#trial .back')`)
	assert.Contains(t, p.text(".counts"), "3 处错误", "the other cell is still wrong")
	p.press(kb.Escape)
	p.until(`document.querySelector('#trial').hidden`)
	assert.Contains(t, p.text(".counts"), "6 处错误（2 个单元格可解释）")
	p.until(chosen + ` === 'group-1'`)
	p.press("t")
	p.until(`document.activeElement.matches('#trial .back')`)
	p.press(kb.Enter)
	p.until(`document.querySelector('#trial').hidden`)
	p.press("j")
	p.until(chosen + ` !== 'group-1'`) // into the tails
	assert.Equal(t, 7, eval[int](p, `document.querySelectorAll('.item.tail[data-finding]').length`))
}

func TestAlternatives(t *testing.T) {
	p := judged(t, "unsure.xlsx", edited(t, seed, map[string]any{"6!F10": 7.00}))
	assert.Equal(t, "可能的错误", p.text("#suspects h2"), "nothing is called likely")
	assert.Contains(t, p.text(".suspect"), "有几种可能")
	assert.Contains(t, p.text(".counts"), "1 处错误（有几种可能的改法）")
	assert.NotContains(t, p.text("#equation"), "最可能")
	p.until(`document.querySelector('td.suggested.focused')`)
	assert.Equal(t, 1, eval[int](p, `document.querySelectorAll('td.suggested').length`), "one suggestion at a time")
	assert.Greater(t, eval[int](p, `document.querySelectorAll('td.marked').length`), 1, "all that may be wrong are marked")
	all := eval[int](p, `Number(document.querySelector('.alternatives .more').textContent.match(/\d+/)[0]) + document.querySelectorAll('.alternatives .operand').length`)
	p.click(".alternatives .more")
	p.until(fmt.Sprintf(`document.querySelectorAll('.alternatives .operand').length === %d`, all))
	p.click(`.alternatives [data-cell="F10"]`)
	p.until(suggested + ` === 'DEL 7.00; INS 0.00'`)
}

func TestExchangedCellsAreBothShown(t *testing.T) {
	p := judged(t, "exchanged.xlsx", edited(t, seed, map[string]any{"3!E11": 139.29, "3!E12": 256.05}))
	assert.Contains(t, p.text(".suspect"), "E11 ⇄ E12")
	p.until(`[...document.querySelectorAll('td.suggested')].map((c) => c.textContent).join('; ') === '139.29 256.05; 256.05 139.29'`)
	assert.Contains(t, p.text(".counts"), "2 个单元格可解释")
}

func TestMovedFigureIsSaid(t *testing.T) {
	p := judged(t, "moved.xlsx", edited(t, seed, map[string]any{"1!F15": "", "1!F16": 45.86}))
	assert.Contains(t, p.text(".suspect"), "F16 → F15")
	p.until(`[...document.querySelectorAll('td.suggested')].map((c) => c.textContent.trim()).join('; ') === '45.86; 45.86 0.00'`)
	p.click(".suspect-row .try")
	p.until(`!document.querySelector('#trial').hidden`)
	assert.Contains(t, p.text("#trial"), "试算：假设 F16 改为 0.00、F15 改为 45.86（文件没有改动）")
}

func TestMissingRowIsSaid(t *testing.T) {
	book, err := excelize.OpenFile(seed)
	require.NoError(t, err)
	defer book.Close()
	require.NoError(t, book.RemoveRow(book.GetSheetList()[4], 12)) // 2010399
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	p := judged(t, "missing.xlsx", data.Bytes())
	assert.Contains(t, p.text(".suspect"), "漏 2010399 一行")
	assert.Contains(t, p.text(".counts"), "1 处漏行可解释")
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('.try').length`), "there is no cell to try")
	p.until(`document.querySelector('td.focused')?.dataset.at === '10,0'`)
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('td.suggested').length`))
	assert.Contains(t, p.text("#equation"), "应在 A11 这一行的下面")
}

func TestShiftedBlockIsOne(t *testing.T) {
	const first, last = 7, 29 // the classes of 01, 金额 in F
	path := "../../testdata/clean-wan.xlsx"
	book, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer book.Close()
	cells := map[string]any{fmt.Sprintf("1!F%d", first): ""}
	for row := first; row < last; row++ {
		raw, err := book.GetCellValue(book.GetSheetList()[0], fmt.Sprintf("F%d", row), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		var figure any = ""
		if raw != "" {
			var f float64
			_, err := fmt.Sscan(raw, &f)
			require.NoError(t, err)
			figure = f
		}
		cells[fmt.Sprintf("1!F%d", row+1)] = figure
	}
	p := judged(t, "shifted.xlsx", edited(t, path, cells))
	row := p.text(".suspect")
	assert.Regexp(t, `01F\d+:F\d+`, row)
	assert.Contains(t, row, "错开了 1 行")
	assert.Regexp(t, `\d+ 个单元格`, row)
	assert.Contains(t, p.text(".counts"), "1 片错位")
	p.until(`document.querySelectorAll('td.suggested').length > 4`)
	p.click(".suspect-row .try")
	p.until(`!document.querySelector('#trial').hidden`)
	assert.Regexp(t, `假设 F\d+:F\d+ 整块 \d+ 个单元格`, p.text("#trial"))
	p.until(`document.querySelectorAll('td.suggested').length > 4`)
}

func TestAThousandSuspects(t *testing.T) {
	const many = 1000
	r := report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Fail, Unit: "万元", Rules: []report.Rule{}, Forms: []report.Form{
		{Form: "F03", Title: "支出决算表", Sheet: "表", Range: "A1:F2000", Status: report.Read}}}
	cells := [][5]any{}
	for i := range many {
		at := report.Change{Sheet: "表", Cell: fmt.Sprintf("C%d", i+1), Form: "F03", Row: "201", Column: "合计", Label: "201 合计", Value: "1.00", Suggest: "2.00"}
		r.Suspects = append(r.Suspects, report.Suspect{Change: at, Shape: report.OneCell, Kind: "digit-changed", Why: "一位数字录错", Likely: i < 500,
			Changes: []report.Change{at}, Explains: []int{i}, Alternatives: []report.Alternative{}})
		r.Findings = append(r.Findings, report.Finding{Rule: "F03.parts", Severity: report.Error, Title: "题", Message: fmt.Sprintf("第 %d 处", i),
			Cells: []report.Cell{{Sheet: "表", Cell: at.Cell, Form: "F03", Value: "1.00"}}})
		cells = append(cells, [5]any{i, 2, "1.00", "n", 0})
	}
	r.Link()
	p := open(t, options{prepare: answers(t, r, map[string]any{"name": "表", "hidden": false, "rows": many, "cols": 4,
		"widths": []int{80, 160, 90, 90}, "heights": map[int]int{}, "hiddenRows": []int{}, "hiddenCols": []int{},
		"merges": [][4]int{}, "cells": cells})}).ready()
	p.drop("a.xlsx", []byte("x"))
	p.verdict("a.xlsx")
	few := `document.querySelectorAll('*').length < 1500`
	assert.Equal(t, "0", eval[string](p, `document.querySelector('.suspect').dataset.suspect`), "as the report has them")
	assert.Equal(t, 3, eval[int](p, `document.querySelectorAll('.suspect').length`))
	assert.True(t, eval[bool](p, few))
	p.click(".suspects-head button")
	p.until(`document.querySelectorAll('.suspect').length > 3`)
	p.run(`document.querySelector('.suspect-list').scrollTop = 1e9`)
	p.until(`document.querySelector('.suspect[data-suspect="999"]')`)
	assert.True(t, eval[bool](p, few))
	p.click(`.suspect[data-suspect="999"]`)
	p.until(`document.querySelector('td.focused')?.dataset.at === '999,2'`)
	p.until(`document.querySelector('.item[aria-selected="true"]')?.id === 'group-999'`)
	p.press("k")
	p.until(`document.querySelector('.suspect[aria-pressed="true"]')?.dataset.suspect === '998'`)
	assert.True(t, eval[bool](p, few))

	// What cannot be tried is said, and nothing else changes.
	p.press("t")
	p.until(`document.querySelector('#equation .trouble')?.textContent === '这个单元格不能试算。'`)
	assert.Equal(t, "这个单元格不能试算。", p.text("#live"))
	assert.True(t, eval[bool](p, `document.querySelector('#trial').hidden`))
}

func TestPrintedSuspects(t *testing.T) {
	p := judged(t, "both.xlsx", edited(t, seed, map[string]any{"3!E11": 2560.05, "6!F10": 7.00}))
	p.run(`window.dispatchEvent(new Event('beforeprint'))`)
	printed := p.text("#print")
	for _, part := range []string{"最可能的错误（1）", "2,560.05 → 256.05", "有几种可能（1）", "也可能是 F10 7.00 → 0.00", "解释 3 处"} {
		assert.Contains(t, printed, part)
	}
}

// Blank operands stand behind one button until they are asked for.
func TestBlankOperandsAreFolded(t *testing.T) {
	p := judged(t, "a.xlsx", edited(t, seed, map[string]any{"1!F15": 46.86}))
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.side-of.right')`)
	shown := `[...document.querySelectorAll('.side-of.right .operand')].map((b) => b.textContent).join('; ')`
	assert.Equal(t, "一般公共服务支出1,459.26; 社会保障和就业支出94.74; 卫生健康支出46.86; 住房保障支出78.05; 另有 22 格空白", eval[string](p, shown))
	p.click(".side-of.right .operand.blank")
	assert.Equal(t, 26, eval[int](p, `document.querySelectorAll('.side-of.right .operand').length`))
	assert.Equal(t, "外交支出空白", eval[string](p, `document.activeElement.textContent`), "the focus goes to the first of them")
	assert.Equal(t, 0, eval[int](p, `[...document.querySelectorAll('.side-of.right .term')].filter((t, i) => i && !t.querySelector('.sign')).length`))
}
