package e2e

import (
	"encoding/json"
	"fmt"
	"testing"

	devpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

// before runs a script in the tab ahead of the page's own.
func before(script string) func(*page) {
	return func(p *page) {
		_, err := chromedp.Call(p.ctx, devpage.AddScriptToEvaluateOnNewDocument,
			devpage.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		require.NoError(p.t, err)
	}
}

func TestOldBrowsersAreTold(t *testing.T) {
	for name, script := range map[string]string{
		"no WebAssembly": `delete window.WebAssembly`,
		"no modules":     `delete HTMLScriptElement.prototype.noModule`,
		"old scripts":    `delete String.prototype.replaceAll`,
		"no compiling":   `WebAssembly.Module = function () { throw new Error('blocked'); }`,
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, options{prepare: before(script)})
			p.until(`!document.querySelector('#old').hidden`)
			said := p.text("#old")
			assert.Contains(t, said, "切换到极速模式")
			assert.Contains(t, said, "更新浏览器")
			assert.True(t, eval[bool](p, `document.querySelector('#start').hidden && document.querySelector('#result').hidden`))
		})
	}
}

// answers puts a worker in the page that gives one report and one sheet, to
// see the page with what no small file holds.
func answers(t *testing.T, r report.Report, sheet map[string]any) func(*page) {
	t.Helper()
	text, err := r.JSON()
	require.NoError(t, err)
	drawn, err := json.Marshal(sheet)
	require.NoError(t, err)
	return before(fmt.Sprintf(`window.Worker = class {
		constructor() { queueMicrotask(() => this.onmessage({ data: {} })); }
		terminate() {}
		postMessage(m) {
			const say = (data) => queueMicrotask(() => this.onmessage({ data }));
			if (m.type === 'start') say({ type: 'ready' });
			if (m.type === 'check') say({ type: 'answer', id: m.id, value: { report: %q, sheets: '[{"name":"表","hidden":false}]', memory: 0 } });
			if (m.type === 'figures') say({ type: 'answer', id: m.id, value: '[]' });
			if (m.type === 'whatIf') say({ type: 'answer', id: m.id, value: '{"error":"这个单元格不能试算。"}' });
			if (m.type === 'sheet') say({ type: 'answer', id: m.id, value: %q });
		}
	};`, text, drawn))
}

func TestTenThousandFindingsAndALongSheet(t *testing.T) {
	const many = 10_000
	r := report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Fail, Unit: "万元", Forms: []report.Form{
		{Form: "F03", Title: "支出决算表", Sheet: "表", Range: "A1:F20000", Status: report.Read}},
		Rules: []report.Rule{}, Suspects: []report.Suspect{}}
	for i := range many {
		r.Findings = append(r.Findings, report.Finding{
			Rule: "F03.parts", Severity: report.Error, Title: "题", Message: fmt.Sprintf("第 %d 处", i), Left: "1.00", Right: "3.00", Difference: "-2.00",
			Cells: []report.Cell{
				{Sheet: "表", Cell: fmt.Sprintf("C%d", i+5), Form: "F03", Value: "1.00", Side: report.Left},
				{Sheet: "表", Cell: fmt.Sprintf("D%d", i+5), Form: "F03", Value: "3.00", Side: report.Right},
			}})
	}
	cells := [][5]any{{0, 0, "支出决算表", "t", 0}, {1, 0, "编码", "t", 0}, {1, 1, "名称", "t", 0}, {1, 2, "合计", "t", 0}, {1, 3, "基本", "t", 0}}
	for row := 2; row < 20_000; row++ {
		cells = append(cells, [5]any{row, 0, "201", "t", 0}, [5]any{row, 1, "名称", "t", 0}, [5]any{row, 2, "1.00", "n", 0}, [5]any{row, 3, "3.00", "n", 0})
	}
	p := open(t, options{prepare: answers(t, r, map[string]any{"name": "表", "hidden": false, "rows": 20_000, "cols": 4,
		"widths": []int{80, 160, 90, 90}, "heights": map[int]int{}, "hiddenRows": []int{}, "hiddenCols": []int{},
		"merges": [][4]int{{0, 0, 0, 3}, {10, 0, 9000, 0}}, "cells": cells})}).ready()
	p.drop("a.xlsx", []byte("x"))
	p.verdict("a.xlsx")
	small := `document.querySelectorAll('*').length < 1500`
	p.until(`document.querySelector('td.focused')?.dataset.at === '4,2'`)
	assert.True(t, eval[bool](p, small))

	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.list').scrollTop = 1e9`))
	p.until(`document.querySelector('[data-finding="9999"]')`)
	p.click(`[data-finding="9999"]`)
	p.until(`document.querySelector('td.focused')?.dataset.at === '10003,2'`)
	assert.True(t, eval[bool](p, small))
	assert.Equal(t, 1, eval[int](p, `document.querySelectorAll('.pinned table').length`), "the header stays in view")

	// In the middle of a merge nine thousand rows high, its text is still there.
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.list').scrollTop = 62 * 5000`))
	p.until(`document.querySelector('[data-finding="5000"]')`)
	p.click(`[data-finding="5000"]`)
	p.until(`document.querySelector('td.focused')?.dataset.at === '5004,2'`)
	assert.Equal(t, "201", p.text(`td[data-at="10,0"]`))
	assert.True(t, eval[bool](p, small))
}

func TestIncompleteSaysWhatIsMissing(t *testing.T) {
	r := report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Incomplete, Forms: []report.Form{
		{Form: "F01", Title: "收入支出决算总表", Sheet: "表", Range: "A1:B2", Status: report.Read},
		{Form: "F07", Title: "政府性基金预算财政拨款收入支出决算表", Status: report.Missing}},
		Rules: []report.Rule{
			{Rule: "a", Title: "甲规则", Outcome: report.Holds, Checked: 3},
			{Rule: "b", Title: "乙规则", Outcome: report.Skipped, Reason: "没有这一列", Unchecked: true},
			{Rule: "c", Title: "丙规则", Outcome: report.Skipped, Reason: "不适用"}},
		Findings: []report.Finding{}, Suspects: []report.Suspect{}}
	p := open(t, options{prepare: answers(t, r, map[string]any{"name": "表", "rows": 0, "cols": 0, "widths": []int{}, "heights": map[int]int{},
		"hiddenRows": []int{}, "hiddenCols": []int{}, "merges": [][4]int{}, "cells": []any{}})}).ready()
	p.drop("a.xlsx", []byte("x"))
	assert.Equal(t, "无法判断", p.verdict("a.xlsx"))
	assert.Equal(t, "缺少：07 政府性基金预算财政拨款收入支出决算表；应查未查：乙规则（没有这一列）。", p.text(".lacking"))
	assert.Contains(t, p.text(".ran"), "检查 1 条规则（核对 3 处），1 条未检查")
	p.click(".ran .link")
	p.until(`document.querySelector('#scope').open`)
	assert.Contains(t, p.text("#scope-body"), "不适用（1）")
}

func TestSuspectIsTheCulprit(t *testing.T) {
	r := report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Fail, Unit: "万元", Forms: []report.Form{
		{Form: "F03", Title: "支出决算表", Sheet: "表", Range: "A1:B2", Status: report.Read}}, Rules: []report.Rule{},
		Findings: []report.Finding{{Rule: "r", Severity: report.Error, Title: "题", Message: "一处", Cells: []report.Cell{{Sheet: "表", Cell: "A1", Form: "F03"}}}},
		Suspects: []report.Suspect{{Change: report.Change{Sheet: "表", Cell: "B2", Form: "F03", Value: "1066.51", Suggest: "10661.51"},
			Shape: report.OneCell, Why: "少录一位。", Likely: true, Explains: []int{0}, Alternatives: []report.Alternative{}}}}
	r.Suspects[0].Changes = []report.Change{r.Suspects[0].Change}
	r.Link()
	p := open(t, options{prepare: answers(t, r, map[string]any{"name": "表", "rows": 2, "cols": 2, "widths": []int{0, 0}, "heights": map[int]int{},
		"hiddenRows": []int{}, "hiddenCols": []int{1}, "merges": [][4]int{}, "cells": [][5]any{{0, 0, "甲", "t", 0}, {1, 1, "1,066.51", "n", 0}}})}).ready()
	p.drop("a.xlsx", []byte("x"))
	p.verdict("a.xlsx")
	assert.Contains(t, p.text(".counts"), "1 处错误（1 个单元格可解释）")
	p.click(".suspect")
	p.until(`document.querySelector('td.focused')?.dataset.at === '1,1'`)
	assert.Contains(t, p.text("#equation"), "10,661.51")
	assert.True(t, eval[bool](p, `[...document.querySelectorAll('th')].find((th) => th.textContent === 'B').classList.contains('hidden-line')`))
	p.click(".explained button")
	p.until(`document.querySelector('td.focused')?.dataset.at === '0,0'`)
}

// A cell that belongs to no row is named by its address: it is not blank.
func TestUnknownFiguresAreNotCalledBlank(t *testing.T) {
	r := report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Incomplete, Forms: []report.Form{
		{Form: "F06", Title: "基本支出明细表", Sheet: "表", Range: "A1:B2", Status: report.Read}}, Rules: []report.Rule{}, Suspects: []report.Suspect{},
		Findings: []report.Finding{{Rule: "book.bound", Severity: report.Warning, Title: "题", Message: "认不出", Cells: []report.Cell{
			{Sheet: "表", Cell: "A1", Form: "F06", Label: "890.90"}, {Sheet: "表", Cell: "B1", Form: "F06", Row: "301", Column: "金额", Label: "301 金额"}}}}}
	p := open(t, options{prepare: answers(t, r, map[string]any{"name": "表", "rows": 0, "cols": 0, "widths": []int{}, "heights": map[int]int{},
		"hiddenRows": []int{}, "hiddenCols": []int{}, "merges": [][4]int{}, "cells": []any{}})}).ready()
	p.drop("a.xlsx", []byte("x"))
	p.verdict("a.xlsx")
	p.until(`document.querySelector('.operand')`)
	assert.Equal(t, []string{"890.90A1", "301 金额空白"}, eval[[]string](p, `[...document.querySelectorAll('.operand')].map((b) => b.textContent)`))
}
