package annotate

import (
	"errors"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// small is a workbook of one sheet, written by hand; its parts can be replaced.
func small(t *testing.T, pairs ...string) []byte {
	t.Helper()
	put := map[string]string{
		typesName: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="` + relSpace + `/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainSpace + `"><sheets><sheet xmlns:q="` + relSpace + `" name="A" sheetId="7" q:id="r"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="` + relSpace + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="` + mainSpace + `"><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>`,
	}
	for i := 0; i < len(pairs); i += 2 {
		put[pairs[i]] = pairs[i+1]
	}
	return zipped(t, put)
}

// about is a report with an error on each of some cells of sheet A.
func about(cells ...string) *report.Report {
	r := &report.Report{Verdict: report.Fail}
	for _, c := range cells {
		r.Findings = append(r.Findings, report.Finding{Severity: report.Error, Message: "错在 " + c, Cells: []report.Cell{{Sheet: "A", Cell: c}}})
	}
	return r
}

// A workbook as bare as the standard allows gets the parts it lacks.
func TestABareWorkbook(t *testing.T) {
	out, err := Copy(small(t), about("A1", "A2", "B2", "C2", "D9"))
	require.NoError(t, err)
	f := open(t, out)
	assert.Equal(t, []string{"A", report.ResultSheet}, f.GetSheetList())
	assert.Len(t, comments(t, f, "A"), 5)
	for _, cell := range []string{"A1", "A2", "B2", "C2", "D9"} {
		id, err := f.GetCellStyle("A", cell)
		require.NoError(t, err)
		style, err := f.GetStyle(id) // which tells no colours when the book has no theme
		require.NoError(t, err)
		assert.Equal(t, 1, style.Fill.Pattern, cell)
	}
	assert.Contains(t, members(t, out)["xl/styles.xml"], fills[failing])
	value, err := f.GetCellValue("A", "B2")
	require.NoError(t, err)
	assert.Equal(t, "1", value)
}

// A sheet with buttons has a drawing of theirs and no comments: ours are drawn there.
func TestASheetWithControls(t *testing.T) {
	button := `<v:shape id="_x0000_s1025" type="#_x0000_t201"><x:ClientData ObjectType="Button"><br></x:ClientData></v:shape>`
	data := small(t, "xl/worksheets/sheet1.xml", `<worksheet xmlns="`+mainSpace+`" xmlns:r="`+relSpace+`"><sheetData/><legacyDrawing r:id="v"/>`+
		`<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent></worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels", strings.Replace(noRelations, "></Relationships>", `><Relationship Id="v" Type="`+relSpace+`/vmlDrawing" Target="b.vml"/></Relationships>`, 1),
		"xl/worksheets/b.vml", strings.Replace(noDrawing, "</xml>", button+"</xml>\r\n", 1))
	out, err := Copy(data, about("B2"))
	require.NoError(t, err)
	all := members(t, out)
	assert.Contains(t, all["xl/worksheets/b.vml"], button)
	assert.Contains(t, all["xl/worksheets/b.vml"], `id="_x0000_s1026"`)
	assert.Equal(t, 1, strings.Count(all["xl/worksheets/sheet1.xml"], "<legacyDrawing"))
	assert.Contains(t, all["xl/worksheets/sheet1.xml"], `<sheetData><row r="2"><c r="B2"`)
}

// Controls without a drawing of the old kind: ours goes before them.
func TestTheDrawingComesBeforeWhatFollowsIt(t *testing.T) {
	data := small(t, "xl/worksheets/sheet1.xml", `<worksheet xmlns="`+mainSpace+`"><sheetData/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>`+
		`<mc:AlternateContent xmlns:mc="urn:mc"/><tableParts/><extLst/></worksheet>`)
	out, err := Copy(data, about("B2"))
	require.NoError(t, err)
	assert.Regexp(t, `footer="1"/><legacyDrawing [^>]*/><mc:AlternateContent`, members(t, out)["xl/worksheets/sheet1.xml"])
}

// The Strict kind of file has its own namespaces; what is added has them too.
func TestStrict(t *testing.T) {
	all := members(t, small(t))
	var pairs []string
	for name, text := range all {
		text = strings.ReplaceAll(text, mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
		pairs = append(pairs, name, strings.ReplaceAll(text, relSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships"))
	}
	out, err := Copy(small(t, pairs...), about("B2"))
	require.NoError(t, err)
	for name, text := range members(t, out) {
		assert.NotContains(t, text, mainSpace, name)
		assert.NotContains(t, text, relSpace+"/", name)
	}
	book, err := xlsx.Open(out)
	require.NoError(t, err)
	assert.Len(t, book.Sheets, 2)
}

// Whatever is cut out of a part or doubled in it, there is a copy that opens or a
// sentence, never a panic.
func TestDamagedParts(t *testing.T) {
	data := rich(t)
	r := richReport(t, data)
	all := members(t, data)
	random := rand.New(rand.NewSource(1))
	var names []string
	for _, name := range memberNames(t, data) {
		if strings.HasSuffix(name, ".vml") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".xml") && !strings.Contains(name, "theme") {
			names = append(names, name)
		}
	}
	copied := 0
	for range 200 {
		name := names[random.Intn(len(names))]
		text := all[name]
		from := random.Intn(len(text))
		to := min(len(text), from+1+random.Intn(60))
		if random.Intn(2) == 0 { // whole tags, so that it mostly stays well-formed
			if i := strings.IndexByte(text[from:], '<'); i >= 0 {
				from += i
				to = from + strings.IndexByte(text[from:], '>') + 1
			}
		}
		damaged := text[:from] + text[to:]
		if random.Intn(3) == 0 {
			damaged = text[:to] + text[from:]
		}
		out, err := Copy(with(t, data, name, damaged), r)
		if err != nil {
			var refusal *document.Refusal
			require.True(t, errors.As(err, &refusal), "%s", name)
			require.NotEmpty(t, refusal.Message)
			require.NotEmpty(t, refusal.Hint)
			continue
		}
		copied++
		_, err = xlsx.Open(out)
		require.NoError(t, err, "%s without %q", name, text[from:to])
	}
	assert.Greater(t, copied, 20, "some damage does not matter")
}

// What is given once must not be given twice: Excel repairs such files.
func TestNamesAreGivenOnce(t *testing.T) {
	for name, s := range samples(t) {
		all, given := members(t, s.copy), map[string]bool{}
		once := func(text string, attrs ...string) {
			require.NoError(t, scan(text, func(g tag) {
				for _, a := range attrs {
					if v := g.attr(a); !g.end && v != "" {
						require.False(t, given[a+v], "%s: %s %s twice", name, a, v)
						given[a+v] = true
					}
				}
			}))
		}
		once(all[typesName], "Extension", "PartName")
		once(all["xl/workbook.xml"], "sheetId")
		for member := range all {
			ext := member[strings.LastIndexByte(member, '.')+1:]
			assert.True(t, given["PartName/"+member] || given["Extension"+ext] || member == typesName, "%s: %s has no type", name, member)
		}
	}
}

// A comment that is as long as comments can be has no room for ours: it stays whole.
func TestALongCommentStays(t *testing.T) {
	for _, length := range []int{maxText, maxText - 300, 10} {
		long := strings.Repeat("长", length)
		data := small(t,
			"xl/worksheets/_rels/sheet1.xml.rels", strings.Replace(noRelations, "></Relationships>", `><Relationship Id="c" Type="`+relSpace+`/comments" Target="/xl/c.xml"/></Relationships>`, 1),
			"xl/c.xml", `<comments xmlns="`+mainSpace+`"><authors><author>a</author></authors><commentList><comment ref="B2" authorId="0"><text><t>`+long+`</t></text></comment></commentList></comments>`)
		out, err := Copy(data, about("B2"))
		require.NoError(t, err)
		all := members(t, out)["xl/c.xml"]
		var said strings.Builder
		for _, f := range flat(t, all[strings.Index(all, "<text>"):], nil) {
			if text, ok := strings.CutPrefix(f, "="); ok {
				said.WriteString(text)
			}
		}
		assert.True(t, strings.HasPrefix(said.String(), long))
		assert.LessOrEqual(t, len([]rune(said.String())), maxText)
		assert.Equal(t, length == 10, strings.Contains(said.String(), "错在 B2"))
	}
}
