package pdf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/read/pdf"
)

// half is a page with one side of a table of two: its own headers and line numbers, in the
// same places.
func half(side string, first string) *sheet {
	s := newSheet().grid([]float32{50, 200, 250, 400}, []float32{100, 120, 140, 160, 180, 200})
	s.text(200, 105, side).text(60, 125, "项目").text(210, 125, "行次").text(300, 125, "金额")
	for i, name := range []string{"甲项", "乙项", "丙项"} {
		y := float32(145 + 20*i)
		s.text(60, y, side[:3]+name).text(220, y, string(rune(first[0]+byte(i)))).text(300, y, "10"+string(rune('0'+i))+".50")
	}
	return s
}

// TestHalves: a table that is printed on two pages is one, side by side, where the second has
// headers of its own in the columns of the first.
func TestHalves(t *testing.T) {
	left, right := half("收入", "1"), half("支出", "5")
	left.text(60, 80, "部门：某局").text(330, 60, "收入支出")
	right.text(60, 60, "决算总表")
	got := said(left, right)
	assert.Contains(t, got, "A:项目|B:行次|C:金额|D:项目|E:行次|F:金额")
	assert.Contains(t, got, "A:收甲项|B:1|C:100.50|D:支甲项|E:5|F:100.50")
}

// TestSamePagesAreNoHalves: with the same headers once more it goes on below.
func TestSamePagesAreNoHalves(t *testing.T) {
	first, next := half("收入", "1"), half("收入", "5")
	first.text(60, 80, "部门：某局").text(200, 60, "收入总表")
	assert.NotContains(t, said(first, next), "D:")
}

// TestTornRows: where a code or a figure is on two pages the table is in doubt.
func TestTornRows(t *testing.T) {
	doubt := func(code, figure, restCode, rest string) string {
		first := newSheet().grid([]float32{50, 120, 300, 400}, []float32{700, 720, 740, 760})
		first.text(60, 705, "201").text(130, 705, "教育").text(310, 705, "100.50")
		first.text(60, 725, "20101").text(130, 725, "普通教育").text(310, 725, "90.50")
		first.text(60, 745, code).text(130, 745, "小学").text(310, 745, figure)
		next := newSheet().grid([]float32{50, 120, 300, 400}, []float32{50, 70, 90})
		next.text(60, 55, restCode).text(130, 55, "教育").text(310, 55, rest)
		next.text(60, 75, "203").text(130, 75, "文化").text(310, 75, "7.50")
		d, refusal := pdf.Document([]pdf.Page{first.Page, next.Page})
		require.Nil(t, refusal)
		require.Len(t, d.Sheets, 1)
		return d.Sheets[0].Doubt
	}
	assert.Empty(t, doubt("2010101", "80.50", "202", "9.50"))
	assert.NotEmpty(t, doubt("2080", "80.50", "501", "4.21"), "part of a code")
	assert.NotEmpty(t, doubt("2010101", "80", "202", "9.50"), "part of a figure")
	assert.NotEmpty(t, doubt("2010101", "1,080,", "202", "9.50"), "part of a figure")
}
