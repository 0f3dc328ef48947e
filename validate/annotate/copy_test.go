package annotate

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// sample is a workbook, its report and its annotated copy.
type sample struct {
	data, copy []byte
	report     *report.Report
}

var made map[string]sample

// samples are every fixture, each also with an error in it, and the rich book.
func samples(t *testing.T) map[string]sample {
	t.Helper()
	if made != nil {
		return made
	}
	all := map[string]sample{}
	add := func(name string, data []byte, r *report.Report) {
		require.Nil(t, r.Error, name)
		out, err := Copy(data, r)
		require.NoError(t, err, name)
		all[name] = sample{data, out, r}
	}
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		add(name, w.Bytes, validate.Check(name, w.Bytes, nil).Report)
		data, err := w.Edit("F01[210, 金额] = 46.86", `F05[合计, 小计] = "1,2"`, "F03[201, 项目支出] =")
		require.NoError(t, err)
		r := validate.Check(name, data, nil).Report
		require.Equal(t, report.Fail, r.Verdict, name)
		add(name+"-wrong", data, r)
	}
	data := withMacros(t, rich(t))
	add("macros", data, validate.Check("macros.xlsm", data, nil).Report)
	data = rich(t)
	r := richReport(t, data)
	require.NotEmpty(t, r.Suspects)
	add("rich", data, r)
	made = all
	return all
}

// withMacros is a workbook as an .xlsm.
func withMacros(t *testing.T, data []byte) []byte {
	t.Helper()
	types := members(t, data)[typesName]
	types = strings.Replace(types, "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main", 1)
	types = strings.Replace(types, "</Types>", `<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`, 1)
	return with(t, data, typesName, types, "xl/vbaProject.bin", "macros")
}

// flat is an XML text as a list of its tags, attributes and texts, without the
// attributes that a copy may change.
func flat(t *testing.T, text string, loose map[string]string) (list []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return list
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			list = append(list, "<"+x.Name.Space+":"+x.Name.Local)
			for _, a := range x.Attr {
				if a.Name.Space != "" || !slices.Contains(strings.Fields(loose[x.Name.Local]), a.Name.Local) {
					list = append(list, "@"+a.Name.Space+":"+a.Name.Local+"="+a.Value)
				}
			}
		case xml.EndElement:
			list = append(list, "/"+x.Name.Space+":"+x.Name.Local)
		case xml.CharData:
			list = append(list, "="+string(x))
		case xml.Comment:
			list = append(list, "!"+string(x))
		case xml.ProcInst:
			list = append(list, "?"+string(x.Inst))
		}
	}
}

// extra is what stands in longer and not in shorter, or false when something of
// shorter does not stand there in its order.
func extra(shorter, longer []string) (more []string, ok bool) {
	for _, s := range longer {
		if len(shorter) > 0 && shorter[0] == s {
			shorter = shorter[1:]
		} else {
			more = append(more, s)
		}
	}
	return more, len(shorter) == 0
}

// Which elements a copy may add to which members, and the attributes it may change.
var allowed = []struct {
	member *regexp.Regexp
	adds   string
	loose  map[string]string
}{
	{regexp.MustCompile(`^\[Content_Types\]\.xml$`), "Override Default", nil},
	{regexp.MustCompile(`^xl/workbook\.xml$`), "sheet", nil},
	{regexp.MustCompile(`\.rels$`), "Relationship", nil},
	{regexp.MustCompile(`^xl/styles\.xml$`), "font b u sz color name family fill patternFill fgColor bgColor border left right top bottom diagonal xf alignment protection",
		map[string]string{"fonts": "count", "fills": "count", "borders": "count", "cellXfs": "count"}},
	{regexp.MustCompile(`^xl/worksheets/sheet\d+\.xml$`), "c row legacyDrawing", map[string]string{"c": "s"}},
	{regexp.MustCompile(`^xl/comments\d+\.xml$`), "author comment text r rPr sz color rFont charset t", nil},
	{regexp.MustCompile(`^xl/drawings/vmlDrawing\d+\.vml$`), "shape fill shadow path textbox div ClientData MoveWithCells SizeWithCells Anchor AutoFill Row Column shapetype stroke",
		map[string]string{"shape": "style"}},
}

var anchors_ = regexp.MustCompile(`<x:Anchor>[^<]*`)

func TestNothingOfTheOriginalIsLost(t *testing.T) {
	for name, s := range samples(t) {
		before, after := members(t, s.data), members(t, s.copy)
		for member, text := range before {
			got, ok := after[member]
			require.True(t, ok, "%s: %s is gone", name, member)
			if got == text {
				continue
			}
			i := slices.IndexFunc(allowed, func(a struct {
				member *regexp.Regexp
				adds   string
				loose  map[string]string
			}) bool {
				return a.member.MatchString(member)
			})
			require.GreaterOrEqual(t, i, 0, "%s: %s changed", name, member)
			if strings.HasSuffix(member, ".vml") { // a comment that got more text grows
				text, got = anchors_.ReplaceAllString(text, ""), anchors_.ReplaceAllString(got, "")
			}
			more, ok := extra(flat(t, text, allowed[i].loose), flat(t, got, allowed[i].loose))
			require.True(t, ok, "%s: %s lost something", name, member)
			for _, m := range more {
				if element, ok := strings.CutPrefix(m, "<"); ok {
					_, local, _ := strings.Cut(element, ":")
					assert.Contains(t, strings.Fields(allowed[i].adds), local, "%s: %s", name, member)
				}
			}
		}
		assert.Equal(t, memberNames(t, s.data), memberNames(t, s.copy)[:len(before)], "%s: order of members", name)
	}
}

// The test above must see a loss: it is shown what other ways of writing lose.
func TestTheComparisonSeesLosses(t *testing.T) {
	for _, gone := range []string{`zz:extra="1"`, "<!-- a comment -->", "<x:v>4</x:v>", `<x:f t="shared" si="0"/>`, `ht="30"`, "保留", " 细"} {
		require.Contains(t, handwritten, gone)
		without := strings.Replace(handwritten, gone, "", 1)
		_, ok := extra(flat(t, handwritten, nil), flat(t, without, nil))
		assert.False(t, ok, gone)
	}
}

// Beyond the bytes: what a reader makes of both files is the same.
func TestReadersSeeTheSameBook(t *testing.T) {
	for name, s := range samples(t) {
		before, err := xlsx.Open(s.data)
		require.NoError(t, err, name)
		after, err := xlsx.Open(s.copy)
		require.NoError(t, err, name)
		require.Len(t, after.Sheets, len(before.Sheets)+1, name)
		for i, sheet := range before.Sheets {
			got := *after.Sheets[i]
			// Rows put in for a fill have no cells with content.
			got.Rows = slices.DeleteFunc(slices.Clone(got.Rows), func(r document.Row) bool {
				return len(r.Cells) == 0 && !slices.ContainsFunc(sheet.Rows, func(o document.Row) bool { return o.Index == r.Index })
			})
			assert.Equal(t, *sheet, got, "%s %s", name, sheet.Name)
		}
		again := validate.Check(s.report.File, s.copy, nil).Report
		if name != "rich" {
			// A check may say that there is a sheet more; of the others it says the same.
			found := slices.DeleteFunc(again.Findings, func(f report.Finding) bool {
				return len(f.Cells) > 0 && !slices.ContainsFunc(before.Sheets, func(b *document.Sheet) bool { return b.Name == f.Cells[0].Sheet })
			})
			assert.Equal(t, s.report.Findings, found, "%s: the copy is judged alike", name)
		}
		f, g := open(t, s.data), open(t, s.copy)
		assert.Equal(t, f.GetDefinedName(), g.GetDefinedName())
		for _, sheet := range f.GetSheetList() {
			sameSheet(t, f, g, sheet)
		}
	}
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func sameSheet(t *testing.T, f, g *excelize.File, sheet string) {
	t.Helper()
	same := func(get func(f *excelize.File) (any, error)) {
		t.Helper()
		want, err := get(f)
		require.NoError(t, err)
		got, err := get(g)
		require.NoError(t, err)
		assert.Equal(t, want, got, sheet)
	}
	same(func(f *excelize.File) (any, error) { return f.GetMergeCells(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetPanes(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetPageLayout(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetPageMargins(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetSheetProps(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetHeaderFooter(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetDataValidations(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetConditionalFormats(sheet) })
	same(func(f *excelize.File) (any, error) { return f.GetPictures(sheet, "J2") })
	same(func(f *excelize.File) (any, error) { return f.GetTables(sheet) })
	for _, col := range []string{"A", "B", "C", "H"} {
		same(func(f *excelize.File) (any, error) { return f.GetColWidth(sheet, col) })
	}
	for row := 1; row <= 50; row++ {
		same(func(f *excelize.File) (any, error) { return f.GetRowHeight(sheet, row) })
		for col := range 14 {
			cell := document.Address(row-1, col)
			same(func(f *excelize.File) (any, error) { return f.GetCellFormula(sheet, cell) })
			same(func(f *excelize.File) (any, error) { return f.GetCellValue(sheet, cell) })
			same(func(f *excelize.File) (any, error) { return f.GetCellRichText(sheet, cell) })
			same(func(f *excelize.File) (any, error) {
				id, err := f.GetCellStyle(sheet, cell)
				if err != nil {
					return nil, err
				}
				style, err := f.GetStyle(id)
				if err == nil {
					style.Fill = excelize.Fill{}
				}
				return style, err
			})
		}
	}
}
