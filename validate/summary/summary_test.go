package summary

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"suanqing/validate/localise"
	"suanqing/validate/report"
)

// mean is a text that would be markup, a formula and a command wherever it is let.
const mean = "=<script>alert('1')</script>\"\x1b[31m\u202e&amp;\r\n普陀区"

// reports are made up of all that a summary tells apart.
func reports() []*report.Report {
	return []*report.Report{
		{File: "a.xlsx", Department: "上海市普陀区财政局", Verdict: report.Pass},
		{File: "b.xlsx", Department: "普陀区教育局", Verdict: report.Tails, Findings: []report.Finding{{Rule: "F01.total", Title: "合计", Severity: report.Tail, Alike: 3}}},
		{File: "c.xlsx", Department: "南京市鼓楼区财政局", Verdict: report.Fail, Findings: []report.Finding{
			{Rule: "F01.total", Title: "合计", Severity: report.Error, Equation: "1 ≠ 2", Message: "不等"},
			{Rule: "F01.total", Severity: report.Error, Accepted: &report.Acceptance{}}, {Rule: "x", Severity: report.Notice}}},
		{File: "d.xlsx", Department: "徐州市鼓楼区财政局", Verdict: report.Fail,
			Findings: []report.Finding{{Rule: "F03.parts", Title: "分项", Severity: report.Error, Equation: "1 ≠ 2", Suspect: new(int)}, {Rule: "F01.total", Severity: report.Error}},
			Suspects: []report.Suspect{{Shape: report.OneCell, Kind: string(localise.DigitDropped), Likely: true, Change: report.Change{Sheet: "03", Cell: "C6", Label: "合计", Value: "1", Suggest: "10"}},
				{Shape: report.Exchange, Kind: "moved"}}},
		{File: "e.pdf", Verdict: report.Incomplete, Error: &report.Failure{Code: "pdf", Message: "这是 PDF。"}},
		{File: "f.xlsx", Department: "某局", Verdict: report.Incomplete, Rules: []report.Rule{{Rule: "F07.balance", Title: "结转", Unchecked: true, Reason: "缺表"}}},
		{File: "g.xlsx", Verdict: report.Pass, Findings: []report.Finding{{Rule: "cell.text", Severity: report.Warning, Message: "文本"}}},
		{File: mean, Department: mean, Verdict: report.Fail, Rules: []report.Rule{{Rule: mean, Title: mean, Unchecked: true}},
			Findings: []report.Finding{{Rule: mean, Title: mean, Severity: report.Error, Message: mean}}, Suspects: []report.Suspect{{Kind: mean, Shape: mean}}},
	}
}

// TestFirstThingToLookAt: a form that could not be made out is not called missing.
func TestFirstThingToLookAt(t *testing.T) {
	one := func(f report.Form) string { return first(&report.Report{Forms: []report.Form{f}}) }
	assert.Equal(t, "缺收入决算表", one(report.Form{Title: "收入决算表", Status: report.Missing}))
	assert.Equal(t, "没有认清收入决算表（分不清）", one(report.Form{Title: "收入决算表", Status: report.Missing, Doubt: "分不清"}))
	assert.Empty(t, one(report.Form{Title: "收入决算表", Status: report.Missing, Reason: "没有"}))
}

func lines(list []*report.Report) (out []string) {
	for _, r := range list {
		r.Schema = report.Schema
		line, _ := r.JSON()
		out = append(out, string(line))
	}
	return out
}

func read(t *testing.T, text string) *Summary {
	s := &Summary{}
	require.NoError(t, s.Read("报告.jsonl", strings.NewReader(text)))
	return s
}

func written(t *testing.T, s *Summary) (text, table, page string) {
	var a, b, c bytes.Buffer
	require.NoError(t, s.WriteText(&a))
	require.NoError(t, s.WriteCSV(&b))
	require.NoError(t, s.WriteHTML(&c))
	return a.String(), b.String(), c.String()
}

func TestCounts(t *testing.T) {
	s := read(t, strings.Join(lines(reports()), "\n"))
	assert.Equal(t, Count{Books: 8, Pass: 2, Tails: 1, Fail: 3, Incomplete: 2, Refused: 1, Errors: 4, Warnings: 1, TailFindings: 3, Notices: 1, Accepted: 1}, s.Total)
	assert.Equal(t, 2, s.Status())
	assert.Equal(t, 1, s.Unexplained)
	names := []string{}
	for _, d := range s.Districts() {
		names = append(names, fmt.Sprint(d.Name, d.Books))
	}
	assert.Equal(t, []string{"南京市鼓楼区1", "徐州市鼓楼区1", "普陀区2", "未识别4"}, names)
	assert.Equal(t, Rule{Rule: "F01.total", Title: "合计", Books: 3, Failed: 2, Errors: 2, Tails: 3}, s.Rules()[0])
	assert.Equal(t, Kind{Kind: "digit-dropped", Shape: report.OneCell, Books: 1, Likely: 1}, s.Kinds()[0])
	files := []string{}
	for _, b := range s.Books() {
		files = append(files, b.File)
	}
	assert.Equal(t, []string{"d.xlsx", "c.xlsx", mean, "e.pdf", "f.xlsx", "g.xlsx"}, files)
	assert.Equal(t, 6, s.NeedLook)
	text, _, _ := written(t, s)
	for _, want := range []string{"共 8 份：通过 2，有尾差（可接受） 1，不通过 3，无法判断 2（其中读不了的 1）。", "漏了一位数字", "缺表", "03!C6 合计：1.00 应为 10.00", "说不准"} {
		assert.Contains(t, text, want)
	}
}

// The order of reports, and in how many files they stand, change no count; what Add
// gets from the page is counted as what is read.
func TestAnyOrder(t *testing.T) {
	list := reports()
	want := read(t, strings.Join(lines(list), "\n"))
	for range 20 {
		rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		got := &Summary{}
		for i, line := range lines(list) {
			if i%2 == 0 {
				got.Add(list[i])
			} else {
				require.NoError(t, got.Read("", strings.NewReader(line)))
			}
		}
		assert.Equal(t, want.Total, got.Total)
		assert.Equal(t, want.Districts(), got.Districts())
		assert.Equal(t, want.Kinds(), got.Kinds())
		assert.Equal(t, want.Unexplained, got.Unexplained)
		assert.Equal(t, len(want.Rules()), len(got.Rules()))
	}
}

func TestLinesThatAreNoReports(t *testing.T) {
	whole := lines(reports()[:2])
	text := "\ufeff" + whole[0] + "\r\n\n{\"schema\":1}\n[1]\nnull\n我\n{\"schema\":2,\"verdict\":\"pass\"}\n" + whole[0][:40] + whole[1] + "\n\x00\xff\n" + whole[1][:60]
	s := read(t, text)
	assert.Equal(t, 2, s.Total.Books)
	said := []string{}
	for _, l := range s.BadLines {
		said = append(said, fmt.Sprint(l.Number, l.Why))
	}
	assert.Equal(t, []string{"3不是检查报告", "4不是检查报告", "5不是检查报告", "6不是检查报告", "7报告的格式是第 2 版，这个程序认得第 1 版",
		"8这一行里有没写完的报告，没有计入；完整的计入了", "9不是检查报告", "10报告不完整，像是写到一半断了"}, said)
	assert.Equal(t, 2, s.Status())
	out, _, _ := written(t, s)
	assert.Contains(t, out, "另有 8 行读不出")

	s = read(t, whole[0]+whole[1])
	assert.Equal(t, 2, s.Total.Books, "a line that nothing ended, and what was put behind it")
	assert.Zero(t, s.Bad)
	assert.Equal(t, 2, read(t, "").Status(), "no report at all is nothing to rely on")
	s = read(t, strings.Repeat("x\n", MostBad+7))
	assert.Len(t, s.BadLines, MostBad)
	out, _, _ = written(t, s)
	assert.Contains(t, out, "还有 7 行没有列出")
}

func TestLinesHaveAnEnd(t *testing.T) {
	long := strings.Repeat("长", 60000)
	got := []string{}
	require.NoError(t, linesUpTo(10, strings.NewReader("ab\n"+long+"\n0123456789\n012345678\nc"), func(l Line) bool {
		got = append(got, fmt.Sprint(l.Number, string(l.Data), l.TooLong, l.Ended))
		return true
	}))
	assert.Equal(t, []string{"1abfalse true", "2true true", "3true true", "4012345678false true", "5cfalse false"}, got)
	n := 0
	require.NoError(t, Lines(strings.NewReader("a\nb\nc"), func(Line) bool { n++; return n < 2 }))
	assert.Equal(t, 2, n)
}

// What is kept does not grow with what is read.
func TestKeepsNoMoreThanItSays(t *testing.T) {
	s := &Summary{}
	for i := range 9000 {
		name := fmt.Sprint("r", i, strings.Repeat("长", 300))
		place := string([]rune{rune(0x4e00 + i), '山', '县'})
		s.Add(&report.Report{File: name, Department: place, Verdict: report.Fail, Findings: []report.Finding{{Rule: name, Title: name, Severity: report.Error, Message: name, Alike: i}},
			Suspects: []report.Suspect{{Kind: name}}})
	}
	assert.Len(t, s.Books(), MostBooks)
	assert.Equal(t, 9000, s.NeedLook)
	assert.Equal(t, 8999, s.Books()[0].Errors, "worst first")
	assert.Len(t, s.Rules(), mostRules+1)
	assert.Len(t, s.Kinds(), mostKinds+1)
	assert.LessOrEqual(t, len(s.Districts()), mostPlaces+1)
	books := 0
	for _, r := range s.Rules() {
		books += r.Books
		assert.LessOrEqual(t, len([]rune(r.Rule)), mostInOne+1)
	}
	assert.Equal(t, 9000, books, "the others are counted together")
}

// TestTextStaysText: whatever stands in a file, the page has the same elements, and no
// cell of the table is a formula.
func TestTextStaysText(t *testing.T) {
	bad := read(t, strings.Join(lines(reports()), "\n"))
	bad.AddBad(BadLine{mean, 3, mean})
	text, table, page := written(t, bad)
	assert.NotContains(t, text+page, "\x1b")
	assert.NotContains(t, text+page, "\u202e")
	assert.Contains(t, page, "&lt;script&gt;")
	allowed := map[string]bool{}
	for _, name := range strings.Fields("html head meta title style body h1 h2 p table caption thead tbody tr th td") {
		allowed[name] = true
	}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind == html.StartTagToken {
			token := z.Token()
			assert.True(t, allowed[token.Data], token.Data)
			for _, a := range token.Attr {
				assert.Contains(t, []string{"lang", "charset", "http-equiv", "content", "scope", "class"}, a.Key)
			}
		}
	}
	from := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff")))
	from.FieldsPerRecord = -1
	rows, err := from.ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for _, cell := range row {
			assert.False(t, strings.HasPrefix(cell, "="), cell)
		}
	}
}

func TestEveryKindHasWords(t *testing.T) {
	for _, k := range []Kind{{Kind: string(localise.CodeMistyped), Shape: report.Code}, {Kind: string(localise.UnitMixed), Shape: report.FormUnit},
		{Kind: string(localise.StaleTotal), Shape: report.SomeCells}, {Kind: string(localise.Value), Shape: report.OneCell}} {
		assert.NotEqual(t, k.Kind, k.words())
	}
}

func FuzzRead(f *testing.F) {
	for _, line := range lines(reports()) {
		f.Add([]byte(line))
	}
	f.Add([]byte(`{"schema":1,"verdict":"fail","suspects":[{"shape":"exchange","likely":true,"changes":[]}],"findings":[{"suspect":-1,"alike":-5}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := read(t, string(data))
		written(t, s)
		assert.GreaterOrEqual(t, s.Total.Errors, 0)
	})
}
