package prose

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/read"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// textOf is a document of lines, each a paragraph.
func textOf(lines ...string) *document.Document {
	s := &document.Sheet{Name: "说明", Written: true, File: "说明.txt"}
	for i, l := range lines {
		s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: l, Format: &document.Format{}}}})
	}
	return &document.Document{Sheets: []*document.Sheet{s}}
}

// judged judges lines without forms.
func judged(lines ...string) (*report.Text, []report.Finding) {
	out := &rule.Outcome{}
	text := Judge(bind.Find(textOf(lines...), nil), out)
	return text, out.Findings
}

// TestHostileTexts: texts that mean harm end soon, and say no more than a report holds.
func TestHostileTexts(t *testing.T) {
	const many = 100_000
	head := []string{"第三部分 2023年度部门决算情况说明", "三、支出决算情况说明"}
	for name, line := range map[string]string{
		"figures":   strings.Repeat("基本支出1.00万元，占5%，", many),
		"plain":     strings.Repeat("1.00万元", many),
		"words":     strings.Repeat("支出合计", many),
		"versus":    strings.Repeat("与", many),
		"years":     strings.Repeat("2022年", many) + "支出",
		"brackets":  strings.Repeat("（", many) + strings.Repeat("）", many),
		"names":     strings.Repeat("行政运行（项）", many),
		"digits":    strings.Repeat("1", many) + "万元",
		"commas":    strings.Repeat("1,111", many) + "万元",
		"none":      strings.Repeat("没有", many),
		"changes":   strings.Repeat("比上年增加1.00万元，增长2%。", many),
		"same":      strings.Repeat("支出合计与上年持平。", many),
		"sentences": strings.Repeat("。", many),
	} {
		text, findings := judged(append(head, line)...)
		assert.LessOrEqual(t, len(findings), 2*judging.MostFindings, name)
		if text != nil {
			assert.LessOrEqual(t, text.Figures, read.MostMentions, name)
		}
	}
	lines := append([]string{}, head...)
	for range 30_000 {
		lines = append(lines, "1、基本支出1.00万元，占5%。")
	}
	judged(lines...)
	judged("三公", "", "\n\n", "三、支出决算情况说明", "支出", "1", "（", "万元", "占%")
}

// boundTo is a book of nothing but lines of a text.
func boundTo(lines ...string) *bind.Book { return bind.Find(textOf(lines...), nil) }
