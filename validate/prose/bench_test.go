package prose

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rule"
)

// bound is a case's forms with a text beside them.
func bound(b *testing.B, x lab.Text, times int) (*bind.Book, *rule.Outcome) {
	d, err := xlsx.Open(x.Workbook())
	require.NoError(b, err)
	var lines []string
	for _, block := range x.Blocks {
		if block.Kind != lab.Table {
			lines = append(lines, block.Shown())
		}
	}
	lines = slices.Repeat(lines, times)
	d.Sheets = append(d.Sheets, textOf(lines...).Sheets[0])
	book := bind.Find(d, nil)
	return book, rule.Run(book)
}

func judgeAgain(b *testing.B, book *bind.Book, out *rule.Outcome) {
	b.ReportAllocs()
	for b.Loop() {
		again := rule.Outcome{Rules: slices.Clone(out.Rules), Findings: slices.Clone(out.Findings), Equations: slices.Clone(out.Equations)}
		text := Judge(book, &again)
		b.ReportMetric(float64(text.Figures), "figures")
	}
}

// BenchmarkPublished judges a text of the length that most have.
func BenchmarkPublished(b *testing.B) {
	book, out := bound(b, lab.Texts()[0], 1)
	judgeAgain(b, book, out)
}

// BenchmarkPages judges some sixty pages of text.
func BenchmarkPages(b *testing.B) {
	book, out := bound(b, lab.Texts()[0], 9)
	judgeAgain(b, book, out)
}

// BenchmarkLarge judges a text beside forms of some fifty pages.
func BenchmarkLarge(b *testing.B) {
	book, out := bound(b, lab.Write(lab.LargeCase(), lab.Shandong, 1), 1)
	judgeAgain(b, book, out)
}

// BenchmarkAllWrong judges a text of which every fifth amount is wrong.
func BenchmarkAllWrong(b *testing.B) {
	x := lab.Write(lab.LargeCase(), lab.Shandong, 1)
	for i := 0; i < len(x.Marks); i += 5 {
		if m := x.Marks[i]; m.Unit == "万元" {
			x = x.ReplaceMark(m, "9"+m.Words)
		}
	}
	book, out := bound(b, x, 1)
	judgeAgain(b, book, out)
}

// BenchmarkHostile judges a hundred thousand figures in a paragraph.
func BenchmarkHostile(b *testing.B) {
	for name, line := range map[string]string{
		"figures": strings.Repeat("基本支出1.00万元，占5%，", 100_000),
		"changes": strings.Repeat("支出合计比上年增加1.00万元，增长2%。", 100_000),
		"items":   strings.Repeat("一般公共服务支出（类）行政运行（项）。年初预算为1.00万元，支出决算为2.00万元，完成年初预算的3%。", 60_000),
		"words":   strings.Repeat("支", 3_300_000),
	} {
		d := &document.Document{Sheets: textOf("第三部分 2023年度部门决算情况说明", "五、一般公共预算财政拨款支出决算情况说明", line).Sheets}
		b.Run(name, func(b *testing.B) {
			book := bind.Find(d, nil)
			for b.Loop() {
				Judge(book, &rule.Outcome{})
			}
		})
	}
}
