package hostile

import (
	"fmt"
	"strings"
)

// forms are workbooks that look like reports, and flood whoever judges them.
var forms = []Case{
	{"forms-150000-rows", "nine forms with 150,000 code rows in which nothing adds up", func() []byte {
		rows := codes(30_000, cell("名称"))
		return nine(map[int]content{2: rows, 3: rows, 5: rows, 7: rows, 8: rows})
	}, "judged|too-complex"},
	{"forms-5000-times", "one form 5,000 times down one sheet", func() []byte {
		return oneSheet(repeat(form03+row("合计", "", "3", "1", "1"), 5000))
	}, Judged},
	{"forms-nine-5000-times", "nine forms, and one of them 5,000 times more", func() []byte {
		return nine(map[int]content{3: repeat(form03+row("合计", "", "3", "1", "1"), 5000)})
	}, Judged},
	{"forms-empty-titles", "a title in every row, and no form below", func() []byte {
		return oneSheet(repeat(row("支出决算表"), lastRow))
	}, "no-forms|too-complex"},
	{"forms-titles-in-every-cell", "a title in each of 2.5 million cells", func() []byte {
		return shared(text("<si><t>支出决算表</t></si>"), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 5000))
	}, "no-forms|too-complex"},
	{"forms-headers-in-every-cell", "a column's title in each of two million cells below a form", func() []byte {
		return shared(text("<si><t>基本支出</t></si>"), text(form03), repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, 500)+"</row>", 4000))
	}, "judged|too-complex"},
	{"forms-key-headers", "500 key columns, each a lane of its own, over 4,000 rows", func() []byte {
		lanes := strings.Repeat(cell("科目编码")+cell("基本支出"), 250)
		body := strings.Repeat(cell("201")+"<c><v>1</v></c>", 250)
		return oneSheet(text(row("支出决算表"), "<row>", lanes, "</row>"), repeat("<row>"+body+"</row>", 4000))
	}, "judged|too-complex"},
	{"forms-economic-lanes", "250 lanes of economic codes with totals and no figures", func() []byte {
		lanes := strings.Repeat(cell("科目编码")+cell("金额"), 250)
		return oneSheet(text(row("一般公共预算财政拨款基本支出决算表"), "<row>", lanes, "</row>"), repeat(row("人员经费合计"), 4000), repeat("<row>"+strings.Repeat(cell("人员经费合计")+"<c/>", 250)+"</row>", 2000))
	}, "judged|too-complex"},
	{"forms-header-16k", "a header of 16,384 columns", func() []byte {
		return oneSheet(text(row("支出决算表"), "<row>", cell("科目编码"), cell("科目名称")), repeat(cell("基本支出"), 16_382), text("</row>"))
	}, "too-complex"},
	{"forms-header-512", "a header of 512 columns over 5,000 rows that fit none of them", func() []byte {
		return oneSheet(text(row("支出决算表"), "<row>", cell("科目编码"), cell("科目名称")), repeat(cell("其他"), 510), text("</row>"),
			repeat("<row>"+cell("不是科目")+"<c/>"+strings.Repeat("<c><v>1</v></c>", 510)+"</row>", 5000))
	}, "judged|too-complex"},
	{"forms-wrong-cells", "a million figures that are errors, negative, hidden, of many decimals", func() []byte {
		rows := ""
		for i, cells := range []string{`<c t="e"><v>#REF!</v></c>`, "<c><v>-1.12345</v></c>", `<c t="str"><v>－１．２３４</v></c>`, `<c t="str"><v>待定</v></c>`} {
			rows += fmt.Sprintf(`<row hidden="1">%s<c/>%s</row>`, cell(fmt.Sprint(201+i)), strings.Repeat(cells, 6))
		}
		return oneSheet(text(form03), repeat(rows, 42_000))
	}, "judged|too-complex"},
	{"forms-one-code", "a form of 300,000 rows that are all class 201", func() []byte {
		return oneSheet(text(form03), repeat(row("201", "教育支出", "3", "1", "1"), 300_000))
	}, "judged|too-complex"},
	{"forms-total-rows", "nine forms with 100,000 more 合计 rows", func() []byte {
		return nine(map[int]content{3: repeat(row("合计", "", "3", "1", "1"), 100_000)})
	}, "judged|too-complex"},
	{"forms-wrong-totals", "5,000 合计 rows of which none adds up", func() []byte {
		return oneSheet(text(form03), repeat("<row>"+cell("合计")+"<c/>"+strings.Repeat("<c><v>2</v></c>", 6)+"</row>", 5000))
	}, Judged},
	{"forms-orphans", "150,000 codes on one form, and 150,000 rows of one class on another", func() []byte {
		return nine(map[int]content{3: codes(150_000, cell("名称")), 5: repeat(row("299", "其他", "3", "1", "1"), 150_000)})
	}, "judged|too-complex"},
	{"forms-labels", "a label form with 200,000 rows of one label", func() []byte {
		return nine(map[int]content{1: repeat(row("一、一般公共预算财政拨款收入", "1", "3", "一、一般公共服务支出", "1", "4"), 200_000)})
	}, "judged|too-complex"},
	{"forms-long-codes", "300,000 codes of the wrong length", func() []byte {
		var b strings.Builder
		for i := range 300_000 {
			fmt.Fprintf(&b, `<row><c t="str"><v>%09d</v></c><c/><c><v>1</v></c></row>`, 201000000+i)
		}
		return oneSheet(text(form03, b.String()))
	}, "judged|too-complex"},
	{"forms-long-sheet-name", "a sheet name of 1,000 bytes beside each of 200,000 cells that are named", func() []byte {
		b := book{tabs: []tab{{name: strings.Repeat("&", 1000), rows: join(text(form03), repeat(row("201", "名称", "待定", "待定", "待定", "待定"), 50_000))}}}
		return b.bytes()
	}, "judged|too-complex"},
	{"forms-foreign", "a million titles of another set of forms", func() []byte {
		return shared(text("<si><t>支出决算表(财决04表)</t></si>"), repeat(`<row><c t="s"><v>0</v></c></row>`, 1_000_000))
	}, "other-set|too-complex"},
}
