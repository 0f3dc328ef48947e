package rule_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// form03 is a sheet with 支出决算表: the given rows below its head.
func form03(rows ...[]string) *document.Document {
	head := [][]string{{"支出决算表"}, {"部门：某局", "", "金额单位：万元"}, {"科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"}}
	s := &document.Sheet{Name: "表三"}
	for i, texts := range append(head, rows...) {
		row := document.Row{Index: i}
		for col, text := range texts {
			c := document.Cell{Row: i, Col: col, Kind: document.Text, Stored: text, Format: &document.Format{General: true}}
			if _, err := strconv.ParseFloat(text, 64); err == nil && col >= 2 {
				c.Kind = document.Number
			}
			if text != "" {
				row.Cells = append(row.Cells, c)
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return &document.Document{Sheets: []*document.Sheet{s}}
}

func repeated(n int, row ...string) [][]string {
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = row
	}
	return rows
}

func of(findings []report.Finding, id string) (found []report.Finding) {
	for _, f := range findings {
		if f.Rule == id {
			found = append(found, f)
		}
	}
	return found
}

// TestMostRows: a form of ten thousand rows is judged, one of more is refused
// by its name. Rows in which filled-down formulas give nothing are no rows.
func TestMostRows(t *testing.T) {
	b := bind.Find(form03(repeated(10_000, "201", "名", "3", "1", "2")...), nil)
	require.Nil(t, b.Refusal)
	assert.Len(t, b.Tables["F03"].Rows, 10_000)

	b = bind.Find(form03(repeated(10_001, "201", "名", "3", "1", "2")...), nil)
	require.NotNil(t, b.Refusal)
	assert.Empty(t, b.Tables)
	assert.Equal(t, "too-complex", b.Refusal.Code)
	assert.Contains(t, b.Refusal.Message, "“表三”工作表的支出决算表超过 10000 行")

	book := form03([]string{"合计", "", "3", "1", "2"})
	for i := range 20_000 {
		empty := document.Cell{Row: 4 + i, Kind: document.Text, Formula: `IF(B1="","",B1)`, Cached: true, Format: &document.Format{General: true}}
		book.Sheets[0].Rows = append(book.Sheets[0].Rows, document.Row{Index: 4 + i, Cells: []document.Cell{empty}})
	}
	b = bind.Find(book, nil)
	require.Nil(t, b.Refusal)
	assert.Len(t, b.Tables["F03"].Rows, 1)
}

// TestManyFindings: whatever is wrong in each of many rows is told for all of
// them, some one by one and the rest in one finding with their number.
func TestManyFindings(t *testing.T) {
	const n = 3000
	rows := [][]string{{"合计", "", "1", "1"}}
	for i := range n {
		rows = append(rows, []string{fmt.Sprintf("201%02d%02d", i/100, i%100), "名", "30.5", "10", "待定"})
	}
	out := rule.Run(bind.Find(form03(rows...), nil))
	findings := out.Findings

	sum := of(findings, "F03.total")
	require.NotEmpty(t, sum)
	for _, f := range sum {
		if len(f.Cells) > 5 {
			assert.Len(t, f.Cells, 2000)
			assert.Contains(t, f.Message, fmt.Sprintf("共 %d 个", n+1))
			assert.Contains(t, f.Equation, fmt.Sprintf("其余 %d 项", n-200))
		}
	}
	words := of(findings, "cell.not-number")
	require.Len(t, words, 1)
	assert.Len(t, words[0].Cells, 500)
	assert.Contains(t, words[0].Message, fmt.Sprintf("共 %d 个", n))
	assert.Equal(t, report.Fail, out.Verdict())

	findings = rule.Run(bind.Find(form03(repeated(n, "201", "名", "3", "1", "1.5")...), nil)).Findings
	for id, wrong := range map[string]int{"F03.parts": n, "code.once": n - 1} {
		found := of(findings, id)
		require.Len(t, found, 201, id)
		told := 0
		for _, f := range found {
			told++
			if rest, ok := strings.CutPrefix(f.Message, "同样的问题还有 "); ok {
				more, err := strconv.Atoi(rest[:strings.Index(rest, " ")])
				require.NoError(t, err)
				told += more - 1
			}
		}
		assert.Equal(t, wrong, told, id)
	}
}

// TestManyKept: a form keeps the first cells of a kind, and says how many there are.
func TestManyKept(t *testing.T) {
	rows := append([][]string{{"合计", "", "3", "1", "2"}}, repeated(700, "本表无数据", "", "8")...)
	findings := rule.Run(bind.Find(form03(rows...), nil)).Findings
	unbound := of(findings, "book.bound")
	require.Len(t, unbound, 1)
	assert.Len(t, unbound[0].Cells, 500)
	assert.Contains(t, unbound[0].Message, "有 700 个数")
	assert.Contains(t, unbound[0].Message, "共 700 个")
	said := of(findings, "form.statement-contradicts")
	require.Len(t, said, 201)
	assert.Contains(t, said[200].Message, "还有 500 处")
}

// TestLongTexts: no text of a cell enters the report at its full length, and
// none is taken for what it begins with.
func TestLongTexts(t *testing.T) {
	long := strings.Repeat("长 文", 10_000)
	digits := strings.Repeat("2010", 8_000)
	b := bind.Find(form03(
		[]string{"合计", "", "3", "1", strings.Repeat("1", 32_000)},
		[]string{"201", long, "3", "1", long},
		[]string{"202", strings.Repeat("名", 120), "3", "1", "多"},
		[]string{long, "", "5"},
		[]string{digits, "", "7"},
		[]string{"本表无数据" + long},
	), nil)
	findings := rule.Run(b).Findings
	table := b.Tables["F03"]
	require.Len(t, table.Rows, 3)
	assert.Equal(t, strings.Repeat("名", 100)+"…", table.Rows[2].Name)
	for _, r := range table.Rows {
		assert.Equal(t, bind.Words, r.Figure("项目支出").State)
	}
	unbound := of(findings, "book.bound")
	require.Len(t, unbound, 1)
	assert.Len(t, unbound[0].Cells, 2)
	assert.Len(t, of(findings, "form.statement-contradicts"), 1)
	for _, f := range findings {
		for _, c := range f.Cells {
			assert.Less(t, utf8.RuneCountInString(c.Label), 150, f.Rule)
		}
		assert.Less(t, utf8.RuneCountInString(f.Message), 600, f.Rule)
		assert.Less(t, utf8.RuneCountInString(f.Equation), 600, f.Rule)
	}
}

// TestManyTables: of very many forms the first are read, and the others counted.
func TestManyTables(t *testing.T) {
	one := form03([]string{"合计", "", "3", "1", "2"}).Sheets[0]
	book := &document.Document{}
	for range 250 {
		book.Sheets = append(book.Sheets, one)
	}
	out := rule.Run(bind.Find(book, nil))
	assert.Equal(t, report.Incomplete, out.Verdict())
	last := of(out.Findings, "book.once")
	assert.Len(t, last, 200)
	assert.Contains(t, last[199].Message, "后面的 50 张没有读")
}
