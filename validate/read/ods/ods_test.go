package ods

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

const mimetype = "application/vnd.oasis.opendocument.spreadsheet"

// flat is a workbook as one XML text, of automatic styles and what stands in the body.
func flat(styles, body string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="` + mimetype + `">` +
		`<office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:spreadsheet>` + body + `</office:spreadsheet></office:body></office:document>`)
}

// rows is a workbook of one sheet, 表, with these rows.
func rows(rows string) []byte {
	return flat("", `<table:table table:name="表"><table:table-column/>`+rows+`</table:table>`)
}

// packed is a workbook with these members.
func packed(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: members[i], Method: map[bool]uint16{true: zip.Store, false: zip.Deflate}[i == 0]})
		require.NoError(t, err)
		_, err = w.Write([]byte(members[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func readOne(t *testing.T, data []byte) *document.Sheet {
	t.Helper()
	book, err := OpenFlat(data)
	require.NoError(t, err)
	require.Len(t, book.Sheets, 1)
	return book.Sheets[0]
}

func number(value string) string {
	return `<table:table-cell office:value-type="float" office:value="` + value + `"><text:p>x</text:p></table:table-cell>`
}

func text(p string) string {
	return `<table:table-cell office:value-type="string">` + p + `</table:table-cell>`
}

// A figure is shown with the digits that LibreOffice shows, and so has their precision.
func TestFormats(t *testing.T) {
	digits := func(attrs string) string { return `<number:number ` + attrs + `/>` }
	two := digits(`number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"`)
	for name, c := range map[string]struct {
		style, value, shown string
		decimals            int
	}{
		"as it is":        {`<number:number-style style:name="N">` + digits(`number:min-integer-digits="1"`) + `</number:number-style>`, "1677.905", "1677.905", -1},
		"two places":      {`<number:number-style style:name="N">` + digits(`number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"`) + `</number:number-style>`, "1677.905", "1677.91", 2},
		"grouped":         {`<number:number-style style:name="N">` + two + `</number:number-style>`, "1234567.8", "1,234,567.80", 2},
		"whole":           {`<number:number-style style:name="N">` + digits(`number:decimal-places="0" number:min-integer-digits="1"`) + `</number:number-style>`, "2.5", "3", 0},
		"padded":          {`<number:number-style style:name="N">` + digits(`number:decimal-places="0" number:min-integer-digits="7"`) + `</number:number-style>`, "201", "0000201", 0},
		"no zero":         {`<number:number-style style:name="N">` + digits(`number:decimal-places="2" number:min-integer-digits="0"`) + `</number:number-style>`, "0.5", ".50", 2},
		"optional places": {`<number:number-style style:name="N">` + digits(`number:decimal-places="2" number:min-decimal-places="1" number:min-integer-digits="1"`) + `</number:number-style>`, "1.25", "1.25", 2},
		"replaced places": {`<number:number-style style:name="N">` + digits(`number:decimal-places="2" number:decimal-replacement="" number:min-integer-digits="1"`) + `</number:number-style>`, "7", "7.", 2},
		"unit behind":     {`<number:number-style style:name="N">` + two + `<number:text>万元</number:text></number:number-style>`, "1677.91", "1,677.91万元", 2},
		"digits in words": {`<number:number-style style:name="N"><number:text>第"0.5"%#号 </number:text>` + two + `</number:number-style>`, "1", `第"0.5"%#号 1.00`, 2},
		"percentage":      {`<number:percentage-style style:name="N">` + digits(`number:decimal-places="1" number:min-integer-digits="1"`) + `<number:text>%</number:text></number:percentage-style>`, "0.256", "25.6%", 1},
		"money":           {`<number:currency-style style:name="N"><number:currency-symbol number:language="zh">￥</number:currency-symbol>` + two + `</number:currency-style>`, "5", "￥5.00", 2},
		"money as usual":  {`<number:currency-style style:name="N"><number:currency-symbol>CNY</number:currency-symbol>` + digits(`number:min-integer-digits="1"`) + `</number:currency-style>`, "5", "CNY5.00", 2},
		"in thousands":    {`<number:number-style style:name="N">` + digits(`number:decimal-places="2" number:min-integer-digits="1" number:display-factor="1000"`) + `</number:number-style>`, "1677910", "1677.91", 2},
		"in millions":     {`<number:number-style style:name="N">` + digits(`number:decimal-places="1" number:min-integer-digits="1" number:display-factor="1000000.0"`) + `</number:number-style>`, "1677910", "1.7", 1},
		"in 万 by a point": {`<number:number-style style:name="N"><number:number number:decimal-places="0" number:min-integer-digits="5" number:display-factor="1000"><number:embedded-text number:position="1">.</number:embedded-text></number:number></number:number-style>`, "16779100", "1677.9", 1},
		"red in brackets": {`<number:number-style style:name="P" style:volatile="true">` + two + `<number:text> </number:text></number:number-style>` +
			`<number:number-style style:name="N"><style:text-properties fo:color="#ff0000"/><number:text>(</number:text>` + two + `<number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="P"/></number:number-style>`, "-25", "(25.00)", 2},
		"a dash for zero": {`<number:number-style style:name="Z"><number:text>—</number:text></number:number-style><number:number-style style:name="P">` + two + `</number:number-style>` +
			`<number:number-style style:name="M"><number:text>-</number:text>` + two + `</number:number-style><number:text-style style:name="N"><number:text-content/>` +
			`<style:map style:condition="value()&gt;0" style:apply-style-name="P"/><style:map style:condition="value()&lt;0" style:apply-style-name="M"/><style:map style:condition="value()=0" style:apply-style-name="Z"/></number:text-style>`, "0", "—", 2},
		"zero by the last": {`<number:number-style style:name="P">` + two + `</number:number-style><number:number-style style:name="N"><number:text>无</number:text>` +
			`<style:map style:condition="value()&gt;0" style:apply-style-name="P"/><style:map style:condition="value()&lt;0" style:apply-style-name="P"/></number:number-style>`, "0", "无", 2},
		"other limits": {`<number:number-style style:name="P">` + two + `</number:number-style><number:number-style style:name="N">` + digits(`number:decimal-places="4" number:min-integer-digits="1"`) +
			`<style:map style:condition="value()&gt;=100" style:apply-style-name="P"/></number:number-style>`, "99.5", "99.5000", 2},
		"no such style":       {`<number:number-style style:name="N">` + two + `<style:map style:condition="value()&gt;=0" style:apply-style-name="gone"/></number:number-style>`, "1", "1.00", 2},
		"scientific":          {`<number:number-style style:name="N"><number:scientific-number number:decimal-places="2" number:min-exponent-digits="2"/></number:number-style>`, "1677.91", "1677.91", -1},
		"as text":             {`<number:text-style style:name="N"><number:text-content/></number:text-style>`, "1677.91", "1677.91", -1},
		"more than there are": {`<number:number-style style:name="N">` + digits(`number:decimal-places="999999999" number:min-integer-digits="999999999"`) + `</number:number-style>`, "1", strings.Repeat("0", 29) + "1." + strings.Repeat("0", 30), 30},
	} {
		t.Run(name, func(t *testing.T) {
			styles := c.style + `<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N"/>`
			cell := strings.Replace(number(c.value), "<table:table-cell", `<table:table-cell table:style-name="ce1"`, 1)
			s := readOne(t, flat(styles, `<table:table table:name="表"><table:table-row>`+cell+`</table:table-row></table:table>`))
			assert.Equal(t, c.shown, s.At(0, 0).Shown(), s.At(0, 0).Format.Code)
			assert.Equal(t, c.decimals, s.At(0, 0).Format.Decimals(), s.At(0, 0).Format.Code)
		})
	}
}

// A cell without a style of its own has that of its row, or of its column.
func TestStyles(t *testing.T) {
	places := func(n string) string {
		return `<number:number-style style:name="N` + n + `"><number:number number:decimal-places="` + n + `" number:min-integer-digits="1"/></number:number-style>` +
			`<style:style style:name="ce` + n + `" style:family="table-cell" style:data-style-name="N` + n + `"/>`
	}
	styles := places("1") + places("2") + places("3") + `<style:style style:name="child" style:family="table-cell" style:parent-style-name="ce3"/>` +
		`<style:style style:name="loop" style:family="table-cell" style:parent-style-name="loop"/>`
	cell := func(style string) string {
		return strings.Replace(number("7"), "<table:table-cell", `<table:table-cell table:style-name="`+style+`"`, 1)
	}
	s := readOne(t, flat(styles, `<table:table table:name="表"><table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1" table:number-columns-repeated="3"/>`+
		`<table:table-row>`+cell("ce2")+cell("child")+strings.Replace(number("7"), "<table:table-cell", `<table:table-cell table:number-columns-repeated="4"`, 1)+cell("loop")+`</table:table-row>`+
		`<table:table-row table:default-cell-style-name="ce3">`+number("7")+cell("ce1")+`</table:table-row></table:table>`))
	var shown []string
	for _, r := range s.Rows {
		for i := range r.Cells {
			shown = append(shown, r.Cells[i].Shown())
		}
	}
	assert.Equal(t, []string{"7.00", "7.000", "7.0", "7.0", "7.0", "7", "7", "7.000", "7.0"}, shown)
}

func TestValues(t *testing.T) {
	cell := func(attrs, shown string) string {
		return `<table:table-cell ` + attrs + `><text:p>` + shown + `</text:p></table:table-cell>`
	}
	for name, c := range map[string]struct {
		cell   string
		kind   document.Kind
		stored string
	}{
		"number":             {cell(`office:value-type="float" office:value="1677.91"`, "1,677.91"), document.Number, "1677.91"},
		"small number":       {cell(`office:value-type="float" office:value="1E-007"`, "0"), document.Number, "1E-007"},
		"percentage":         {cell(`office:value-type="percentage" office:value="0.5"`, "50%"), document.Number, "0.5"},
		"money":              {cell(`office:value-type="currency" office:currency="CNY" office:value="5"`, "￥5.00"), document.Number, "5"},
		"no number":          {cell(`office:value-type="float" office:value="NaN"`, "1.#IND"), document.Text, "1.#IND"},
		"text":               {cell(`office:value-type="string"`, "1677.91"), document.Text, "1677.91"},
		"text elsewhere":     {cell(`office:value-type="string" office:string-value="收入"`, "收"), document.Text, "收入"},
		"only a paragraph":   {cell(``, "支出"), document.Text, "支出"},
		"true":               {cell(`office:value-type="boolean" office:boolean-value="true"`, "真"), document.Bool, "TRUE"},
		"day":                {cell(`office:value-type="date" office:date-value="2023-12-31"`, "23/12/31"), document.Number, "45291"},
		"leap day":           {cell(`office:value-type="date" office:date-value="2024-02-29T18:00:00"`, "x"), document.Number, "45351.7500000000"},
		"first day":          {cell(`office:value-type="date" office:date-value="1899-12-30"`, "x"), document.Number, "0"},
		"no day":             {cell(`office:value-type="date" office:date-value="2023-13-01"`, "某日"), document.Text, "某日"},
		"time":               {cell(`office:value-type="time" office:time-value="PT36H30M00S"`, "x"), document.Number, "1.5208333333"},
		"error":              {cell(`table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"`, "#DIV/0!"), document.ErrorValue, "#DIV/0!"},
		"error of before":    {cell(`table:formula="of:=A1" office:value-type="float" office:value="0"`, "Err:502"), document.ErrorValue, "Err:502"},
		"calculated truth":   {cell(`table:formula="of:=TRUE()" office:value-type="float" office:value="1"`, "TRUE"), document.Bool, "TRUE"},
		"a text that is one": {cell(`office:value-type="string"`, "TRUE"), document.Text, "TRUE"},
	} {
		t.Run(name, func(t *testing.T) {
			c2 := readOne(t, rows("<table:table-row>"+c.cell+"</table:table-row>")).At(0, 0)
			require.NotNil(t, c2)
			assert.Equal(t, c.kind, c2.Kind)
			assert.Equal(t, c.stored, c2.Stored)
		})
	}
	day := readOne(t, flat("", `<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings><table:table table:name="表"><table:table-row>`+
		cell(`office:value-type="date" office:date-value="1904-01-02"`, "x")+`</table:table-row></table:table>`)).At(0, 0)
	assert.Equal(t, "1", day.Stored)
}

func TestTexts(t *testing.T) {
	for want, p := range map[string]string{
		"一行":                   `<text:p>一行</text:p>`,
		"一\n二\n\n四":            `<text:p>一</text:p><text:p>二</text:p><text:p/><text:p>四</text:p>`,
		"一二":                   `<text:p><text:span>一<text:span>二</text:span></text:span></text:p>`,
		"收   入":                `<text:p>收 <text:s text:c="2"/>入</text:p>`,
		" 其中":                  `<text:p><text:s/>其中</text:p>`,
		"a b ":                 "<text:p>\n   a\n   b\n </text:p>",
		"a\tb\nc":              `<text:p>a<text:tab/>b<text:line-break/>c</text:p>`,
		"网址":                   `<text:p><text:a xlink:href="http://a">网址</text:a></text:p>`,
		"数":                    `<office:annotation><text:p>批注</text:p></office:annotation><text:p>数<office:annotation><text:p>批</text:p></office:annotation></text:p>`,
		"图":                    `<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame><text:p>图</text:p><table:detective/>`,
		"<&>":                  `<text:p>&lt;&amp;<![CDATA[>]]></text:p>`,
		strings.Repeat(" ", 3): `<text:p><text:s text:c="3"/></text:p>`,
	} {
		s := readOne(t, rows("<table:table-row>"+text(p)+"</table:table-row>"))
		if assert.NotNil(t, s.At(0, 0), p) {
			assert.Equal(t, want, s.At(0, 0).Shown(), p)
		}
	}
}

// What is repeated stands there as often as it is; what is empty costs nothing.
func TestRepeated(t *testing.T) {
	many := func(name, attrs, in string) string {
		return "<table:" + name + " " + attrs + ">" + in + "</table:" + name + ">"
	}
	const empty = `<table:table-cell table:style-name="ce9" table:number-columns-repeated="16384"/>`
	s := readOne(t, rows(
		many("table-row", "", number("1")+many("table-cell", `table:number-columns-repeated="3"`, "")+number("2")+empty)+
			many("table-row", `table:number-rows-repeated="2"`, strings.Replace(number("3"), "<table:table-cell", `<table:table-cell table:number-columns-repeated="2"`, 1))+
			many("table-row", `table:number-rows-repeated="1000"`, empty)+
			many("table-header-rows", "", many("table-row", "", number("4")))+
			many("table-row-group", "", many("table-rows", "", many("table-row", "", number("5"))))+
			many("table-row", `table:number-rows-repeated="1047570"`, empty)+
			many("table-row", "", empty+`<table:table-cell table:number-columns-repeated="99999999999"/>`)))
	_, err := OpenFlat(rows(many("table-row", `table:number-rows-repeated="1000000000"`, "") + many("table-row", "", number("1"))))
	assertRefusal(t, err, "too-complex", "1048576")
	got := map[string]string{}
	for _, r := range s.Rows {
		for i := range r.Cells {
			got[document.Address(r.Index, r.Cells[i].Col)] = r.Cells[i].Shown()
		}
	}
	assert.Equal(t, map[string]string{"A1": "1", "E1": "2", "A2": "3", "B2": "3", "A3": "3", "B3": "3", "A1004": "4", "A1005": "5"}, got)
	assert.Len(t, s.Rows, 5, "empty rows have no looks here")
}

// A blank far off is no content.
func TestStrayBlank(t *testing.T) {
	s := readOne(t, rows(`<table:table-row>`+number("1")+`<table:table-cell table:number-columns-repeated="16382"/>`+text(`<text:p> <text:s/></text:p>`)+`</table:table-row>`+
		`<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16383"/>`+text(`<text:p><text:s/></text:p>`)+`</table:table-row>`))
	n, cols := s.Dimensions()
	assert.Equal(t, []int{1, 1}, []int{n, cols})
}

func TestLooks(t *testing.T) {
	styles := `<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="2cm"/></style:style>` +
		`<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="0.5in"/></style:style>` +
		`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>`
	book, err := OpenFlat(flat(styles, `<table:tracked-changes><table:table-row/></table:tracked-changes>`+
		`<table:table table:name="一"><table:table-column-group><table:table-column table:style-name="co1" table:number-columns-repeated="2"/></table:table-column-group><table:table-column table:visibility="collapse"/>`+
		`<table:table-row table:style-name="ro1" table:number-rows-repeated="3"/><table:table-row table:visibility="filter" table:style-name="ro1">`+
		`<table:table-cell office:value-type="string" table:number-columns-spanned="3" table:number-rows-spanned="2"><text:p>题</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>`+
		`<table:table-row><table:covered-table-cell office:value-type="float" office:value="5"/></table:table-row></table:table>`+
		`<table:table table:name="二" table:style-name="ta1"><table:shapes><table:table><table:table-row>`+number("1")+`</table:table-row></table:table></table:shapes></table:table>`))
	require.NoError(t, err)
	require.Len(t, book.Sheets, 2)
	s := book.Sheets[0]
	assert.Equal(t, []document.Range{{Row0: 3, Col0: 0, Row1: 4, Col1: 2}}, s.Merges)
	assert.Equal(t, "5", s.At(4, 0).Shown())
	assert.Equal(t, []int{0, 1, 2, 3, 4}, []int{s.Rows[0].Index, s.Rows[1].Index, s.Rows[2].Index, s.Rows[3].Index, s.Rows[4].Index})
	assert.Equal(t, 720, s.Rows[0].Height)
	assert.Equal(t, []bool{false, true, false}, []bool{s.Rows[2].Hidden, s.Rows[3].Hidden, s.Rows[4].Hidden})
	assert.Equal(t, []document.ColSpan{{First: 0, Last: 1, Width: 2764}, {First: 2, Last: 2, Hidden: true}}, s.Cols)
	assert.False(t, s.Hidden)
	assert.True(t, book.Sheets[1].Hidden)
	assert.Empty(t, book.Sheets[1].Rows)
}

func TestFormulas(t *testing.T) {
	for from, want := range map[string]string{
		"of:=SUM([.A1:.B2];[.$C$3])":       "SUM(A1:B2,$C$3)",
		"of:=[.A1]+[$表.B2]":                "A1+'表'!B2",
		"of:=[$'表 二''s'.B2]*2":             "'表 二''s'!B2*2",
		"of:=SUM([$'a.b]'.A1:.C3])":        "SUM('a.b]'!A1:C3)",
		"of:=SUM([$表.A1:$表.C3])":           "SUM('表'!A1:C3)",
		"of:=ROUND([.A1]/3;2)":             "ROUND(A1/3,2)",
		`of:=IF([.A1]>0;"有;[.A1]""";"")`:   `IF(A1>0,"有;[.A1]""","")`,
		"of:=[.A1:.A2]~[.B1]":              "A1:A2,B1",
		"of:=SUM([.#REF!])":                "SUM(#REF!)",
		"of:=['file:///a.ods'#$表.A1]+1":    "['file:///a.ods'#$表.A1]+1",
		"oooc:=SUM([.A1:.A3])":             "SUM(A1:A3)",
		"msoxl:=SUM(A1:A3,B1)":             "SUM(A1:A3,B1)",
		"=SUM(A1:A3)":                      "SUM(A1:A3)",
		"=[.A1]":                           "A1",
		"of:=[.A1":                         "A1",
		`of:="abc`:                         `"abc"`,
		"SUM(1)":                           "",
		"of:=[.]":                          "",
		"of:=[$.A1]":                       "[$.A1]",
		"of:=SUM([.A:.A])-SUM([.1:.1])":    "SUM(A:A)-SUM(1:1)",
		"of:=SUM([.A1:.A2];SUM([.B1];-1))": "SUM(A1:A2,SUM(B1,-1))",
	} {
		assert.Equal(t, want, fromOpenFormula(from), from)
	}
}

// A formula that gave an empty text has no value in the file, as one that nobody calculated.
func TestCached(t *testing.T) {
	empty := `<table:table-cell table:formula="of:=[.A1]"/>`
	calculated := `<table:table-cell table:formula="of:=[.A1]" office:value-type="float" office:value="1"/>`
	alone := readOne(t, rows("<table:table-row>"+empty+"</table:table-row>")).At(0, 0)
	assert.Equal(t, document.Blank, alone.Kind)
	assert.False(t, alone.Cached)
	beside := readOne(t, rows("<table:table-row>"+empty+calculated+"</table:table-row>"))
	assert.Equal(t, document.Text, beside.At(0, 0).Kind)
	assert.True(t, beside.At(0, 0).Cached)
	assert.True(t, beside.At(0, 1).Cached)
}

func TestPacked(t *testing.T) {
	content := strings.Replace(string(rows("<table:table-row>"+strings.Replace(number("5"), "<table:table-cell", `<table:table-cell table:style-name="ce"`, 1)+"</table:table-row>")),
		"<office:automatic-styles>", `<office:automatic-styles><style:style style:name="ce" style:family="table-cell" style:data-style-name="N2"/>`, 1)
	list := func(kind, places string) string {
		return `<office:` + kind + `><number:number-style style:name="N2"><number:number number:decimal-places="` + places + `" number:min-integer-digits="1"/></number:number-style></office:` + kind + `>`
	}
	styles := `<office:document-styles>` + list("styles", "2") + list("automatic-styles", "5") + `</office:document-styles>`
	book, err := Open(packed(t, "mimetype", mimetype, "content.xml", content, "styles.xml", styles, "META-INF/manifest.xml", `<!DOCTYPE manifest:manifest><manifest:manifest/>`))
	require.NoError(t, err)
	assert.Equal(t, "5.00", book.Sheets[0].At(0, 0).Shown(), "automatic styles of pages are no styles of cells")
}
