package hostile

import (
	"strings"

	"suanqing/validate/internal/wide"
)

// markup is XML that is broken, endless or means more than it says.
var markup = []Case{
	{"xml-deep", "a million elements inside one another", func() []byte { return oneSheet(repeat("<a>", 1_000_000), repeat("</a>", 1_000_000)) }, "too-complex"},
	{"xml-deep-open", "the same, never closed", func() []byte { return oneSheet(repeat("<row>", 10_000_000)) }, "too-complex|corrupt"},
	{"xml-billion-laughs", "entities that double thirty times", func() []byte {
		var dtd strings.Builder
		dtd.WriteString(`<!DOCTYPE worksheet [<!ENTITY a0 "表">`)
		for i := range 30 {
			n, m := string(rune('a'+i%26))+"1", string(rune('a'+(i+1)%26))+"1"
			dtd.WriteString("<!ENTITY " + m + ` "&` + n + ";&" + n + `;">`)
		}
		return withSheet(dtd.String() + "]><worksheet " + space + "><sheetData>" + row("&z1;") + "</sheetData></worksheet>")
	}, "corrupt"},
	{"xml-external-entity", "an entity that is a file of this computer", func() []byte {
		return withSheet(`<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet ` + space + `><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>`)
	}, "corrupt"},
	{"xml-doctype-remote", "a document type on another computer", func() []byte {
		return withSheet(`<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/x.dtd"><worksheet/>`)
	}, "corrupt"},
	{"xml-unknown-entity", "an entity that nothing defines", func() []byte { return oneSheet(text("<row><c t=\"str\"><v>&laugh;</v></c></row>")) }, "corrupt"},
	{"xml-entity-in-name", "an entity where an attribute's name should stand", func() []byte { return oneSheet(text(`<row &#x72;="1"><c><v>1</v></c></row>`)) }, "corrupt"},
	{"xml-bad-reference", "a character beyond Unicode", func() []byte { return oneSheet(text(`<row><c t="str"><v>&#x110000;</v></c></row>`)) }, "corrupt"},
	{"xml-nul-reference", "the character that ends a C string", func() []byte { return oneSheet(text(`<row><c t="str"><v>&#0;</v></c></row>`)) }, "corrupt"},
	{"xml-endless-reference", "a reference of 20 million digits", func() []byte {
		return oneSheet(text(`<row><c t="str"><v>&#`), repeat("0", 20*mega), text(`65;</v></c></row>`))
	}, "corrupt"},
	{"xml-million-references", "a cell of ten million references", func() []byte {
		return oneSheet(text(`<row><c t="str"><v>`), repeat("&amp;", 10*mega), text(`</v></c></row>`))
	}, "too-complex"},
	{"xml-cut", "a sheet cut in half inside a sound package", func() []byte {
		return bent(func(name, s string) content {
			if name == "xl/worksheets/sheet3.xml" {
				s = s[:len(s)/2]
			}
			return text(s)
		})
	}, "corrupt"},
	{"xml-cut-between-rows", "a sheet cut behind a row, and closed by nothing", func() []byte {
		return bent(func(name, s string) content {
			if name == "xl/worksheets/sheet3.xml" {
				s = s[:strings.LastIndex(s, "</row>")+len("</row>")]
			}
			return text(s)
		})
	}, "corrupt"},
	{"xml-crossed", "elements that close out of order", func() []byte { return oneSheet(text("<row><c><v>1</c></v></row>")) }, "corrupt"},
	{"xml-two-roots", "a second sheet behind the first in one part", func() []byte { return withSheet("<worksheet/><worksheet/>") }, "corrupt"},
	{"xml-attributes", "an element of a million attributes", func() []byte {
		return oneSheet(text("<row"), repeat(` a="1"`, 1_000_000), text("/>"))
	}, "too-complex"},
	{"xml-open-comment", "a comment of 60 MB that never ends", func() []byte { return oneSheet(text("<!--"), repeat("<row/>", 10*mega)) }, "corrupt"},
	{"xml-many-comments", "eight million comments", func() []byte { return oneSheet(repeat("<!---->", 8_000_000)) }, "no-forms"},
	{"xml-many-pieces", "a cell in two million pieces", func() []byte {
		return oneSheet(text(`<row><c t="str"><v>`), repeat("<![CDATA[表]]>x", 2_000_000), text("</v></c></row>"))
	}, "too-complex"},
	{"xml-long-name", "an element whose name has 50 MB", func() []byte { return oneSheet(text("<"), repeat("a", 50*mega), text("/>")) }, "no-forms|too-complex"},
	{"xml-long-attribute", "an attribute of 50 MB", func() []byte { return oneSheet(text(`<row r="`), repeat("1", 50*mega), text(`"/>`)) }, "corrupt"},
	{"xml-not-utf8", "bytes that are no text", func() []byte { return oneSheet(text("<row><c t=\"str\"><v>\xff\xfe\xc0</v></c></row>")) }, "corrupt"},
	{"xml-utf16", "nine forms in UTF-16, every part of them", func() []byte {
		return bent(func(name, s string) content { return text(inUTF16(s)) })
	}, Judged},
	{"xml-utf16-odd", "half a character of UTF-16 at the end, lone surrogates within", func() []byte {
		return withSheet(inUTF16("<worksheet><sheetData><row><c t=\"str\"><v>") + "\x00\xd8\x00\xd8" + inUTF16("</v></c></row></sheetData></worksheet>")[2:] + "\x3c")
	}, "corrupt|no-forms"},
	{"xml-utf16-growth", "60 MB of UTF-16 that are 90 MB of UTF-8", func() []byte {
		return withSheet(inUTF16("<worksheet><!--"), repeat("\x68\x88", 29*mega), text(inUTF16("--></worksheet>")[2:]))
	}, "no-forms"},
	{"xml-bom", "nine forms, every part behind a byte order mark", func() []byte {
		return bent(func(name, s string) content { return text("\uFEFF" + s) })
	}, Judged},
	{"xml-bom-twice", "two byte order marks", func() []byte { return withSheet("\uFEFF\uFEFF<worksheet/>") }, "corrupt|no-forms"},
	{"xml-other-root", "a sheet that is a web page", func() []byte { return withSheet("<html><script>alert(1)</script></html>") }, "corrupt"},
}

// withSheet is a book whose only sheet is the given part, byte for byte.
func withSheet(head string, more ...content) []byte {
	b := book{tabs: []tab{{name: "Sheet1", part: "worksheets/sheet1.xml"}}}
	b.parts = []part{{name: "xl/worksheets/sheet1.xml", content: join(append([]content{text(head)}, more...)...)}}
	return b.bytes()
}

// inUTF16 is little-endian UTF-16 behind a byte order mark.
func inUTF16(s string) string {
	return "\xff\xfe" + string(wide.Bytes(s))
}
