package xlsx

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
)

// only opens a book and gives its single sheet.
func only(t *testing.T, data []byte) *document.Sheet {
	t.Helper()
	b, err := Open(data)
	require.NoError(t, err)
	require.Len(t, b.Sheets, 1)
	return b.Sheets[0]
}

// listing is every cell as "A1=value", "A1:=formula=value".
func listing(s *document.Sheet) string {
	var all []string
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			text := document.Address(c.Row, c.Col)
			if c.Formula != "" {
				text += ":=" + c.Formula
			}
			all = append(all, text+"="+c.Stored)
		}
	}
	return strings.Join(all, " ")
}

const someStrings = `<sst ` + nsMain + `><si><t>合计</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">其中 </t></r><r><t>一</t></r>` +
	`<rPh sb="0" eb="1"><t>qi</t></rPh></si><si><t/></si></sst>`

func TestCellTypes(t *testing.T) {
	s := only(t, book(sheetXML(
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1"><v> 1.50 </v></c>`+
			`<c r="E1" t="n"><v>-2E3</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="b"><v>0</v></c><c r="H1" t="e"><v>#REF!</v></c>`+
			`<c r="I1" t="d"><v>2023-12-31</v></c><c r="J1" t="str"><v>a&amp;b</v></c><c r="K1" t="inlineStr"><is><t>行</t><r><t>内</t></r></is></c>`+
			`<c r="L1" s="0"/><c r="M1"><v>1,000</v></c><c r="N1"><v/></c><c r="O1" t="inlineStr"><is><t>a_x000A_b_x005F_x0041_</t></is></c></row>`+
			`<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>1+1</f></c><c r="C2"><f>1+1</f><v/></c>`+
			`<c r="D2" t="str"><f>""</f><v></v></c><c r="E2" t="str"><f>""</f></c><c r="F2"><f t="dataTable" ref="F2:F3" r1="A1"/><v>3</v></c></row>`),
		member{"xl/sharedStrings.xml", someStrings}))
	assert.Equal(t, "A1=合计 B1=其中 一 D1=1.50 E1=-2E3 F1=TRUE G1=FALSE H1=#REF! I1=2023-12-31 J1=a&b K1=行内 M1=1,000 O1=a\nb_x0041_ "+
		`A2:=1+1=2 B2:=1+1= C2:=1+1= D2:=""= E2:=""= F2=3`, listing(s))
	kinds := map[string]document.Kind{"A1": document.Text, "D1": document.Number, "E1": document.Number, "F1": document.Bool, "H1": document.ErrorValue, "I1": document.Text, "J1": document.Text, "M1": document.Text,
		"A2": document.Number, "B2": document.Blank, "C2": document.Blank, "D2": document.Text, "E2": document.Blank}
	for at, kind := range kinds {
		row, col, _ := document.ParseAddress(at)
		assert.Equal(t, kind, s.At(row, col).Kind, at)
	}
	for at, cached := range map[string]bool{"A2": true, "B2": false, "C2": false, "D2": true, "E2": false} {
		row, col, _ := document.ParseAddress(at)
		assert.Equal(t, cached, s.At(row, col).Cached, at)
	}
	assert.Nil(t, s.At(0, 2), "an empty text is no content")
	assert.Nil(t, s.At(0, 11), "a style alone is no content")
	assert.Nil(t, s.At(-1, -1))
	assert.Nil(t, s.At(9, 9))
	assert.True(t, s.At(0, 0).Format.General)
}

func TestPositionsWithoutAddresses(t *testing.T) {
	s := only(t, book(sheetXML(`<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`)))
	assert.Equal(t, "A1=1 B1=2 C5=3 D5=4 A6=5", listing(s))
}

func TestUnorderedAndRepeatedCells(t *testing.T) {
	s := only(t, book(sheetXML(`<row r="3" ht="20"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c></row>`+
		`<row r="1" hidden="1"><c r="A1"><v>4</v></c><c r="C2"><v>9</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>`)))
	assert.Equal(t, "A1=4 C2=9 A3=5 B3=3", listing(s))
	assert.True(t, s.Rows[0].Hidden)
}

func TestSharedFormulas(t *testing.T) {
	s := only(t, book(sheetXML(`<row r="1"><c r="A1"><f t="shared" si="0"/><v>7</v></c></row>`+ // used before it is defined
		`<row r="2"><c r="A2"><f t="shared" ref="A1:B3" si="0">SUM(C2:$D$2)&amp;"C2"</f><v>1</v></c><c r="B2"><f t="shared" si="0"/></c></row>`+
		`<row r="3"><c r="A3"><f t="shared" si="9"/><v>8</v></c><c r="B3"><f t="array" ref="B3:B4">C1:C2</f><v>2</v></c></row>`)))
	assert.Equal(t, `A1:=SUM(C1:$D$2)&"C2"=7 A2:=SUM(C2:$D$2)&"C2"=1 B2:=SUM(D2:$D$2)&"C2"= A3=8 B3:=C1:C2=2`, listing(s))
}

func TestHiddenRowsColumnsAndSizes(t *testing.T) {
	cols := `<cols><col min="5" max="16384" width="0"/><col min="1" max="2" width="10.5" customWidth="1"/><col min="2" max="3" width="8" hidden="true"/></cols>`
	sheet := `<worksheet ` + nsMain + `><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>` + cols +
		`<sheetData><row r="1" ht="30" customHeight="1"><c><v>1</v></c></row><row r="2" ht="12"/><row r="3" hidden="1"><c><v>3</v></c></row>` +
		`<row r="4" ht="0" customHeight="1"><c><v>4</v></c></row></sheetData></worksheet>`
	s := only(t, book(sheet))
	assert.Equal(t, []document.ColSpan{{Width: 2688}, {First: 1, Last: 2, Width: 2048, Hidden: true}, {First: 4, Last: document.MaxCols - 1, Hidden: true}}, s.Cols)
	hidden := ""
	for c := range 6 {
		hidden += fmt.Sprint(s.ColHidden(c), " ")
	}
	assert.Equal(t, "false true true false true true ", hidden)
	require.Len(t, s.Rows, 4)
	assert.Equal(t, []int{600, 240}, []int{s.Rows[0].Height, s.Rows[1].Height})
	assert.Equal(t, []bool{false, false, true, true}, []bool{s.Rows[0].Hidden, s.Rows[1].Hidden, s.Rows[2].Hidden, s.Rows[3].Hidden})
	assert.Equal(t, []int{9 * 256, 270}, []int{s.DefaultWidth, s.DefaultHeight})
}

func TestAMillionHiddenRowsCostNothing(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<row r="1"><c><v>1</v></c></row>`)
	for r := 2; r <= document.MaxRows; r++ {
		fmt.Fprintf(&b, `<row r="%d" hidden="1"/>`, r)
	}
	s := only(t, book(sheetXML(b.String())))
	assert.Len(t, s.Rows, 1)
	assert.LessOrEqual(t, cap(s.Rows), 4)
}

func TestStyledCellsFarOutAreIgnored(t *testing.T) {
	s := only(t, book(sheetXML(`<row r="1"><c r="A1"><v>1</v></c><c r="SS1" s="1"/><c r="XFD1" s="1"><v></v></c></row>`)))
	assert.Equal(t, "A1=1", listing(s))
}

func TestStylesGiveFormats(t *testing.T) {
	styles := `<styleSheet ` + nsMain + `><numFmts count="1"><numFmt numFmtId="176" formatCode="0.00&quot;万元&quot;"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="176"/><xf numFmtId="176"/><xf numFmtId="999"/></cellXfs></styleSheet>`
	s := only(t, book(sheetXML(`<row><c s="0"><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c s="3"><v>1</v></c><c s="4"><v>1</v></c><c s="77"><v>1</v></c></row>`),
		member{"xl/styles.xml", styles}))
	var shown []string
	for col := range 6 {
		shown = append(shown, s.At(0, col).Shown())
	}
	assert.Equal(t, []string{"1", "1.00", "1.00万元", "1.00万元", "1", "1"}, shown)
	assert.Same(t, s.At(0, 2).Format, s.At(0, 3).Format)
}

func TestDatesFrom1904(t *testing.T) {
	wb := strings.Replace(bookXML, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	styles := `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`
	s := only(t, book(sheetXML(`<row><c><v>43829</v></c></row>`), member{"xl/workbook.xml", wb}, member{"xl/styles.xml", styles}))
	assert.Equal(t, "2023/12/31", s.At(0, 0).Shown())
}

func TestSpellingsOfXML(t *testing.T) {
	plain := sheetXML(`<row r="1"><c r="A1" t="inlineStr"><is><t>合计&lt;1</t></is></c><c r="B1"><v>12</v></c></row>`, `<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>`)
	prefixed := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!-- > --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">` +
		"<x:sheetData ><x:row\n r='1'><x:c r = \"A1\" t=\"inlineStr\" foo='>'><x:is><x:t><![CDATA[合计<]]><!-- x -->&#49;</x:t></x:is></x:c>" +
		"<x:c r=\"&#66;1\"/><x:c r=\"B1\"><x:v>1<?pi?>2</x:v></x:c ></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='B3:A2'/></x:mergeCells></x:worksheet>\n"
	prefixed = strings.Replace(prefixed, `<x:c r="&#66;1"/>`, "", 1)
	little, big := wide.Bytes("\uFEFF"+plain), wide.Append(nil, "\uFEFF"+plain, binary.BigEndian)
	for name, sheet := range map[string]string{"plain": plain, "BOM": "\uFEFF" + plain, "prefixes, Strict, CDATA": prefixed,
		"UTF-16 LE": string(little), "UTF-16 BE": string(big), "UTF-16 LE without BOM": string(little[2:])} {
		t.Run(name, func(t *testing.T) {
			s := only(t, book(sheet))
			assert.Equal(t, "A1=合计<1 B1=12", listing(s))
			assert.Equal(t, "A2:B3", s.Merges[0].String())
		})
	}
}

func TestStrictPackageWithOddPaths(t *testing.T) {
	strict := func(s string) string {
		return strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006", "http://purl.oclc.org/ooxml/spreadsheetml",
			"http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument").Replace(s)
	}
	data := pkg(
		member{"_rels/.rels", strict(strings.Replace(relsXML, "xl/workbook.xml", "/Book/Main.xml", 1))},
		member{`book\main.xml`, strict(strings.ReplaceAll(bookXML, "r:", "d3p1:"))},
		member{"book/_rels/main.xml.RELS", strict(strings.Replace(bookRel, "worksheets/sheet1.xml", "../Other/./S.xml", 1))},
		member{"other/s.xml", strict(sheetXML(`<row><c><v>1</v></c></row>`))},
	)
	assert.Equal(t, "A1=1", listing(only(t, data)))
}

func TestChartSheetsAreSkipped(t *testing.T) {
	wb := strings.Replace(bookXML, "</sheets>", `<sheet name="图" sheetId="2" r:id="rId9"/></sheets>`, 1)
	rel := strings.Replace(bookRel, "</Relationships>", `<Relationship Id="rId9" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`, 1)
	only(t, book(sheetXML(""), member{"xl/workbook.xml", wb}, member{"xl/_rels/workbook.xml.rels", rel}))
}

func TestEscapes(t *testing.T) {
	for raw, want := range map[string]string{
		"a_x000D__x000a_b": "a\r\nb", "_x005F_x0041_": "_x0041_", "_x0041": "_x0041", "_xZZZZ_": "_xZZZZ_", "_x": "_x", "__x0041_": "_A",
		"_xD83D__xDE00_": "😀", "_xD83D_x": "\uFFFDx", "_xD83D__x0041_": "\uFFFDA", "&#x1F600;&#13;": "😀\r", "a\r\nb\rc": "a\nb\nc",
		"&lt;&gt;&amp;&quot;&apos;&amp;lt;": "<>&\"'&lt;", "<![CDATA[&lt;]]>]": "&lt;]",
	} {
		s := only(t, book(sheetXML(`<row><c t="inlineStr"><is><t>`+raw+`</t></is></c></row>`)))
		assert.Equal(t, "A1="+want, listing(s), raw)
	}
}
