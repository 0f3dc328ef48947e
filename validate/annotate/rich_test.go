package annotate

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// handwritten is a sheet as other programs write them: shared formulas with cached
// values, an array formula, rows and cells without addresses, phonetic guides, inline rich text, errors,
// unknown attributes and elements, an extension list.
const (
	mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

	oddName     = `O'Neil & "表"`
	handwritten = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac zz" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:zz="urn:zz" zz:uid="{1}">
<x:sheetPr codeName="Odd"><x:tabColor theme="4" tint="0.4"/></x:sheetPr><x:dimension ref="A1:F9"/>
<x:sheetViews><x:sheetView workbookViewId="0"><x:selection activeCell="B2" sqref="B2"/></x:sheetView></x:sheetViews>
<x:sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><x:cols><x:col min="2" max="3" width="20.7" style="1" customWidth="1"/></x:cols>
<x:sheetData><x:row r="1" spans="1:6" x14ac:dyDescent="0.2"><x:c r="A1" t="inlineStr"><x:is><x:r><x:rPr><x:b/></x:rPr><x:t>粗</x:t></x:r><x:r><x:t xml:space="preserve"> 细</x:t></x:r><x:rPh sb="0" eb="1"><x:t>cu</x:t></x:rPh><x:phoneticPr fontId="0"/></x:is></x:c><x:c r="B1" s="1"><x:v>1</x:v></x:c></x:row>
<x:row r="2"><x:c r="A2"><x:f t="shared" ref="A2:A4" si="0">B2*2</x:f><x:v>2</x:v></x:c><x:c r="B2" s="1"><x:v>1</x:v></x:c></x:row>
<x:row><x:c s="1"><x:f t="shared" si="0"/><x:v>4</x:v></x:c><x:c s="1"><x:v>2</x:v></x:c><!-- a comment --></x:row>
<x:row r="4" s="1" customFormat="1" hidden="1" zz:extra="1"><x:c r='A4' s='1' zz:tag='a>b'><x:f t="shared" si="0"/><x:v>6</x:v></x:c><x:c r="B4" s="1"><x:v>3</x:v></x:c><x:c r="D4" s="1" t="b"><x:v>1</x:v></x:c></x:row>
<x:row r="5" ht="30" customHeight="1"/>
<x:row r="9"><x:c r="A9" t="str"><x:f>"a"&amp;"b"</x:f><x:v>ab</x:v></x:c><x:c r="C9" s="1" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c><x:c r="D9"><x:f t="array" ref="D9">SUM(B2:B4*2)</x:f><x:v>12</x:v></x:c><x:c r="F9" cm="1" vm="1"><x:v>1.10000000000000009</x:v></x:c></x:row></x:sheetData>
<x:mergeCells count="1"><x:mergeCell ref="B6:C7"/></x:mergeCells><x:phoneticPr fontId="0" type="noConversion"/>
<x:pageMargins left="0.11" right="0.12" top="0.13" bottom="0.14" header="0.15" footer="0.16"/><x:headerFooter><x:oddFooter>&amp;P / &amp;N</x:oddFooter></x:headerFooter>
<x:extLst><x:ext uri="{zz}" xmlns:zz2="urn:zz2"><zz2:kept a="1">保留</zz2:kept></x:ext></x:extLst></x:worksheet>
`
	oddRels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/xl/comments77.xml"/></Relationships>`
	oddComments = `<?xml version="1.0"?><x:comments xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:authors><x:author>tc={A}</x:author></x:authors>` +
		`<x:commentList><x:comment ref="A2" authorId="0" shapeId="0"><x:text><x:t>原来的话</x:t></x:text></x:comment>` +
		`<x:comment ref="F9" authorId="0"><x:text/></x:comment></x:commentList></x:comments>`
	oddThread = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" id="{A}"><text>线程</text></threadedComment></ThreadedComments>`
)

// rich is a report with two wrong figures and everything that a workbook may
// carry besides, and the name of its third form's sheet.
func rich(t *testing.T) []byte {
	t.Helper()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	data, err := w.Edit("F01[210, 金额] = 46.86", "F03[201, 项目支出] = =300+97.55 -> 3975.5")
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	sheet := w.Sheet("F03")
	var picture bytes.Buffer
	require.NoError(t, png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 9, 9))))
	theme := 4
	style, err := f.NewStyle(&excelize.Style{NumFmt: 4, Font: &excelize.Font{ColorTheme: &theme, Italic: true, Family: "楷体", Size: 13},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEEFF"}}, Protection: &excelize.Protection{Locked: false},
		Alignment: &excelize.Alignment{Horizontal: "right", Indent: 1}, Border: []excelize.Border{{Type: "left", Color: "FF0000", Style: 2}}})
	require.NoError(t, err)
	format, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FF0000"}})
	require.NoError(t, err)
	rule := excelize.NewDataValidation(true)
	rule.Sqref = "C7:C30"
	require.NoError(t, rule.SetRange(0, 1e9, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	for _, err := range []error{
		f.SetCellStyle(sheet, "C7", "E9", style),
		f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 6, TopLeftCell: "A7", ActivePane: "bottomLeft"}),
		f.SetColWidth(sheet, "B", "B", 33.5), f.SetRowHeight(sheet, 9, 31), f.SetRowVisible(sheet, 40, false),
		f.AddPictureFromBytes(sheet, "J2", &excelize.Picture{Extension: ".png", File: picture.Bytes()}),
		f.AddChart(sheet, "J9", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "'" + sheet + "'!$C$7:$C$9"}}}),
		f.AddDataValidation(sheet, rule),
		f.SetConditionalFormat(sheet, "C7:H30", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Format: &format, Value: "9000"}}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'" + sheet + "'!$A$1:$H$30", Scope: sheet}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$4:$6", Scope: sheet}),
		f.SetDefinedName(&excelize.DefinedName{Name: "合计数", RefersTo: "'" + sheet + "'!$C$7"}),
		f.AddComment(sheet, excelize.Comment{Cell: "C7", Author: "复核人", Paragraph: []excelize.RichTextRun{{Text: "请再看一遍"}}}),
		f.AddComment(sheet, excelize.Comment{Cell: "A1", Author: "复核人", Text: "表题"}),
		f.SetCellRichText(sheet, "J1", []excelize.RichTextRun{{Text: "红", Font: &excelize.Font{Color: "FF0000"}}, {Text: "黑"}}),
		f.SetCellHyperLink(sheet, "J5", "https://example.invalid/?a=1&b=2", "External"),
		f.ProtectSheet(sheet, &excelize.SheetProtectionOptions{Password: "x", SelectLockedCells: true}),
		f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&P"}),
		f.AddTable(w.Sheet("F09"), &excelize.Table{Range: "Q1:R3", Name: "T1"}),
		newSheets(f, oddName, report.ResultSheet),
	} {
		require.NoError(t, err)
	}
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return withMembers(t, b.Bytes(), oddName)
}

func newSheets(f *excelize.File, names ...string) error {
	for _, name := range names {
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
	}
	return nil
}

// withMembers puts in what excelize cannot write.
func withMembers(t *testing.T, data []byte, odd string) []byte {
	t.Helper()
	var sheet string
	all := members(t, data)
	for i, name := range sheetNames(t, data) {
		if name == odd {
			sheet = "xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml"
		}
	}
	require.Contains(t, all, sheet)
	put := map[string]string{
		sheet: handwritten,
		strings.Replace(sheet, "worksheets/", "worksheets/_rels/", 1) + ".rels": oddRels,
		"xl/comments77.xml":                        oddComments,
		"xl/threadedComments/threadedComment1.xml": oddThread,
		"customXml/item1.xml":                      "<any/>",
		"docProps/thumbnail.jpeg":                  "\xFF\xD8\xFF not really",
		typesName: strings.Replace(all[typesName], "</Types>", ""+
			`<Override PartName="/xl/comments77.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`+
			`<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>`, 1),
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range memberNames(t, data) {
		text, ok := put[name]
		if !ok {
			text = all[name]
		}
		delete(put, name)
		require.NoError(t, store(w, &zip.FileHeader{Name: name, Method: zip.Deflate}, text))
	}
	for name, text := range put {
		require.NoError(t, store(w, &zip.FileHeader{Name: name, Method: zip.Store}, text))
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

// richReport is the check's own report of the rich book, and findings besides
// at every odd place of the handwritten sheet.
func richReport(t *testing.T, data []byte) *report.Report {
	t.Helper()
	r := validate.Check("=1+1.xlsx", data, nil).Report
	require.Nil(t, r.Error)
	for i, cell := range []string{"A1", "A2", "A3", "A4", "C4", "E4", "C5", "B8", "D9", "F9", "C7", "B12", "A12", "D9"} {
		s := []report.Severity{report.Error, report.Warning, report.Tail, report.Notice}[i%4]
		r.Findings = append(r.Findings, report.Finding{Rule: "x.y", Severity: s, Title: "题", Message: "=HYPERLINK(\"http://x\") <b>&\x01 _x0041_",
			Equation: "+1-2", Left: "1.10", Right: "@SUM(A1)", Difference: "-0.015", Hint: "-1", Why: "w",
			Cells: []report.Cell{{Sheet: oddName, Cell: cell, Label: "=行", Value: "1234567.80", Side: report.Left}, {Sheet: oddName, Cell: "A2", Value: "=1"}}})
	}
	change := func(cell, suggest string) report.Change {
		return report.Change{Sheet: oddName, Cell: cell, Label: "行", Value: "1.10", Suggest: suggest}
	}
	r.Suspects = append(r.Suspects, report.Suspect{Change: change("B2", "11.00"), Shape: report.SomeCells, Kind: "digit-dropped", Why: "=少一位", Likely: true,
		Changes: []report.Change{change("B2", "11.00"), change("B3", "12.00")}, Explains: []int{0, 2},
		Alternatives: []report.Alternative{{Change: change("D9", "13.00"), Why: "也可能"}}},
		report.Suspect{Change: change("A4", "14.00"), Shape: report.OneCell, Why: "两数对调"})
	return r
}

func members(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		all[f.Name] = string(b)
	}
	return all
}

func memberNames(t *testing.T, data []byte) (names []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	return names
}

func sheetNames(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	return f.GetSheetList()
}
