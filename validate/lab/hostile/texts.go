package hostile

import (
	"fmt"
	"strings"
)

// texts are texts, numbers and formats that are many, long or no such thing. A
// shared text costs a cell a few bytes, however long it is.
var texts = []Case{
	{"strings-million", "a million shared texts", func() []byte {
		return shared(join(repeat("<si><t>表</t></si>", 1_000_000)), repeat(`<row><c t="s"><v>999999</v></c></row>`, 1000))
	}, "no-forms"},
	{"strings-4-million", "four million shared texts", func() []byte { return shared(repeat("<si/>", 4_000_000)) }, "too-complex"},
	{"string-50mb", "one shared text of 50 MB", func() []byte {
		return shared(join(text("<si><t>"), repeat("表", 17*mega), text("</t></si>")), text(`<row><c t="s"><v>0</v></c></row>`))
	}, "too-complex"},
	{"string-missing", "a shared text far behind the last", func() []byte {
		return shared(text("<si><t>表</t></si>"), text(`<row><c t="s"><v>4294967296</v></c></row>`))
	}, "corrupt"},
	{"string-runs", "a text in a million runs", func() []byte {
		return shared(join(text("<si>"), repeat("<r><t>表</t></r>", 1_000_000), text("</si>")))
	}, "too-complex"},
	{"text-in-every-cell", "a text of 32,000 characters in each of 500,000 cells", func() []byte {
		return shared(long("长 文", 32_000), text(form03), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 1000))
	}, "judged|too-complex"},
	{"text-as-name", "a name of 32,000 characters beside every code, each row off", func() []byte {
		return shared(long("长 文", 32_000), text(form03), codes(20_000, `<c t="s"><v>0</v></c>`))
	}, "judged|too-complex"},
	{"text-as-key", "a label of 32,000 characters and a figure in 100,000 rows", func() []byte {
		return shared(long("长 文", 32_000), text(form03), repeat(`<row><c t="s"><v>0</v></c><c/><c><v>1</v></c></row>`, 100_000))
	}, "judged|too-complex"},
	{"text-as-code", "a code of 30,000 digits in 100,000 rows", func() []byte {
		return shared(long("2010", 30_000), text(form03), repeat(`<row><c t="s"><v>0</v></c><c/><c><v>1</v></c></row>`, 100_000))
	}, "judged|too-complex"},
	{"text-as-header", "forms whose headers are texts of 32,000 characters", func() []byte {
		head := row("支出决算表") + strings.Repeat("<row>"+cell("科目编码")+cell("科目名称")+cell("基本支出")+cell("项目支出")+
			strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 8) + row("合计", "", "1")
		return shared(long("长 文", 32_000), repeat(head, 100))
	}, "judged|too-complex"},
	{"text-as-keys", "a form of 500 key columns, each with texts of 32,000 characters", func() []byte {
		head := row("支出决算表") + "<row>" + strings.Repeat(cell("科目编码"), 500) + cell("基本支出") + "</row>"
		return shared(long("长 文", 32_000), text(head), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"<c><v>1</v></c></row>", 1000))
	}, "judged|too-complex"},
	{"text-as-figure", "texts of 32,000 characters where 60,000 figures should be", func() []byte {
		return shared(long("长 文", 32_000), text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 6)+"</row>", 10_000))
	}, "judged|too-complex"},
	{"text-as-digits", "figures of 32,000 digits, stored as text", func() []byte {
		return shared(long("1", 32_000), text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 6)+"</row>", 10_000))
	}, "judged|too-complex"},
	{"text-of-blanks", "texts of 60,000 blanks in 2.5 million cells", func() []byte {
		return shared(long(" 　", 20_000), text(form03, row("合计", "", "1")), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 5000))
	}, "judged|too-complex"},
	{"text-almost-figure", "figures with 60,000 blanks before their last digit", func() []byte {
		return shared(join(text("<si><t>1"), repeat(" 　", 20_000), text("234</t></si>")), text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 6)+"</row>", 10_000))
	}, "judged|too-complex"},
	{"text-almost-title", "2.5 million texts that are almost a title", func() []byte {
		return shared(long("支出决算表与", 12), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 5000))
	}, "no-forms|too-complex"},
	{"text-units", "2.5 million lines that say 单位 over and over, above a form", func() []byte {
		return shared(long("单位", 98), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 5000), text(form03, row("合计", "", "1")))
	}, "judged|too-complex"},
	{"text-statements", "two million cells that say 本表无数据 under a form with figures", func() []byte {
		return shared(long("本表无数据", 5), text(form03, row("合计", "", "1")), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 400)+"</row>", 5000))
	}, "judged|too-complex"},
	{"number-million-digits", "a number of a million digits", func() []byte {
		return oneSheet(text(form03, "<row>", cell("合计"), "<c/><c><v>"), repeat("9", 1_000_000), text("</v></c></row>"))
	}, "judged|too-complex"},
	{"number-extremes", "1e308, 1e-400, NaN, Infinity, 1e999999999 and -0 as figures", func() []byte {
		return oneSheet(text(form03, "<row>", cell("合计"), "<c/>"), numbers("1e308", "1e-400", "NaN", "Infinity", "1e999999999", "-0"), text("</row>"),
			text("<row>", cell("201"), "<c/>"), numbers("-1e308", "0x1p4", "1_000", "1e-999999999", "٣", "１"), text("</row>"))
	}, Judged},
	{"number-formats", "300,000 figures of 300 digits in a format of 255 characters", func() []byte {
		code := strings.Repeat("0,", 60) + "0." + strings.Repeat("0", 30) + strings.Repeat(`\x`, 40)
		b := book{styles: text(`<numFmts><numFmt numFmtId="200" formatCode="`, code, `"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`)}
		b.tabs = []tab{{name: "Sheet1", rows: join(text(form03), repeat("<row>"+cell("合计")+"<c/>"+
			strings.Repeat(`<c s="0"><v>`+strings.Repeat("7", 17)+`e280</v></c>`, 6)+"</row>", 50_000))}}
		return b.bytes()
	}, "judged|too-complex"},
	{"format-huge", "a number format of 10 MB", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", rows: text(form03, "<row>", cell("合计"), `<c/><c s="0"><v>1</v></c></row>`)}}}
		b.styles = join(text(`<numFmts><numFmt numFmtId="200" formatCode="`), repeat("0", 10*mega), text(`"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`))
		return b.bytes()
	}, "judged|too-complex"},
	{"formats-60000", "60,000 number formats, each used once", func() []byte {
		var formats, xfs, cells strings.Builder
		for i := range 60_000 {
			fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="0.00&quot;%d&quot;"/>`, 200+i, i)
			fmt.Fprintf(&xfs, `<xf numFmtId="%d"/>`, 200+i)
			fmt.Fprintf(&cells, `<row><c t="str"><v>合计</v></c><c/><c s="%d"><v>1</v></c></row>`, i)
		}
		b := book{tabs: []tab{{name: "Sheet1", rows: text(form03, cells.String())}}}
		b.styles = text("<numFmts>", formats.String(), "</numFmts><cellXfs>", xfs.String(), "</cellXfs>")
		return b.bytes()
	}, "judged|too-complex"},
	{"styles-million", "a million styles", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1"}}, styles: join(text("<cellXfs>"), repeat("<xf/>", 1_000_000), text("</cellXfs>"))}
		return b.bytes()
	}, "too-complex"},
}

// shared is a book of one sheet with shared texts.
func shared(list content, rows ...content) []byte {
	b := book{tabs: []tab{{name: "Sheet1", rows: join(rows...)}}, strings: list}
	return b.bytes()
}

// long is a shared text of so many characters.
func long(unit string, characters int) content {
	return join(text("<si><t>"), repeat(unit, characters/len([]rune(unit))), text("</t></si>"))
}

func numbers(values ...string) content {
	return text("<c><v>", strings.Join(values, "</v></c><c><v>"), "</v></c>")
}

// codes is n rows of different codes, classes, sections and items in order, with
// a given name cell; no row's total is the sum of its parts, nor of the rows below.
func codes(n int, name string) content {
	var b strings.Builder
	for i := range n {
		code := fmt.Sprint(201 + i/1001)
		if k := i % 1001; k > 0 {
			code += fmt.Sprintf("%02d", (k-1)/10%100)
			if (k-1)%10 > 0 {
				code += fmt.Sprintf("%02d", (k-1)%10)
			}
		}
		fmt.Fprintf(&b, `<row><c t="str"><v>%s</v></c>%s<c><v>%d.77</v></c><c><v>%d.13</v></c><c><v>7.31</v></c><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`,
			code, name, i+1, 3*i+1)
	}
	return text(b.String())
}
