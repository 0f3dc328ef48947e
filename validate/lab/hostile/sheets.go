package hostile

import (
	"fmt"
	"strings"
)

const lastRow = 1 << 20 // rows of a sheet, as Excel has it

// sheets are sheets of too much, or in no order.
var sheets = []Case{
	{"merges-million", "a million merged ranges", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", rows: text(form03), after: merges(repeat(`<mergeCell ref="A1:H1"/>`, 1_000_000))}}}
		return b.bytes()
	}, "too-complex"},
	{"merges-everywhere", "90,000 merges of the whole sheet over a form of 100,000 rows", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", rows: join(text(form03), repeat(row("", "", "1"), 100_000)),
			after: merges(repeat(`<mergeCell ref="A4:XFD1048576"/>`, 90_000))}}}
		return b.bytes()
	}, Judged},
	{"merge-over-figures", "one merge over 2.5 million figures, which do not show", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", rows: join(text(form03), repeat(figures(500), 5000)),
			after: merges(text(`<mergeCell ref="A5:XFD1048576"/>`))}}}
		return b.bytes()
	}, "judged|too-complex"},
	{"merges-in-headers", "headers in which every cell is merged over all others", mergedHeaders, "judged|too-complex"},
	{"merges-and-forms", "2,000 forms and 90,000 merges on each of ten sheets", func() []byte {
		t := tab{rows: repeat(form03+row("合计", "", "1"), 2000), after: merges(repeat(`<mergeCell ref="J1:K2"/>`, 90_000))}
		return oneOften(10, t)
	}, "judged|too-complex"},
	{"cells-xfd", "a cell in column XFD of every row, 1,048,576 of them", func() []byte {
		return oneSheet(numbered(lastRow, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`))
	}, "too-complex"},
	{"cells-xfd-blank", "the same with cells that have only a style", func() []byte {
		return oneSheet(numbered(lastRow, `<row r="%d"><c r="XFD%d" s="1"/></row>`))
	}, "no-forms|too-complex"},
	{"rows-hidden", "1,048,576 hidden rows", func() []byte {
		return oneSheet(repeat(`<row hidden="1"/>`, lastRow-1), text(row("1")))
	}, "no-forms"},
	{"rows-too-many", "2,000,000 rows", func() []byte { return oneSheet(repeat(`<row><c><v>1</v></c></row>`, 2_000_000)) }, "too-complex"},
	{"rows-form-at-the-end", "a form in the last rows of a sheet of one-celled rows", func() []byte {
		return oneSheet(repeat(`<row><c><v>1</v></c></row>`, lastRow-10), text(form03, row("合计", "", "1")))
	}, "judged|too-complex"},
	{"rows-backwards", "rows from the last to the first", func() []byte {
		var b strings.Builder
		for i := 600_000; i > 0; i-- {
			fmt.Fprintf(&b, `<row r="%d"><c><v>1</v></c><c><v>2</v></c></row>`, i)
		}
		return oneSheet(text(b.String()))
	}, "no-forms|too-complex"},
	{"rows-one-index", "a million rows that are all row 7", func() []byte {
		return oneSheet(repeat(`<row r="7"><c><v>1</v></c></row>`, lastRow))
	}, "no-forms|too-complex"},
	{"cells-backwards", "2.5 million cells, right to left in each row", func() []byte {
		return oneSheet(numbered(100_000, `<row r="%d">`+backwards(25)+"</row>"))
	}, "no-forms|too-complex"},
	{"cells-one-address", "2.5 million cells that are all A1", func() []byte {
		return oneSheet(text(`<row r="1">`), repeat(`<c r="A1"><v>1</v></c>`, 2_500_000), text("</row>"))
	}, "no-forms|too-complex"},
	{"cells-duplicate", "a form in which every figure stands twice at one address, with two values", func() []byte {
		return oneSheet(text(form03, `<row r="4"><c r="A4" t="str"><v>合计</v></c><c r="C4"><v>1</v></c><c r="C4"><v>2</v></c></row>`))
	}, Judged},
	{"cells-many", "2.9 million cells, under the cap", func() []byte { return oneSheet(repeat(figures(500), 5800)) }, "no-forms|too-complex"},
	{"cells-too-many", "3.5 million cells", func() []byte { return oneSheet(repeat(figures(500), 7000)) }, "too-complex"},
	{"cells-beyond", "addresses beyond the last row and column", func() []byte { return oneSheet(text(`<row r="1048577"><c><v>1</v></c></row>`)) }, "too-complex|corrupt"},
	{"cells-overflow", "a row number that no integer holds", func() []byte { return oneSheet(text(`<row r="99999999999999999999"/>`)) }, "corrupt"},
	{"cells-negative", "rows and columns below nothing", func() []byte { return oneSheet(text(`<row r="-1"><c r="A-1"><v>1</v></c></row>`)) }, "corrupt"},
}

// figures is a row of so many cells that hold 1.
func figures(n int) string { return "<row>" + strings.Repeat("<c><v>1</v></c>", n) + "</row>" }

// numbered is rows 1 to n, each of which names its number wherever %d stands.
func numbered(n int, format string) content {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "%d", fmt.Sprint(i+1)))
	}
	return text(b.String())
}

// backwards is the cells of the first n columns, right to left.
func backwards(n int) string {
	var b strings.Builder
	for i := n; i > 0; i-- {
		fmt.Fprintf(&b, `<c r="%c%%d"><v>1</v></c>`, 'A'+i-1)
	}
	return b.String()
}

// mergedHeaders is forms whose eight header rows have 500 cells each, every one
// of them merged over all. Merges over a million rows come first, to tire a
// reader that takes covered cells away.
func mergedHeaders() []byte {
	head := row("支出决算表") + strings.Repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 8) + row("合计", "1")
	const forms = 20
	var list strings.Builder
	list.WriteString(strings.Repeat(`<mergeCell ref="XFA1:XFB1048576"/>`, 5))
	for form := range forms {
		for line := range 8 {
			for col := range 500 {
				fmt.Fprintf(&list, `<mergeCell ref="%s%d:SF%d"/>`, column(col), form*10+line+2, form*10+9)
			}
		}
	}
	t := tab{rows: join(repeat(head, forms), text(`<row r="1048576"><c><v>1</v></c></row>`)), after: merges(text(list.String()))}
	b := book{strings: text("<si><t>科目名称</t></si>")}
	for i := range 10 {
		b.tabs = append(b.tabs, tab{name: fmt.Sprint("表", i), part: "worksheets/sheet1.xml"})
	}
	b.parts = []part{{name: "xl/worksheets/sheet1.xml", content: t.xml()}}
	return b.bytes()
}

// column is a column's letters; it counts from 0.
func column(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return column(i/26-1) + string(rune('A'+i%26))
}
