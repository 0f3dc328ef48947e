package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

// shapes is a report with a suspect of every shape, and the sheet it is of: a figure, a
// code or a unit in every cell that a suspect changes.
func shapes(t *testing.T) (report.Report, map[string]any) {
	t.Helper()
	var r report.Report
	require.NoError(t, json.Unmarshal(read(t, "../../testdata/shapes.json"), &r))
	cells := [][5]any{{0, 0, "支出决算表", "t", 0}, {1, 4, "金额单位：元", "t", 0}, {2, 0, "科目编码", "t", 0}}
	for i := range r.Suspects {
		s := &r.Suspects[i]
		for _, c := range append(s.Changes, s.Change) {
			var col rune
			var row int
			_, err := fmt.Sscanf(c.Cell, "%c%d", &col, &row)
			require.NoError(t, err)
			if s.Shape != report.FormUnit && s.Shape != report.RowMissing {
				cells = append(cells, [5]any{row - 1, col - 'A', c.Value, "n", 0})
			}
		}
	}
	return r, map[string]any{"name": "表", "hidden": false, "rows": 24, "cols": 5, "widths": []int{90, 160, 110, 110, 110},
		"heights": map[int]int{}, "hiddenRows": []int{}, "hiddenCols": []int{}, "merges": [][4]int{}, "cells": cells}
}

// drawn opens the page with a report, its sheet called 表.
func drawn(t *testing.T, r report.Report, sheet map[string]any) *page {
	t.Helper()
	text, err := r.JSON()
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal([]byte(strings.ReplaceAll(string(text), "05表", "表")), &r))
	p := open(t, options{prepare: answers(t, r, sheet)}).ready()
	p.drop("shapes.xlsx", []byte("x"))
	p.verdict("shapes.xlsx")
	return p
}

// shot keeps a picture of the screen for whoever wants to look.
func (p *page) shot(name string) {
	p.t.Helper()
	if dir := os.Getenv("SUANQING_SHOTS"); dir != "" {
		png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		require.NoError(p.t, err)
		require.NoError(p.t, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600))
	}
}

// TestEveryShapeIsDrawn: in the list, the panel, the sheet and the print a suspect is
// what its shape says.
func TestEveryShapeIsDrawn(t *testing.T) {
	r, sheet := shapes(t)
	p := drawn(t, r, sheet)
	cases := []struct {
		row, panel, print string
		focused           string // what the sheet shows at its place
		try               bool
	}{
		{"05E42,560.05 → 256.05", "E4 2010301 行政运行 项目支出2,560.05 → 256.05", "表 E4|2,560.05 → 256.05", "2560.05 256.05", true},
		{"05C6 等 2 格1,300.00 → 1,310.00", "C5 201 一般公共服务支出 小计1,400.00 → 1,410.00", "表 C6 等 2 格|1,300.00 → 1,310.00；1,400.00 → 1,410.00", "1300.00 1,310.00", true},
		{"05C8:C114 个单元格，下移 1 行", "把整块数移回原位", "表 C8:C11|4 个单元格，下移 1 行", "11.00 空白", true},
		{"05D12:E122 个单元格，左移 1 栏", "把整块数移回原位", "表 D12:E12|2 个单元格，左移 1 栏", "21.00 22.00", true},
		{"05E13 ⇄ E14139.29 → 256.05", "E14 2010399 项目支出256.05 → 139.29", "表 E13 ⇄ E14|139.29 → 256.05；256.05 → 139.29", "139.29 256.05", true},
		{"05E15 → E1645.86", "E16 210 项目支出空白 → 45.86", "表 E15 → E16|45.86 → 0.00；空白 → 45.86", "45.86 0.00", true},
		{"05漏 2080599 一行在 A17 下面", "应在 A17 这一行的下面", "表 漏 2080599 一行|在 A17 下面", "", false},
		{"05C18:D18 重复填了两遍", "C18 2080505 养老 小计31.00 → 空白", "表 C18:D18 重复|填了两遍", "31.00 空白", true},
		{"05A19 科目编码2080509 → 2080506", "A19 科目编码2080509 → 2080506", "表 A19 科目编码|2080509 → 2080506", "2080509 2080506", false},
		{"05E2 金额单位元 → 万元", "E2 金额单位写的是“元”，应为“万元”", "表 E2 金额单位|元 → 万元", "金额单位：元", false},
		{"05E207.00 → 空白", "E21 22103 项目支出38.47 → 31.47", "表 E20|7.00 → 空白", "7.00 空白", true},
		{"05漏 2210201 一行在 A22 下面", "应在 A22 这一行的下面", "表 漏 2210201 一行|在 A22 下面", "", false},
	}
	require.Len(t, r.Suspects, len(cases))
	assert.Contains(t, p.text(".counts"), "其中 10 处 7 个单元格、2 片错位、1 处漏行、1 处重复行、1 个编码、1 处金额单位可解释")
	p.click(".suspects-head button")
	p.until(`document.querySelectorAll('.suspect').length > 3`)
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	printed := eval[[]string](p, `[...document.querySelectorAll('#print tr')].map((tr) => [tr.cells[0], tr.cells[2]].map((c) => c?.textContent).join('|'))`)
	whole := p.text("#print")
	p.run(`dispatchEvent(new Event('afterprint'))`)
	for i, c := range cases {
		p.run(fmt.Sprintf(`document.querySelector('.suspect-list').scrollTop = %d`, 48*i))
		p.click(fmt.Sprintf(`.suspect[data-suspect="%d"]`, i))
		p.until(fmt.Sprintf(`document.querySelector('.suspect[aria-pressed="true"]')?.dataset.suspect === '%d' && document.querySelector('td.focused')`, i))
		row := fmt.Sprintf(`.suspect[data-suspect="%d"]`, i)
		assert.Equal(t, c.row, p.text(row+" .suspect-cell")+p.text(row+" .suspect-change"))
		assert.Contains(t, p.text("#equation"), c.panel)
		assert.Contains(t, printed, c.print)
		assert.Equal(t, c.focused, p.text("td.focused"), c.row)
		shown := eval[int](p, `document.querySelectorAll('td.suggested').length`)
		assert.Equal(t, c.try || r.Suspects[i].Shape == report.Code, shown > 0, c.row)
		assert.Equal(t, c.try, eval[bool](p, `Boolean(document.querySelector('#equation .try'))`), c.row)
		assert.Equal(t, c.try, eval[bool](p, `Boolean(document.querySelector('.suspect-row.is-chosen .try'))`), c.row)
		for _, text := range []string{p.text("#equation"), p.text(row)} {
			assert.NotContains(t, text, "空白 → 空白")
			assert.NotContains(t, text, "2,080,50")
		}
		p.shot(fmt.Sprintf("shape-%02d-%s", i, r.Suspects[i].Shape))
	}
	assert.NotContains(t, whole, "空白 → 空白")
	assert.NotContains(t, whole, "4,139.29")

	// The finding of a code shows the code; what nobody can explain is said.
	p.click(`#group-8 [data-toggle]`)
	p.click(`[data-finding="8"]`)
	p.until(`document.querySelector('td.suggested')?.dataset.at === '18,0'`)
	for _, text := range []string{p.text(".suspects-notes"), whole} {
		assert.Contains(t, text, "另有 1 处错误说不准是哪一格错了，请对照账表核对。")
		assert.Contains(t, text, "时间不够，还有 2 组等式没有找完。")
	}
	p.drop("a.json", []byte(accepting(&r, "已核对", "2024-02-02T03:04:05.678Z", r.Findings[12])))
	p.until(`document.querySelector('.suspects-notes').textContent === '时间不够，还有 2 组等式没有找完。'`) // what is accepted is not open
}

// TestNoSuspectIsSaid: where nothing tells which figure is wrong, the page says so.
func TestNoSuspectIsSaid(t *testing.T) {
	r, sheet := shapes(t)
	r.Suspects, r.Search = []report.Suspect{}, ""
	r.Link()
	p := drawn(t, r, sheet)
	const said = "说不准是哪一格错了：下面的等式逐条列出，请对照账表核对。"
	assert.Equal(t, "可能的错误"+said, p.text("#suspects"))
	assert.True(t, eval[bool](p, `document.querySelector('#suspects').checkVisibility()`))
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), said)
	p.shot("no-suspect")
}
