package xml2003

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// workbook is a workbook of one sheet with a table.
func workbook(table string) string {
	return `<?xml version="1.0"?><Workbook xmlns="` + space + `" xmlns:ss="` + space + `" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<Styles><Style ss:ID="Default"><NumberFormat ss:Format="Fixed"/></Style><Style ss:ID="s1"><Font/></Style>` +
		`<Style ss:ID="s2"><NumberFormat ss:Format="Standard"/></Style><Style ss:ID="s3" ss:Parent="s2"/><Style ss:ID="s4"><NumberFormat/></Style>` +
		`<Style ss:ID="s5"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="s6" ss:Parent="s6"/></Styles>` +
		`<Worksheet ss:Name="表"><Table>` + table + `</Table></Worksheet></Workbook>`
}

const one = `<Data ss:Type="Number">1</Data>`

var cells = []struct{ name, table, want string }{
	{"in order", `<Row><Cell>` + one + `</Cell><Cell/><Cell>` + one + `</Cell></Row>`, "A1 1.00|C1 1.00"},
	{"by index", `<Row ss:Index="3"><Cell ss:Index="2">` + one + `</Cell><Cell>` + one + `</Cell></Row><Row><Cell>` + one + `</Cell></Row>`, "B3 1.00|C3 1.00|A4 1.00"},
	{"backwards", `<Row><Cell ss:Index="3">` + one + `</Cell><Cell ss:Index="1"/><Cell ss:Index="2">` + one + `</Cell></Row>`, "B1 1.00|C1 1.00"},
	{"merged across", `<Row><Cell ss:MergeAcross="2">` + one + `</Cell><Cell>` + one + `</Cell></Row>`, "A1 1.00|D1 1.00|A1:C1"},
	{"merged down, with index", `<Row><Cell ss:MergeDown="1">` + one + `</Cell></Row><Row><Cell ss:Index="2">` + one + `</Cell></Row>`, "A1 1.00|B2 1.00|A1:A2"},
	{"merged down, without", `<Row><Cell ss:MergeDown="1">` + one + `</Cell></Row><Row><Cell>` + one + `</Cell></Row>`, "A1 1.00|B2 1.00|A1:A2"},
	{"merged down, written out", `<Row><Cell ss:MergeDown="1">` + one + `</Cell></Row><Row><Cell/><Cell>` + one + `</Cell></Row>`, "A1 1.00|B2 1.00|A1:A2"},
	{"covered, written out", `<Row><Cell ss:MergeAcross="1">` + one + `</Cell><Cell ss:Index="2"/><Cell ss:Index="3">` + one + `</Cell></Row>`, "A1 1.00|C1 1.00|A1:B1"},
	{"styles", `<Column ss:StyleID="s2"/><Row ss:StyleID="s4"><Cell>` + one + `</Cell><Cell ss:StyleID="s2">` + one + `</Cell></Row><Row><Cell>` + one + `</Cell><Cell ss:StyleID="s1">` + one + `</Cell></Row>`, "A1 1|B1 1.00|A2 1.00|B2 1.00"},
	{"styles of styles", `<Row><Cell ss:StyleID="s3"><Data ss:Type="Number">1677.9</Data></Cell><Cell ss:StyleID="s6">` + one + `</Cell><Cell ss:StyleID="no">` + one + `</Cell></Row>`, "A1 1,677.90|B1 1|C1 1"},
	{"kinds", `<Row><Cell><Data ss:Type="String">201</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell><Data ss:Type="Number"> 1e2 </Data></Cell><Cell><Data ss:Type="Number">x</Data></Cell></Row>`,
		"A1 'TEXT 201|B1 TRUE|C1 #REF!|D1 100.00|E1 'TEXT x"},
	{"dates", `<Row><Cell ss:StyleID="s5"><Data ss:Type="DateTime">2023-12-31T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2023-12-31T10:30:00.000</Data></Cell></Row>`, "A1 2023/12/31|B1 'TEXT 2023-12-31T10:30:00.000"},
	{"rich text", `<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>收</B><Font html:Size="9" xmlns:html="h">入&#10;</Font>表</ss:Data><Comment><ss:Data>注</ss:Data></Comment></Cell></Row>`, "A1 'TEXT 收入\n表"},
	{"blanks kept", `<Row><Cell><Data ss:Type="String">  行政 运行 </Data></Cell></Row>`, "A1 'TEXT   行政 运行 "},
	{"a blank far off", `<Row><Cell>` + one + `</Cell><Cell ss:Index="16384"><Data ss:Type="String"> </Data></Cell></Row>`, "A1 1.00"},
	{"hidden", `<Column ss:Index="2" ss:Span="1" ss:Hidden="1"/><Row ss:Hidden="1" ss:Span="1"><Cell>` + one + `</Cell></Row><Row><Cell>` + one + `</Cell></Row>`, "A1 1.00|A3 1.00|B:C hidden|row 1 hidden|row 2 hidden"},
	{"no height", `<Row ss:Height="0"><Cell>` + one + `</Cell></Row><Row ss:Height="14.25"><Cell>` + one + `</Cell></Row>`, "A1 1.00|A2 1.00|row 1 hidden"},
	{"formulas", `<Row ss:Index="4"><Cell ss:Formula="=SUM(R[-3]C:R[-1]C)">` + one + `</Cell><Cell ss:Formula="=RC[-1]"/><Cell ss:Formula="=RC[-9]"/><Cell ss:Formula="=RC[-9]">` + one + `</Cell><Cell ss:Formula="=T(R1C1)"><Data ss:Type="String"></Data></Cell></Row>`,
		"A4 1.00 =SUM(A1:A3) cached|B4  =A4|C4  =…|D4 1.00|E4 'TEXT  =T($A$1) cached"},
}

func TestCells(t *testing.T) {
	for _, c := range cells {
		book, err := Open([]byte(workbook(c.table)))
		require.NoError(t, err, c.name)
		s := book.Sheets[0]
		var got []string
		hidden := []string{}
		for _, r := range s.Rows {
			for i := range r.Cells {
				c := &r.Cells[i]
				said := document.Address(c.Row, c.Col) + " "
				if c.Kind == document.Text {
					said += "'TEXT "
				}
				if said += c.Shown(); c.Formula != "" {
					said += " =" + c.Formula
				}
				if c.Cached {
					said += " cached"
				}
				got = append(got, said)
			}
			if r.Hidden {
				hidden = append(hidden, fmt.Sprint("row ", r.Index+1, " hidden"))
			}
		}
		for _, m := range s.Merges {
			got = append(got, m.String())
		}
		for _, c := range s.Cols {
			if c.Hidden {
				got = append(got, fmt.Sprintf("%c:%c hidden", 'A'+c.First, 'A'+c.Last))
			}
		}
		assert.Equal(t, c.want, strings.Join(append(got, hidden...), "|"), c.name)
	}
}

// formulas are as the cell C5 has them.
var formulas = map[string]string{
	"=R[-1]C": "C4", "=RC[-2]+R2C1": "A5+$A$2", "=SUM(R[-3]C:R[-1]C)": "SUM(C2:C4)", "=R": "5:5", "=C": "C:C", "=C[1]": "D:D", "=R3": "$3:$3", "=C2:C4": "$B:$B:$D:$D",
	"='01 收入'!R[2]C[1]": "'01 收入'!D7", "=表一!R1C1": "表一!$A$1", "=\"R1C1\"&RC": "\"R1C1\"&C5", "=ROUND(RC[-1],2)": "ROUND(B5,2)", "=R[-5]C": "…", "=RC[-3]": "…",
	"=RATE(1)": "RATE(1)", "=R1C1x": "R1C1x", "=rc": "C5", "='a''R1'!RC": "'a''R1'!C5", "=R[": "…", "=R99999999C": "…", "=1E5+R1C1": "1E5+$A$1", "=TRUE": "TRUE",
}

func TestFormula(t *testing.T) {
	for from, want := range formulas {
		assert.Equal(t, want, a1(from, 4, 2), from)
	}
}

func TestSheets(t *testing.T) {
	book, err := Open([]byte(`<ss:Workbook xmlns:ss="` + space + `"><x:ExcelWorkbook xmlns:x="x"><x:Date1904/></x:ExcelWorkbook><ss:Styles><ss:Style ss:ID="Default"><ss:NumberFormat ss:Format="Short Date"/></ss:Style></ss:Styles>` +
		`<ss:Worksheet ss:Name="甲&amp;乙"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="DateTime">2023-12-31T00:00:00</ss:Data></ss:Cell></ss:Row></ss:Table>` +
		`<x:WorksheetOptions xmlns:x="x"><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions></ss:Worksheet><ss:Worksheet ss:Name="空"/></ss:Workbook>`))
	require.NoError(t, err)
	require.Len(t, book.Sheets, 2)
	assert.Equal(t, "甲&乙", book.Sheets[0].Name)
	assert.True(t, book.Sheets[0].Hidden)
	assert.Equal(t, "2023/12/31", book.Sheets[0].At(0, 0).Shown())
	assert.False(t, book.Sheets[1].Hidden)
}

func TestRefusals(t *testing.T) {
	row := func(cell string) string { return workbook("<Row>" + cell + "</Row>") }
	for name, c := range map[string]struct{ text, code string }{
		"not a workbook":     {`<a xmlns:ss="` + space + `"/>`, "html"},
		"nothing":            {`<?xml version="1.0"?>`, "html"},
		"no sheet":           {`<Workbook xmlns="` + space + `"/>`, "not-a-workbook"},
		"cut":                {workbook("")[:500], "corrupt"},
		"cut in the table":   {strings.TrimSuffix(row(`<Cell>`+one+`</Cell>`), `</Worksheet></Workbook>`), "corrupt"},
		"not well-formed":    {row(`<Cell></Row>`), "corrupt"},
		"dtd":                {strings.Replace(workbook(""), `<Workbook`, `<!DOCTYPE a [<!ENTITY b "c">]><Workbook`, 1), "corrupt"},
		"unknown entity":     {row(`<Cell><Data ss:Type="String">&b;</Data></Cell>`), "corrupt"},
		"bad index":          {row(`<Cell ss:Index="x"/>`), "corrupt"},
		"cells in one place": {row(`<Cell ss:Index="3"/><Cell ss:Index="3"/>`), "corrupt"},
		"rows backwards":     {workbook(`<Row ss:Index="3"/><Row ss:Index="2"/>`), "corrupt"},
		"columns backwards":  {workbook(`<Column ss:Index="3"/><Column ss:Index="2"/>`), "corrupt"},
		"a row too far":      {workbook(`<Row ss:Index="1048577"><Cell>` + one + `</Cell></Row>`), "too-complex"},
		"content too far":    {row(`<Cell ss:Index="600">` + one + `</Cell>`), "too-complex"},
		"beyond a sheet":     {row(`<Cell ss:Index="99999">` + one + `</Cell>`), "too-complex"},
		"deep":               {row(strings.Repeat(`<b>`, 100)), "too-complex"},
		"a long tag":         {row(`<Cell ` + strings.Repeat(`a="b" `, 20_000) + `/>`), "too-complex"},
		"a long text":        {row(`<Cell><Data ss:Type="String">` + strings.Repeat("表", grid.MaxText) + `</Data></Cell>`), "too-complex"},
		"merges":             {workbook(strings.Repeat(`<Row><Cell ss:MergeDown="1"/></Row>`, grid.MaxMerges+1)), "too-complex"},
		"wide merges":        {workbook(strings.Repeat(`<Row><Cell ss:MergeAcross="99999"/></Row>`, 2000)), "too-complex"},
		"sheets":             {`<Workbook>` + strings.Repeat(`<Worksheet/>`, 2000) + `</Workbook>`, "too-complex"},
		"long file":          {strings.Repeat(" ", grid.MaxFile+1), "too-large"},
		"another charset":    {"<?xml version=\"1.0\" encoding=\"big5\"?><Workbook>\xA6\xAC\xA4J</Workbook>", "corrupt"},
	} {
		book, err := Open([]byte(c.text))
		require.Nil(t, book, name)
		var refusal *document.Refusal
		require.ErrorAs(t, err, &refusal, name)
		assert.Equal(t, c.code, refusal.Code, "%s: %s", name, refusal.Message)
	}
}
