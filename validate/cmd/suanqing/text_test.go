package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

// TestSuspectsComeFirstInText: each with its repair, the findings it explains under
// it and nowhere else, then the others.
func TestSuspectsComeFirstInText(t *testing.T) {
	_, out, _ := call("check", broken(t, "F03[2010302, 项目支出] = 2560.05", "F01[210, 金额] = 46.86"))
	suspects, rest, found := strings.Cut(out, "\n其余 7 处\n")
	require.True(t, found, out)
	assert.Contains(t, suspects, "最可能的错误")
	assert.Contains(t, suspects, "03支出决算表!E11  2010302 一般行政管理事务 项目支出：2,560.05 应为 256.05")
	assert.Contains(t, suspects, "一位数字录了两遍")
	assert.Contains(t, suspects, "01收入支出决算总表!F15  卫生健康支出 金额：46.86 应为 45.86")
	assert.Equal(t, 6, strings.Count(suspects, "✗ 错误  "), "all errors are explained")
	assert.Equal(t, 7, strings.Count(rest, "≈ 尾差  "), "the tails are not")
	assert.NotContains(t, rest, "✗ 错误  ")
}

func TestAlternativesInText(t *testing.T) {
	_, out, _ := call("check", broken(t, "F06[30204, 金额] = 7.00"))
	assert.Contains(t, out, "有几种可能，分不清是哪一处")
	assert.NotContains(t, out, "最可能的错误")
	assert.Contains(t, out, "也可能：06一般公共预算财政拨款基本支出决算明细表!F10 30204 手续费 金额：7.00 应为 0.00")
}

func TestExchangedAndMissingInText(t *testing.T) {
	_, out, _ := call("check", broken(t, "F03[2010302, 项目支出] = 139.29", "F03[2010399, 项目支出] = 256.05"))
	assert.Contains(t, out, "03支出决算表!E11 ⇄ E12  两个数互相填错了位置：2010302")
	assert.Contains(t, out, "项目支出：139.29 应为 256.05；2010399", "both cells")
	_, out, _ = call("check", broken(t, "F05!11 delete-row"))
	assert.Contains(t, out, " 下面  漏了 2010302 一般行政管理事务 一行\n")
	assert.Contains(t, out, "在原文件中补上这一行")
	assert.NotContains(t, out, "应为")
}

// TestEachFindingStandsOnce: under the suspect it goes with; the suspects stand in the
// report's order. A block is one line whatever its size.
func TestEachFindingStandsOnce(t *testing.T) {
	r := report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Fail}
	for i := range 4 {
		r.Findings = append(r.Findings, report.Finding{Rule: "r", Severity: report.Error, Message: fmt.Sprintf("第%d处", i)})
	}
	block := report.Suspect{Change: report.Change{Sheet: "表", Cell: "C8"}, Shape: report.Block, Kind: "shifted", Why: "整块数错开了 1 行", Likely: true, Range: "C8:C40", Down: -1, Explains: []int{1, 2}}
	for i := range 33 {
		block.Changes = append(block.Changes, report.Change{Sheet: "表", Cell: fmt.Sprintf("C%d", i+8)})
	}
	unsure := report.Suspect{Change: report.Change{Sheet: "表", Cell: "D9", Label: "甲", Value: "1.00"}, Shape: report.OneCell, Kind: "value", Why: "推算", Explains: []int{0, 1}}
	unsure.Changes = []report.Change{unsure.Change}
	r.Suspects = []report.Suspect{block, unsure}
	r.Link()
	var w bytes.Buffer
	writeText(&w, &r, "")
	out := w.String()
	order := []string{"最可能的错误", "1. 表!C8:C40  共 33 个单元格，应整块上移 1 行", "第1处", "第2处", "有几种可能", "2. 表!D9  甲：1.00 应为 空白", "第0处", "其余 1 处", "第3处"}
	at := 0
	for _, part := range order {
		next := strings.Index(out[at:], part)
		require.GreaterOrEqual(t, next, 0, "%s in its place:\n%s", part, out)
		at += next
	}
	for i := range 4 {
		assert.Equal(t, 1, strings.Count(out, fmt.Sprintf("第%d处", i)))
	}
}

func TestWrongUnitInText(t *testing.T) {
	_, out, _ := call("check", broken(t, `F06!I3 = "金额单位：元"`))
	assert.Contains(t, out, "06一般公共预算财政拨款基本支出决算明细表!I3  金额单位写的是“元”，应为“万元”\n")
	assert.NotContains(t, out, "漏")
}
