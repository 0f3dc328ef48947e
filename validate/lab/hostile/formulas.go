package hostile

import (
	"fmt"
	"strings"
)

// formulas are formulas without values, so that they must be worked out, that
// never end, or not soon.
var formulas = []Case{
	{"formula-itself", "figures that are themselves", func() []byte { return computed(repeat(`<f>C4</f>`, 1)) }, Judged},
	{"formula-cycle", "figures that are each other", func() []byte {
		return oneSheet(text(form03, "<row>", cell("合计"), `<c/><c><f>D4</f></c><c><f>SUM(C4:E4)</f></c><c><f>C4+D4</f></c></row>`))
	}, Judged},
	{"formula-chain", "a chain of 100,000 cells, each one more than the one below", func() []byte {
		var b strings.Builder
		for i := range 100_000 {
			fmt.Fprintf(&b, `<row>%s<c/><c><f>C%d+1</f></c></row>`, cell("合计"), i+5)
		}
		return oneSheet(text(form03, b.String()))
	}, "judged|too-complex"},
	{"formula-doubling", "a thousand rows in which each cell is the row below, twice", func() []byte {
		var b strings.Builder
		for i := range 1000 {
			fmt.Fprintf(&b, "<row>%s<c/>%s</row>", cell("合计"), strings.Repeat(fmt.Sprintf("<c><f>SUM(C%d:H%d)+SUM(C%d:H%d)</f></c>", i+5, i+5, i+5, i+5), 6))
		}
		return oneSheet(text(form03, b.String()))
	}, "judged|too-complex"},
	{"formula-whole-sheet", "30,000 sums of the whole sheet", func() []byte {
		return oneSheet(text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat(`<c><f>SUM(I1:XFD1048576)</f></c>`, 6)+"</row>", 5000))
	}, "judged|too-complex"},
	{"formula-long-detour", "figures that add up cells whose own formulas are 4,000 characters of nothing", func() []byte {
		return oneSheet(text(form03, "<row>", cell("合计"), strings.Repeat("<c/>", 7), "<c><f>", strings.Repeat("0+", 1990), "0</f></c></row>"),
			repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat("<c><f>"+strings.Repeat("I$4+", 900)+"1</f></c>", 6)+"</row>", 1000))
	}, "judged|too-complex"},
	{"formula-many-sheets", "sums over cells of the last of 900 sheets", func() []byte {
		b := book{tabs: make([]tab, 900)}
		for i := range b.tabs {
			b.tabs[i] = tab{name: fmt.Sprintf("S%03d", i), part: "worksheets/other.xml"}
		}
		b.tabs[0] = tab{name: "S000", rows: join(text(form03), repeat("<row>"+cell("合计")+"<c/>"+
			strings.Repeat("<c><f>"+strings.Repeat("S899!A1+", 400)+"1</f></c>", 6)+"</row>", 2500))}
		other := tab{rows: text(row("1"))}
		b.parts = []part{{name: "xl/worksheets/other.xml", content: other.xml()}}
		return b.bytes()
	}, "judged|too-complex"},
	{"formula-shared", "a shared formula of 8,000 characters, used by 500,000 cells", func() []byte {
		return oneSheet(text(form03, `<row><c><f t="shared" si="0" ref="A4:Z1000000">`+strings.Repeat("A1+", 2600)+"A1</f></c></row>"),
			repeat("<row>"+strings.Repeat(`<c><f t="shared" si="0"/></c>`, 500)+"</row>", 1000))
	}, "too-complex"},
	{"formula-shared-fits", "a shared formula of 60 characters, used by 1.4 million cells", func() []byte {
		return oneSheet(text(form03, `<row><c><f t="shared" si="0">`+strings.Repeat("A1+", 20)+"A1</f></c></row>"),
			repeat("<row>"+strings.Repeat(`<c><f t="shared" si="0"/></c>`, 500)+"</row>", 2800))
	}, "judged|too-complex"},
	{"formula-shared-loop", "shared formulas that use each other and themselves", func() []byte {
		return oneSheet(text(form03, "<row>", cell("合计"), `<c/><c><f t="shared" si="0">D4</f></c><c><f t="shared" si="1">C4</f></c>`,
			strings.Repeat(`<c><f t="shared" si="0"/></c><c><f t="shared" si="1"/></c>`, 2), "</row>"))
	}, Judged},
	{"formula-brackets", "a formula of 16,000 brackets", func() []byte {
		return computed(text("<f>" + strings.Repeat("(", 16_000) + "1" + strings.Repeat(")", 16_000) + "</f>"))
	}, Judged},
	{"formula-megabyte", "a formula of a megabyte", func() []byte { return computed(join(text("<f>"), repeat("1+", mega/2), text("1</f>"))) }, "too-complex"},
	{"formula-signs", "a formula of 3,000 signs", func() []byte { return computed(text("<f>" + strings.Repeat("-", 3000) + "1</f>")) }, Judged},
	{"formula-conditions", "30,000 sums of what is more than something, of whole columns of texts", func() []byte {
		return shared(long("长", 30_000), text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat(`<c><f>SUMIF(I:XFD,I4)+SUMIF(I:I,"&gt;=1")</f></c>`, 6)+`<c t="s"><v>0</v></c></row>`, 5000))
	}, "judged|too-complex"},
	{"formula-subtotals", "30,000 subtotals of columns whose formulas are long", func() []byte {
		return oneSheet(text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat(`<c><f>SUBTOTAL(109,I4:XFD1048576)+SUBTOTAL(9,I:I)</f></c>`, 6)+"<c><f>"+strings.Repeat("1+", 1900)+"1</f><v>1</v></c></row>", 5000))
	}, "judged|too-complex"},
	{"formula-powers", "figures that are powers of powers", func() []byte {
		return oneSheet(text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat("<c><f>"+strings.Repeat("1.0000000001^64^", 200)+"1+9^9^9/3%</f></c>", 6)+"</row>", 1000))
	}, "judged|too-complex"},
	{"formula-texts", "figures that join texts to themselves over and over", func() []byte {
		return oneSheet(text(form03, "<row>", cell("合计"), "<c/><c><f>", `"长"`, strings.Repeat(`&amp;"长"`, 900), "</f></c><c><f>C4", strings.Repeat("&amp;C4", 900), "</f></c><c><f>D4", strings.Repeat("&amp;D4", 900), "</f></c></row>"))
	}, Judged},
	{"formula-ifs", "IF within IF, 60 deep, in 30,000 cells", func() []byte {
		return oneSheet(text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat("<c><f>"+strings.Repeat("IF(A1=1,2,", 60)+"0"+strings.Repeat(")", 60)+"</f></c>", 6)+"</row>", 5000))
	}, "judged|too-complex"},
	{"formula-round", "ROUND to a thousand million places, of nine hundred digits", func() []byte {
		return computed(text("<f>ROUND(" + strings.Repeat("9", 900) + ",1000000000)</f>"))
	}, Judged},
}

// computed is a form whose only figure is a formula without a value.
func computed(formula content) []byte {
	return oneSheet(text(form03, "<row>", cell("合计"), "<c/><c>"), formula, text("</c></row>"))
}
