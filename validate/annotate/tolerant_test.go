package annotate

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
	"suanqing/validate/read/xlsx"
)

const noStyleSheet = `<styleSheet xmlns="` + mainSpace + `"></styleSheet>`

// commented is the small workbook with all the parts that a copy writes to: a style
// sheet in a Chinese font, a comment at B2, and its shape.
func commented(t *testing.T) map[string]string {
	t.Helper()
	out, err := Copy(small(t), about("B2"))
	require.NoError(t, err)
	all := members(t, out)
	for name, text := range all {
		if !strings.HasPrefix(text, "<?xml") {
			all[name] = `<?xml version="1.0" encoding="UTF-8"?>` + text
		}
	}
	require.Contains(t, all["xl/styles.xml"], "宋体")
	require.Contains(t, all["xl/comments1.xml"], "错在 B2")
	return all
}

// declaring is a part that says it is in another encoding.
func declaring(t *testing.T, text, encoding string) string {
	t.Helper()
	require.Contains(t, text, `encoding="UTF-8"`)
	return strings.Replace(text, `encoding="UTF-8"`, encoding, 1)
}

// inUTF16 is a text in UTF-16.
func inUTF16(text string, order binary.AppendByteOrder) string {
	return string(wide.Append(nil, text, order))
}

// sameCopy is that a book with its parts in other encodings gets the copy that the
// book itself gets, all in UTF-8.
func sameCopy(t *testing.T, parts, plain map[string]string, label string) {
	t.Helper()
	data := zipped(t, parts)
	_, err := xlsx.Open(data)
	require.NoError(t, err, "%s: the check reads it", label)
	out, err := Copy(data, about("A1", "B2"))
	require.NoError(t, err, label)
	want, err := Copy(zipped(t, plain), about("A1", "B2"))
	require.NoError(t, err)
	got := members(t, out)
	for _, name := range []string{typesName, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"} {
		require.NotEqual(t, parts[name], got[name], "%s: %s is written to", label, name)
	}
	for name, text := range members(t, want) {
		if got[name] == parts[name] {
			continue
		}
		said := declared.FindStringSubmatch(declaration.FindString(got[name]))
		if !strings.HasSuffix(name, ".vml") && said != nil {
			assert.Equal(t, "UTF-8", strings.ToUpper(said[1]), "%s: %s", label, name)
		}
		bare := func(s string) string { return strings.TrimPrefix(declaration.ReplaceAllString(s, ""), "\uFEFF") }
		assert.Equal(t, bare(text), bare(got[name]), "%s: %s", label, name)
	}
	_, err = xlsx.Open(out)
	require.NoError(t, err, label)
	assert.Contains(t, got["xl/comments1.xml"], "错在 A1", label)
}

// What a part declares is often not what it is: the check does not mind, nor does the copy.
func TestDeclaredEncodings(t *testing.T) {
	plain := commented(t)
	for _, encoding := range []string{`encoding="UTF8"`, `encoding = 'utf-8'`, `encoding="us-ascii"`, `encoding="GBK"`, `encoding="gb2312"`,
		`encoding="GB18030"`, `encoding="utf-16"`, `encoding="ISO-8859-1" standalone="yes"`, `standalone="yes"`} {
		parts := map[string]string{}
		for name, text := range plain {
			parts[name] = declaring(t, text, encoding)
		}
		sameCopy(t, parts, plain, encoding)
	}
	parts := map[string]string{}
	for name, text := range plain {
		parts[name] = strings.Replace(declaring(t, text, `encoding="GBK"`), `version="1.0"`, `version="1.1"`, 1)
	}
	sameCopy(t, parts, plain, "version 1.1")

	plain["xl/styles.xml"] = strings.ReplaceAll(plain["xl/styles.xml"], "宋体", "Café") // nothing Chinese tells that it is UTF-8
	parts = maps.Clone(plain)
	parts["xl/styles.xml"] = declaring(t, plain["xl/styles.xml"], `encoding="UTF8"`)
	sameCopy(t, parts, plain, "Café")
}

func TestPartsInUTF16(t *testing.T) {
	plain := commented(t)
	for _, c := range []struct {
		declares, before, after string
		order                   binary.AppendByteOrder
	}{
		{`encoding="UTF-16"`, "\uFEFF", "", binary.LittleEndian},
		{`encoding="UTF-16"`, "\uFEFF", "", binary.BigEndian},
		{`encoding="UTF-16LE"`, "", "", binary.LittleEndian},
		{`encoding="utf-16"`, "", "\x00", binary.BigEndian},
		{`encoding="GBK"`, "\uFEFF", "", binary.LittleEndian},
		{``, "\uFEFF", "", binary.LittleEndian},
	} {
		parts := map[string]string{}
		for name, text := range plain {
			parts[name] = inUTF16(c.before+declaring(t, text, c.declares), c.order) + c.after
		}
		sameCopy(t, parts, plain, fmt.Sprint(c))
	}
	got, ok := fromUTF16(inUTF16("<a>𠮷", binary.BigEndian) + "\xD8\x00") // and half a character
	assert.True(t, ok)
	assert.Equal(t, "<a>𠮷\uFFFD", got)
}

// Bytes of nothing after a part are no damage.
func TestPartsWithZerosAfterThem(t *testing.T) {
	parts := commented(t)
	for name := range parts {
		parts[name] += "\r\n\x00\x00"
	}
	_, err := xlsx.Open(zipped(t, parts))
	require.NoError(t, err)
	_, err = Copy(zipped(t, parts), about("A1", "B2"))
	require.NoError(t, err)
}

// Comments in another encoding, which the check does not read: a text in ours must
// not come among them, and that is not called damage.
func TestEncodingsThatAreNotUnderstood(t *testing.T) {
	for label, text := range map[string]string{
		"GBK":                "\xCB\xCE\xCC\xE5",
		"GBK, by chance":     "\xC2\xB7", // 路, or a · in UTF-8
		"declared as UTF-8":  "\xCB\xCE",
		"declared as Latin1": "\xE9",
	} {
		parts := commented(t)
		encoding := map[string]string{"declared as UTF-8": `encoding="UTF-8"`, "declared as Latin1": `encoding="ISO-8859-1"`}[label]
		if encoding == "" {
			encoding = `encoding="GBK"`
		}
		parts["xl/comments1.xml"] = strings.Replace(`<?xml version="1.0" `+encoding+`?><comments xmlns="`+mainSpace+`"><authors><author>a</author></authors><commentList>`+
			`<comment ref="B2" authorId="0"><text><t>TEXT</t></text></comment></commentList></comments>`, "TEXT", text, 1)
		_, err := Copy(zipped(t, parts), about("B2"))
		var refusal *document.Refusal
		require.True(t, errors.As(err, &refusal), label)
		assert.Equal(t, "encoding", refusal.Code, label)
		assert.Contains(t, refusal.Message, "comments1.xml", label)
		assert.NotContains(t, refusal.Message, "损坏", label)
		assert.Contains(t, refusal.Hint, "另存为", label)
	}
}

// Drawings hold what programs put there; what is added to them is ASCII.
func TestADrawingInGBK(t *testing.T) {
	parts := commented(t)
	const button = "<v:shape id=\"_x0000_s2000\" alt=\"\xCB\xCE\"></v:shape>"
	parts["xl/drawings/vmlDrawing1.vml"] = strings.Replace(declaring(t, parts["xl/drawings/vmlDrawing1.vml"], `encoding="GBK"`), "</xml>", button+"</xml>", 1)
	out, err := Copy(zipped(t, parts), about("A1"))
	require.NoError(t, err)
	got := members(t, out)["xl/drawings/vmlDrawing1.vml"]
	assert.Contains(t, got, button)
	assert.Contains(t, got, `encoding="GBK"`)
	assert.Contains(t, got, `id="_x0000_s2001"`)
}

func TestAnEmptyDrawing(t *testing.T) {
	for _, drawing := range []string{`<xml xmlns:v="urn:schemas-microsoft-com:vml"/>`, "<xml />\r\n", `<?xml version="1.0"?><o:xml xmlns:o="urn:o"/>`, "<xml></xml>\x00"} {
		parts := commented(t)
		parts["xl/drawings/vmlDrawing1.vml"] = drawing
		out, err := Copy(zipped(t, parts), about("A1"))
		require.NoError(t, err, drawing)
		got := members(t, out)["xl/drawings/vmlDrawing1.vml"]
		assert.Regexp(t, `xml\b[^<]*><v:shapetype(?s:.*)</v:shape></(o:)?xml>[\s\x00]*$`, got)
		require.NoError(t, scan(got, func(tag) {}))
		assert.Contains(t, comments(t, open(t, out), "A"), "A1")
	}
}

// lists are the lists of a style sheet in their order, each with the number of its items.
func lists(t *testing.T, text string) (names []string, items map[string][]string) {
	t.Helper()
	items = map[string][]string{}
	at := 0
	require.NoError(t, scan(text, func(g tag) {
		switch {
		case g.depth == 1 && !g.end:
			names = append(names, g.name)
			items[g.name+" count"] = []string{g.attr("count")}
		case g.depth == 2 && !g.end:
			at = g.from
		case g.depth == 2:
			last := names[len(names)-1]
			items[last] = append(items[last], text[at:g.to])
		}
	}))
	return names, items
}

// Style sheets may lack lists, or have empty ones: they get what Excel expects, where
// the schema has it.
func TestStyleSheetsThatLackLists(t *testing.T) {
	const (
		font = `<font><sz val="10"/><name val="楷体"/></font>`
		fill = `<fill><patternFill patternType="none"/></fill>`
		xf   = `<xf numFmtId="4" fontId="0"/>`
	)
	for _, sheet := range []string{
		noStyleSheet,
		`<styleSheet xmlns="` + mainSpace + `"/>`,
		`<styleSheet xmlns="` + mainSpace + `"><cellXfs count="1">` + xf + `</cellXfs></styleSheet>`,
		`<styleSheet xmlns="` + mainSpace + `"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0"/></numFmts><fonts><font/></fonts><cellStyles count="0"/><dxfs count="0"/></styleSheet>`,
		`<styleSheet xmlns="` + mainSpace + `"><fonts count="0"/><fills count="1">` + fill + `</fills><borders></borders><cellStyleXfs count="0" /><cellXfs count="0"/><extLst/></styleSheet>`,
		`<styleSheet xmlns="` + mainSpace + `"><fills count="1">` + fill + `</fills><cellXfs>` + xf + xf + `</cellXfs><tableStyles/></styleSheet>`,
		`<styleSheet xmlns="` + mainSpace + `"><fonts count="1">` + font + `</fonts><colors/></styleSheet>`,
	} {
		for _, prefix := range []string{"", "x:"} {
			if prefix != "" {
				sheet = regexp.MustCompile(`<(/?)`).ReplaceAllString(strings.Replace(sheet, "xmlns=", "xmlns:x=", 1), "<${1}x:")
			}
			data := withStyles(t, sheet)
			_, err := xlsx.Open(data)
			require.NoError(t, err, "the check reads it")
			out, err := Copy(data, about("A1", "B2"))
			require.NoError(t, err, sheet)
			got := members(t, out)["xl/styles.xml"]
			wasNames, was := lists(t, sheet)
			names, items := lists(t, got)
			rest := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !slices.Contains(wasNames, n) })
			assert.True(t, slices.Equal(wasNames, rest), "what was there is there: %v", names)
			order := func(a, b string) int { return slices.Index(styleOrder, a) - slices.Index(styleOrder, b) }
			assert.True(t, slices.IsSortedFunc(names, order), "%v", names)
			assert.Equal(t, names, slices.Compact(slices.Clone(names)))
			for i, name := range sectionNames {
				require.GreaterOrEqual(t, len(items[name]), len(firstItems[i]), "%s of %s", name, got)
				assert.True(t, slices.Equal(was[name], items[name][:len(was[name])]), "items that cells refer to keep their numbers: %v", items[name])
				if i != int(cellStyleXfs) || len(was[name]) == 0 {
					assert.Equal(t, strconv.Itoa(len(items[name])), items[name+" count"][0], name)
				}
			}
			assert.Contains(t, items["fills"][0], `"none"`)
			assert.Contains(t, items["fills"][1], `"gray125"`, "Excel takes the second fill for this one")
			f := open(t, out)
			for _, cell := range []string{"A1", "B2"} {
				id, err := f.GetCellStyle("A", cell)
				require.NoError(t, err)
				style, err := f.GetStyle(id)
				require.NoError(t, err)
				assert.Equal(t, 1, style.Fill.Pattern, cell)
				assert.Equal(t, len(was["cellXfs"]) > 0, style.NumFmt == 4, "the format the cell had")
			}
		}
	}
}

// withStyles is the small workbook with a style sheet.
func withStyles(t *testing.T, sheet string) []byte {
	t.Helper()
	all := members(t, small(t))
	override := `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
	rel := `<Relationship Id="s" Type="` + relSpace + `/styles" Target="styles.xml"/></Relationships>`
	return small(t, "xl/styles.xml", sheet, typesName, strings.Replace(all[typesName], "</Types>", override, 1),
		"xl/_rels/workbook.xml.rels", strings.Replace(all["xl/_rels/workbook.xml.rels"], "</Relationships>", rel, 1))
}

// Types are given to parts that are not there, and one may be related: a name is not
// given a type twice, which Excel would repair.
func TestTypesOfPartsThatAreNotThere(t *testing.T) {
	all := members(t, withStyles(t, noStyleSheet))
	ghosts := ""
	for _, name := range []string{"/XL/Comments1.xml", "/xl/comments3.xml", "/xl/worksheets/sheet2.xml", `xl\worksheets\sheet3.xml`, "/xl/drawings/vmlDrawing1.vml"} {
		ghosts += `<Override PartName="` + name + `" ContentType="application/xml"/>`
	}
	all[typesName] = strings.Replace(all[typesName], "</Types>", ghosts+"</Types>", 1)
	delete(all, "xl/styles.xml") // which stays related
	for _, ghost := range []string{"", `<Override PartName="/xl/styles.xml" ContentType="application/xml"/>`} {
		if ghost != "" { // a new style sheet needs another name
			all["xl/_rels/workbook.xml.rels"] = regexp.MustCompile(`<Relationship Id="s"[^>]*>`).ReplaceAllString(all["xl/_rels/workbook.xml.rels"], "")
		}
		out, err := Copy(zipped(t, all), about("B2"))
		require.NoError(t, err)
		given, after := map[string]bool{}, members(t, out)
		require.NoError(t, scan(after[typesName], func(g tag) {
			if name := g.attr("PartName"); !g.end && name != "" {
				assert.False(t, given[key(name)], "%s twice", name)
				given[key(name)] = true
			}
		}))
		assert.Contains(t, after, "xl/comments2.xml")
		assert.Contains(t, after, "xl/worksheets/sheet4.xml")
		assert.Contains(t, after, "xl/drawings/vmlDrawing2.vml")
		assert.Contains(t, after, map[bool]string{true: "xl/styles.xml", false: "xl/styles1.xml"}[ghost == ""])
		assert.Len(t, comments(t, open(t, out), "A"), 1)
	}
}
