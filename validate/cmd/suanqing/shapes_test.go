package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/annotate"
	"suanqing/validate/export"
	"suanqing/validate/report"
)

// shapes is a report with a suspect of every shape; finding i goes with suspect i.
func shapes(t *testing.T) *report.Report {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/shapes.json")
	require.NoError(t, err)
	var r report.Report
	require.NoError(t, json.Unmarshal(data, &r))
	linked := r
	linked.Findings = append([]report.Finding{}, r.Findings...)
	linked.Link()
	require.Equal(t, r.Findings, linked.Findings)
	return &r
}

// TestEveryShapeIsFollowed: a suspect says the same in the text, the CSV and the
// annotated copy, and no right figure is called wrong.
func TestEveryShapeIsFollowed(t *testing.T) {
	cases := []struct {
		shape   report.Shape
		words   string // where, a bar, and what is read there
		comment string // the end of the note on the cell, where it is not the words
		mend    string
	}{
		{shape: report.OneCell, words: "E4|2010301 行政运行 项目支出：2,560.05 应为 256.05"},
		{shape: report.SomeCells, words: "C6|20103 政府办公厅 小计：1,300.00 应为 1,310.00；C5 201 一般公共服务支出 小计：1,400.00 应为 1,410.00"},
		{shape: report.Block, words: "C8:C11|共 4 个单元格，应整块下移 1 行", mend: "移回原位"},
		{shape: report.Block, words: "D12:E12|共 2 个单元格，应整块左移 1 栏", mend: "移回原位"},
		{shape: report.Exchange, words: "E13 ⇄ E14|两个数互相填错了位置：2010302 项目支出：139.29 应为 256.05；2010399 项目支出：256.05 应为 139.29"},
		{shape: report.Exchange, words: "E15 → E16|208 项目支出：45.86 应填在 210 项目支出，这一格应为 0.00"},
		{shape: report.RowMissing, words: "A17 下面|漏了 2080599 其他养老支出 一行",
			comment: "在这一行下面，支出表漏了“2080599 其他养老支出”一行：项目支出 4139.29", mend: "补上这一行"},
		{shape: report.RowRepeated, words: "C18:D18|同一行填了两遍，应删去一行", mend: "删去重复的一行"},
		{shape: report.Code, words: "A19|科目编码 2080509 应为 2080506"},
		{shape: report.FormUnit, words: "E2|金额单位写的是“元”，应为“万元”", mend: "改正单位"},
		{shape: report.OneCell, words: "E20|22102 项目支出：7.00 应为 空白"},
		{shape: report.RowMissing, words: "A22 下面|漏了 2210201 住房公积金 一行",
			comment: "在这一行下面，支出表漏了“2210201 住房公积金”一行：基本支出 78.05", mend: "补上这一行"},
	}
	r := shapes(t)
	require.Len(t, r.Suspects, len(cases))
	var w bytes.Buffer
	writeText(&w, r, "")
	text := w.String()
	_, rest, _ := bytes.Cut(export.CSV(r), []byte("\ufeff"))
	list, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
	require.NoError(t, err)
	notes, result := annotatedShapes(t, r)
	for i, c := range cases {
		s := &r.Suspects[i]
		require.Equal(t, c.shape, s.Shape)
		where, reading, _ := strings.Cut(c.words, "|")

		_, part, found := strings.Cut(text, "\n  "+strconv.Itoa(i+1)+". ")
		require.True(t, found)
		part, _, _ = strings.Cut(part, "\n  "+strconv.Itoa(i+2)+". ")
		head, part, _ := strings.Cut(part, "\n")
		assert.Equal(t, "05表!"+where+"  "+reading, head)
		assert.Contains(t, part, c.mend)
		assert.Contains(t, part, "  第 "+strconv.Itoa(i)+" 处\n", "its finding stands under it")
		assert.Equal(t, 1, strings.Count(text, "  第 "+strconv.Itoa(i)+" 处\n"))

		words := "05表!" + where + " " + reading
		if !s.Likely {
			words = "有几种可能，例如：" + words
		}
		assert.Equal(t, words, list[i+1][16])

		if c.comment == "" {
			c.comment = s.Why + "\n" + reading
		}
		assert.Contains(t, notes[s.Cell], "错误】"+c.comment)
		row := result[strconv.Itoa(i+1)]
		value, should, at := row[0], row[1], row[2]
		switch s.Shape {
		case report.RowMissing:
			assert.Empty(t, value+should)
			assert.Equal(t, "05表!"+s.Cell, at)
			assert.NotContains(t, notes[s.Cell], "应为")
			assert.NotContains(t, head+list[i+1][16], "应为")
		case report.Code, report.FormUnit:
			assert.Equal(t, []string{s.Value, s.Suggest}, []string{value, should}, "as it stands, no amount")
		}
	}
	for _, all := range []string{text, string(rest), strings.Join(list[7], "")} {
		assert.NotContains(t, all, "空白 应为 空白")
		assert.NotContains(t, all, "2,080,50")
		assert.NotContains(t, all, "4,139.29 应为")
		assert.NotContains(t, all, "应为 4,139.29")
	}
	assert.Less(t, strings.Index(text, "最可能的错误"), strings.Index(text, "有几种可能"))
	assert.Contains(t, text, "     也可能：05表!E21 22103 项目支出：38.47 应为 31.47（一位数字录错）\n")
	assert.Contains(t, text, "     也可能：漏了 2210203 一行\n")
	assert.Contains(t, text, "\n另有 1 处错误说不准是哪一格错了，请对照账表核对。\n\n时间不够，还有 2 组等式没有找完。\n\n其余 2 处\n")
	assert.Empty(t, list[len(cases)+1][16], "nobody knows")
}

// annotatedShapes are the notes of an annotated copy by their cells, and of each suspect's
// row what the cell reads, what it should and where it is.
func annotatedShapes(t *testing.T, r *report.Report) (notes map[string]string, rows map[string][]string) {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	require.NoError(t, book.SetSheetName("Sheet1", "05表"))
	require.NoError(t, book.SetCellValue("05表", "A1", "支出决算表"))
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	marked, err := annotate.Copy(data.Bytes(), r)
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(marked))
	require.NoError(t, err)
	defer f.Close()
	comments, err := f.GetComments("05表")
	require.NoError(t, err)
	notes = map[string]string{}
	for _, c := range comments {
		notes[c.Cell] = c.Text
		for _, run := range c.Paragraph {
			notes[c.Cell] += run.Text
		}
	}
	lines, err := f.GetRows(report.ResultSheet)
	require.NoError(t, err)
	rows = map[string][]string{}
	said := ""
	for _, line := range lines {
		if len(line) > 10 && strings.HasSuffix(line[1], "可能") && rows[line[0]] == nil {
			rows[line[0]] = []string{line[5], line[6], line[9]}
		}
		said += strings.Join(line, "") + "\n"
	}
	assert.Contains(t, said, "另有 1 处错误说不准是哪一格错了")
	assert.Contains(t, said, "时间不够，还有 2 组等式没有找完。")
	assert.Contains(t, said, "A17 下面：漏了 2080599 其他养老支出 一行")
	return notes, rows
}

// TestNoSuspectIsSaid: where nothing tells which figure is wrong, the text says so.
func TestNoSuspectIsSaid(t *testing.T) {
	r := shapes(t)
	r.Suspects, r.Search = nil, ""
	r.Link()
	var w bytes.Buffer
	writeText(&w, r, "")
	assert.Contains(t, w.String(), "\n说不准是哪一格错了：下面的等式逐条列出，请对照账表核对。\n\n✗ 错误  第 0 处\n")
}
