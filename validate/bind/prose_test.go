package bind

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

// TestProse: sentences with amounts are known from the notes below a form, and from texts
// that have no end.
func TestProse(t *testing.T) {
	sentence := "2023 年度收、支总计均为 1,677.91 万元。与上年相比增加 12.25 万元，增长 0.74%。"
	sheet := func(texts ...string) *document.Sheet {
		s := &document.Sheet{}
		for i, text := range texts {
			s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: text}}})
		}
		return s
	}
	assert.True(t, IsProse(sheet("情况说明", sentence)))
	assert.False(t, IsProse(sheet("单位：万元", "注："+sentence)))
	assert.False(t, IsProse(sheet("收入支出决算总表", strings.Repeat("本表反映部门本年度的总收支情况。", 9))))
	assert.False(t, IsProse(sheet(strings.Repeat("长", 2_000)+sentence)), "beyond what is looked at")
	many := make([]string, 400)
	for i := range many {
		many[i] = strings.Repeat("长", 2_000)
	}
	assert.False(t, IsProse(sheet(append(many, sentence)...)), "of a sheet as well")
	assert.True(t, HasWritten(&document.Document{Sheets: []*document.Sheet{sheet("封面"), {Written: true}}}))
	assert.True(t, HasWritten(&document.Document{Sheets: []*document.Sheet{sheet("项目支出绩效自评表", "项 目 名 称")}}), "tables of their own sheets")
	assert.False(t, HasWritten(&document.Document{Sheets: []*document.Sheet{sheet("支出决算表", "项目", "科目名称")}}))
}
