package pdf_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/pdf"
)

var (
	columns = []float32{50, 150, 250, 350}
	rows    = []float32{100, 120, 140, 160}
)

// filled is a table with a blank cell in its middle.
func filled() *sheet {
	return newSheet().text(60, 60, "支出决算表").text(260, 80, "单位：万元").grid(columns, rows).
		text(55, 105, "科目").text(155, 105, "合计").text(255, 105, "基本支出").
		text(55, 125, "201").text(310, 125, "1,234.5").
		text(55, 145, "202").text(200, 145, "7.00").text(320, 145, "-1.20").
		text(55, 180, "注：本表列示支出。")
}

const filledSays = "A:支出决算表\nA:单位：万元\nA:科目|B:合计|C:基本支出\nA:201|C:1234.5\nA:202|B:7.00|C:-1.20\nA:注：本表列示支出。"

// TestCellsOfRulings: text is of the cell that it stands in, blank cells stay blank.
func TestCellsOfRulings(t *testing.T) {
	assert.Equal(t, filledSays, said(filled()))
}

// TestTurnedPages: a page that lies on its side reads as it would upright, whether the
// file says that it is turned or not.
func TestTurnedPages(t *testing.T) {
	assert.Equal(t, filledSays, said(filled().turned(1)))
	assert.Equal(t, filledSays, said(filled().turned(0)))
}

// TestMergedCells: cells without a ruling between them are one.
func TestMergedCells(t *testing.T) {
	s := newSheet().across(100, 50, 350).across(120, 150, 350).across(140, 50, 350).across(160, 50, 350).
		down(50, 100, 160).down(150, 100, 160).down(250, 120, 160).down(350, 100, 160).
		text(55, 115, "科目").text(200, 105, "本年支出").text(155, 125, "合计").text(255, 125, "基本").text(155, 145, "3.00").text(55, 145, "合计 ok ok ok ok")
	d, refusal := pdf.Document([]pdf.Page{s.Page})
	require.Nil(t, refusal)
	assert.Len(t, d.Sheets[0].Merges, 2)
	assert.Equal(t, "A:科目|B:本年支出\nB:合计|C:基本\nA:合计 ok ok ok ok|B:3.00", said(s))
}

// TestFiguresAstride: a figure that runs over the edge of its cell is of none.
func TestFiguresAstride(t *testing.T) {
	s := newSheet().grid(columns, rows).text(55, 105, "甲乙丙丁戊己庚辛").text(222, 125, "12,345.67").text(222, 145, "名称很长的一个科目")
	assert.Equal(t, "A:甲乙丙丁戊己庚辛\nB:12,345.67\uFFFD\nB:名称很长的一个科目", said(s))
}

// TestWrapped: a name over three lines is one cell; the digits of a code are joined where
// they fill the cell, those of figures never.
func TestWrapped(t *testing.T) {
	s := newSheet().grid([]float32{50, 82, 182, 282}, []float32{100, 140, 180}).
		text(55, 108, "20103").text(55, 120, "01").text(90, 101, "政府办公厅").text(90, 113, "及相关机构").text(90, 125, "事务").text(200, 113, "1.00").
		text(55, 150, "202").text(190, 145, "1234").text(190, 160, "567")
	assert.Equal(t, "A:2010301|B:政府办公厅/及相关机构/事务|C:1.00\nA:202|C:1234/567", said(s))
}

// TestSpilled: text that is too high for its row is still of its cell.
func TestSpilled(t *testing.T) {
	s := newSheet().grid(columns, []float32{100, 112, 124, 136}).
		text(55, 101, "小计").text(255, 113, "6").text(155, 125, "22.07").
		text(152, 107, "公务用车购置及运行").text(180, 119, "维护费")
	assert.Equal(t, "A:小计\nB:公务用车购置及运行/维护费|C:6\nB:22.07", said(s))
}

// TestRowsWithoutRulings: columns ruled, rows not.
func TestRowsWithoutRulings(t *testing.T) {
	s := newSheet().grid(columns, []float32{100, 120, 200}).
		text(55, 105, "科目").text(155, 105, "合计").text(255, 105, "基本").
		text(55, 125, "201").text(155, 125, "3.00").text(255, 125, "2.00").
		text(55, 145, "202").text(255, 145, "4.00").
		text(55, 165, "203").text(155, 165, "5.00").text(255, 165, "6.00")
	assert.Equal(t, "A:科目|B:合计|C:基本\nA:201|B:3.00|C:2.00\nA:202|C:4.00\nA:203|B:5.00|C:6.00", said(s))
}

// TestOverPages: a table goes on on the next page, with the number of the page between.
func TestOverPages(t *testing.T) {
	next := newSheet().grid(columns, []float32{60, 80, 100}).text(55, 65, "203").text(200, 65, "8.00").text(55, 85, "204").text(200, 85, "9.00").text(300, 770, "— 2 —")
	first := newSheet().text(60, 60, "支出决算表").grid(columns, rows).text(55, 105, "科目").text(155, 105, "合计").text(255, 105, "基本支出").
		text(55, 125, "201").text(310, 125, "1,234.5").text(300, 770, "— 1 —")
	assert.Equal(t, "A:支出决算表\nA:科目|B:合计|C:基本支出\nA:201|C:1234.5\nA:203|B:8.00\nA:204|B:9.00\n--\nA:— 1 —\nA:— 2 —", said(first, next))
}

// TestColumnsOfWords: without rulings words are of the column that they stand in.
func TestColumnsOfWords(t *testing.T) {
	s := newSheet().text(60, 60, "支出决算表").text(55, 105, "科目").text(155, 105, "合计").text(255, 105, "基本支出")
	for i, line := range [][2]string{{"3.00", "2.00"}, {"", "4.00"}, {"5.00", ""}, {"15.00", "6.00"}, {"1.00", "0.50"}} {
		y := float32(125 + 15*i)
		s.text(55, y, "20"+string(rune('1'+i)))
		s.text(190-5*float32(len(line[0])), y, line[0]).text(300-5*float32(len(line[1])), y, line[1])
	}
	assert.Equal(t, "A:支出决算表\nA:科目|B:合计|C:基本支出\nA:201|B:3.00|C:2.00\nA:202|C:4.00\nA:203|B:5.00\nA:204|B:15.00|C:6.00\nA:205|B:1.00|C:0.50", said(s))
}

// TestParagraphs: a paragraph is one over lines and pages, and ends before the next.
func TestParagraphs(t *testing.T) {
	full := "二〇二三年度收入总计一千六百七十七万元其中财政拨款收入占比很高"
	first := newSheet().text(70, 100, "一、收入支出决算总体情况说明").text(70, 120, full).text(50, 140, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二").
		text(50, 160, "至此为止。").text(70, 180, "（一）收入").text(70, 760, full)
	second := newSheet().text(50, 60, "完。").text(70, 80, "二、支出")
	assert.Equal(t, "A:一、收入支出决算总体情况说明\nA:"+full+"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二至此为止。\nA:（一）收入\nA:"+full+"完。\nA:二、支出", said(first, second))
}

// TestScans: pictures alone say nothing, and letters without names neither.
func TestScans(t *testing.T) {
	picture := newSheet()
	picture.Images = 1
	assert.Equal(t, "pdf-scan", said(picture))
	assert.Equal(t, "pdf-scan", said(newSheet()))
	unread := newSheet().text(50, 50, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
	for i := range unread.Chars {
		unread.Chars[i].Rune = 0
	}
	assert.Equal(t, "pdf-text", said(unread))
}

// TestSpots: each cell has its place on its page, in the page's own points, also where it
// is blank, and where the page is turned.
func TestSpots(t *testing.T) {
	for _, c := range []struct {
		page *sheet
		box  document.Box
	}{
		{filled(), document.Box{X0: 25000, Y0: 66000, X1: 35000, Y1: 68000}},
		{filled().turned(1), document.Box{X0: 12000, Y0: 25000, X1: 14000, Y1: 35000}},
	} {
		d, refusal := pdf.Document([]pdf.Page{newSheet().Page, c.page.Page})
		require.Nil(t, refusal)
		page, box, ok := d.Sheets[0].Spot(3, 2, 0, 0)
		require.True(t, ok)
		assert.Equal(t, 2, page)
		assert.Equal(t, c.box, box)
		_, _, ok = d.Sheets[0].Spot(3, 1, 0, 0)
		assert.True(t, ok, "blank")
	}
}

// TestSpotsOfWords: of a paragraph a figure has its own place, on the page that it is on.
func TestSpotsOfWords(t *testing.T) {
	first := newSheet().text(70, 740, "本年收入合计一百二十三万元其中财政拨款收入占比很高").text(50, 760, "二〇二三年支出1,234.56万元比上年增加金额很多很多的是")
	second := newSheet().text(50, 60, "教育78.9万元。")
	d, refusal := pdf.Document([]pdf.Page{first.Page, second.Page})
	require.Nil(t, refusal)
	text := d.Sheets[0].Rows[0].Cells[0].Shown()
	place := func(words string) (page int, box document.Box) {
		at := utf8.RuneCountInString(text[:strings.Index(text, words)])
		page, box, ok := d.Sheets[0].Spot(0, 0, at, at+utf8.RuneCountInString(words))
		require.True(t, ok, words)
		return page, box
	}
	page, box := place("1,234.56")
	assert.Equal(t, 1, page)
	assert.Equal(t, document.Box{X0: 12000, Y0: 3000, X1: 16000, Y1: 4000}, box)
	page, box = place("78.9")
	assert.Equal(t, 2, page)
	assert.Equal(t, document.Box{X0: 7000, Y0: 73000, X1: 9000, Y1: 74000}, box)
}
