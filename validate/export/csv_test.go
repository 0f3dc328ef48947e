package export_test

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/export"
	"suanqing/validate/report"
)

const (
	sign  = "\ufeff"
	names = "文件,结论,级别,规则,名称,说明,算式,左边,右边,差额,允许尾差,金额单位,为什么,怎么改,单元格,接受理由,可能的错处,文档,部分,段落,原文"
)

// lines reads a CSV again, by the standard library.
func lines(t *testing.T, data []byte) [][]string {
	t.Helper()
	rest, ok := bytes.CutPrefix(data, []byte(sign))
	require.True(t, ok, "it begins with the mark of UTF-8")
	list, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, names, strings.Join(list[0], ","))
	return list[1:]
}

func TestFindings(t *testing.T) {
	data, err := os.ReadFile("../../testdata/lanshan-2023.xlsx")
	require.NoError(t, err)
	r := validate.Check("lanshan-2023.xlsx", data, nil).Report
	list := lines(t, export.CSV(r))
	require.Len(t, list, len(r.Findings))
	require.Len(t, list, 7)
	for i, f := range r.Findings {
		assert.Equal(t, []string{"lanshan-2023.xlsx", "有尾差（可接受）", "尾差", f.Rule, f.Title, f.Message, f.Equation}, list[i][:7])
		assert.Equal(t, []string{f.Left, f.Right, f.Difference, f.Bound, "万元", f.Why, f.Hint}, list[i][7:14], "figures as they are")
		assert.Equal(t, len(f.Cells), strings.Count(list[i][14], "!"))
		assert.Contains(t, list[i][14], f.Cells[0].Sheet+"!"+f.Cells[0].Cell)
		assert.Empty(t, list[i][15], "for the reader to fill in")
		assert.Empty(t, list[i][16], "a tail has no suspect")
	}
	assert.Contains(t, string(export.CSV(r)), ",-0.01,", "a negative figure stays a number")
}

func TestAcceptedSayWhy(t *testing.T) {
	r := &report.Report{Findings: []report.Finding{{Rule: "a", Accepted: &report.Acceptance{Reason: "=1+1，\"已核对\""}}, {Rule: "b"}}}
	list := lines(t, export.CSV(r))
	assert.Equal(t, "'=1+1，\"已核对\"", list[0][15], "no formula")
	assert.Empty(t, list[1][15])
}

func TestSuspectsAreSaid(t *testing.T) {
	at := report.Change{Sheet: "=表", Cell: "E11", Label: "2010302 项目支出", Value: "2560.05", Suggest: "256.05"}
	r := &report.Report{Findings: []report.Finding{{}, {}, {}}, Suspects: []report.Suspect{{Change: at, Shape: report.OneCell, Likely: true, Explains: []int{1}},
		{Change: at, Shape: report.OneCell, Explains: []int{1, 2}}}}
	r.Link()
	list := lines(t, export.CSV(r))
	assert.Empty(t, list[0][16])
	assert.Equal(t, "'=表!E11 2010302 项目支出：2,560.05 应为 256.05", list[1][16], "no formula")
	assert.Equal(t, "有几种可能，例如：=表!E11 2010302 项目支出：2,560.05 应为 256.05", list[2][16])
}

// TestWords: words of the written half have columns of their own, a line a place.
func TestWords(t *testing.T) {
	r := &report.Report{Findings: []report.Finding{{Cells: []report.Cell{{Sheet: "06", Cell: "C6"},
		{Document: "说明.docx", Section: "六", Paragraph: 41, Words: "基本支出决算\n1,280.36 万元", Sheet: "六", Cell: "A9"},
		{Document: "=说明.docx", Section: "三", Paragraph: 9, Words: "=1,280.35 万元", Sheet: "三", Cell: "A2"}}}, {}}}
	list := lines(t, export.CSV(r))
	assert.Equal(t, "06!C6", list[0][14])
	assert.Equal(t, []string{"说明.docx\n=说明.docx", "六\n三", "41\n9", "基本支出决算 1,280.36 万元\n=1,280.35 万元"}, list[0][17:])
	assert.Equal(t, []string{"", "", "", ""}, list[1][17:])
}

func TestReports(t *testing.T) {
	r := validate.Check("a.xlsx", []byte("PK one"), nil).Report
	assert.True(t, export.Reports(r, []byte("PK one")))
	assert.False(t, export.Reports(r, []byte("PK two")))
}

func TestNoFileIsLeftOut(t *testing.T) {
	r := &report.Report{File: "a.pdf", Verdict: report.Incomplete, Error: &report.Failure{Message: "不是表格，", Hint: "另存为"}}
	clean := &report.Report{File: "b.xlsx", Verdict: report.Pass, Unit: "元"}
	list := lines(t, export.CSV(r, clean))
	require.Len(t, list, 2)
	assert.Equal(t, "a.pdf|无法判断|没有检查||不是表格，|另存为", strings.Join([]string{list[0][0], list[0][1], list[0][2], list[0][4], list[0][5], list[0][13]}, "|"))
	assert.Equal(t, "b.xlsx|通过||", strings.Join(list[1][:4], "|"))
}

func TestFormulasAreNeutralised(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", "\t=1": "'\t=1", "\r=1": "'=1", "\n1": "'\n1",
		"＝1": "'＝1", "－1": "'－1", " =1": "' =1", "\u00a0\ufeff+1": "'\u00a0\ufeff+1", "\x01=1": "'\x01=1",
		"": "", "1-1": "1-1", "基本支出 = 1": "基本支出 = 1", `"=1`: `"=1`, "，=1": "，=1",
	} {
		r := &report.Report{File: text, Unit: text, Findings: []report.Finding{{Rule: text, Title: text, Message: text, Equation: text,
			Left: text, Right: text, Difference: text, Bound: text, Why: text, Hint: text}}}
		got := lines(t, export.CSV(r))[0]
		figure := want
		if text == "-1" {
			figure = text
		}
		for i, field := range got {
			switch i {
			case 1, 2, 14, 15, 16, 17, 18, 19, 20:
			case 7, 8, 9, 10:
				assert.Equal(t, figure, field, "%q, column %d", text, i)
			default:
				assert.Equal(t, want, field, "%q, column %d", text, i)
			}
		}
	}
	for figure, number := range map[string]bool{"-5.00": true, "5": true, "-0.015": true, "-": false, "-5.": false, "-.5": false, "--5": false, "-5e3": false, "-5 +1": false, "+5": false} {
		got := lines(t, export.CSV(&report.Report{Findings: []report.Finding{{Left: figure}}}))[0][7]
		assert.Equal(t, number, got == figure, figure)
	}
	cell := []report.Cell{{Sheet: "=cmd|'/c calc'", Cell: "A1"}}
	assert.Equal(t, "'=cmd|'/c calc'!A1", lines(t, export.CSV(&report.Report{Findings: []report.Finding{{Cells: cell}}}))[0][14])
}

// TestQuoting holds the bytes against those of the standard library.
func TestQuoting(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const letters = "a\",\n\r; \u3000表\\'1\u2003\u0085"
	text := func() string {
		var b strings.Builder
		b.WriteString("x"[:random.IntN(2)])
		for range random.IntN(6) {
			all := []rune(letters)
			b.WriteRune(all[random.IntN(len(all))])
		}
		if s := b.String(); s != "" && s[0] < ' ' {
			return "x" + s // would get an apostrophe
		}
		return b.String()
	}
	for range 2000 {
		r := &report.Report{File: text(), Findings: []report.Finding{{Title: text(), Message: text(), Hint: text()}}}
		f := r.Findings[0]
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		w.UseCRLF = true
		require.NoError(t, w.Write([]string{r.File, "", "", "", f.Title, f.Message, "", "", "", "", "", "", "", f.Hint, "", "", "", "", "", "", ""}))
		w.Flush()
		_, got, _ := bytes.Cut(export.CSV(r), []byte("\r\n"))
		require.Equal(t, want.String(), string(got))
	}
	assert.Contains(t, string(export.CSV(&report.Report{File: "a\xff\xfe\xe8"})), "a�", "always UTF-8")
}
