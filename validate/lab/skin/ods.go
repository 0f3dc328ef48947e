package skin

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"html"
	"slices"
	"strings"
)

// odsStyle is one way of writing OpenDocument. The zero style is what LibreOffice
// does: runs of equal cells and rows counted, covered cells named.
type odsStyle struct {
	flat      bool // one XML file, .fods
	counted   bool // runs of equal cells and rows said once; the zero style has none
	tail      bool // a last row said a million times, a last cell sixteen thousand times
	untyped   bool // amounts without office:value, their text only
	unstyled  bool // no number formats
	precise   bool // text:p rounded further than office:value: the value counts
	stringly  bool // numbers are office:value-type="string"
	currency  bool // amounts are currency
	grouped   bool // rows and columns in header rows and groups
	spans     bool // texts in spans and links, with notes
	remarks   bool // annotations beside the texts
	filled    bool // covered cells keep what they had
	oldOffice bool // formulas as OpenOffice.org 1 and 2 wrote them
	columns   bool // the number format stands with the column, not the cell
	prefix    string
	member    func(parts []odsPart) []odsPart
}

// odsPart is a member of the package.
type odsPart struct {
	name   string
	data   []byte
	stored bool
}

// documents are the ways.
var documents = func() []Skin {
	var out []Skin
	for _, v := range []struct {
		name string
		odsStyle
	}{
		{"ods-plain", odsStyle{}},
		{"ods-libreoffice", odsStyle{counted: true, tail: true}},
		{"ods-counted", odsStyle{counted: true}},
		{"ods-untyped", odsStyle{untyped: true, unstyled: true}},
		{"ods-unstyled", odsStyle{unstyled: true, tail: true}},
		{"ods-value-over-text", odsStyle{precise: true, counted: true}},
		{"ods-strings", odsStyle{stringly: true}},
		{"ods-currency", odsStyle{currency: true}},
		{"ods-groups", odsStyle{grouped: true, tail: true}},
		{"ods-spans", odsStyle{spans: true}},
		{"ods-annotations", odsStyle{remarks: true, counted: true}},
		{"ods-covered-filled", odsStyle{filled: true}},
		{"ods-old-formulas", odsStyle{oldOffice: true}},
		{"ods-column-formats", odsStyle{columns: true}},
		{"ods-other-prefixes", odsStyle{prefix: "t", counted: true}},
		{"ods-mimetype-last", odsStyle{member: func(p []odsPart) []odsPart { slices.Reverse(p); return p }}},
		{"ods-mimetype-deflated", odsStyle{member: func(p []odsPart) []odsPart { p[0].stored = false; return p }}},
		{"ods-no-mimetype", odsStyle{member: func(p []odsPart) []odsPart { return p[1:] }}},
		{"ods-stored", odsStyle{member: func(p []odsPart) []odsPart {
			for i := range p {
				p[i].stored = true
			}
			return p
		}}},
		{"fods-flat", odsStyle{flat: true, counted: true, tail: true}},
		{"fods-flat-plain", odsStyle{flat: true}},
	} {
		ext := "ods"
		if v.flat {
			ext = "fods"
		}
		out = append(out, Skin{Name: v.name, Kind: ODS, Ext: ext, Make: v.bytes, Hides: true,
			Computes: !v.stringly && !v.untyped})
	}
	return out
}()

const (
	odsSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" ` +
		`xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:oooc="http://openoffice.org/2004/calc" office:version="1.2"`
	odsKind = "application/vnd.oasis.opendocument.spreadsheet"
)

func (o *odsStyle) bytes(b *Book) []byte {
	var w strings.Builder
	w.WriteString("<office:automatic-styles>")
	o.styles(&w, b)
	w.WriteString("</office:automatic-styles><office:body><office:spreadsheet>\n")
	for _, s := range b.Sheets {
		o.sheet(&w, s)
	}
	w.WriteString("</office:spreadsheet></office:body>")
	root := func(name, more, body string) []byte {
		text := "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:" + name + " " + odsSpaces + more + ">" + body + "</office:" + name + ">"
		if o.prefix != "" {
			text = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, "xmlns:table=", "xmlns:"+o.prefix+"="), "<table:", "<"+o.prefix+":"), "</table:", "</"+o.prefix+":")
			text = strings.ReplaceAll(text, " table:", " "+o.prefix+":")
		}
		return []byte(text)
	}
	if o.flat {
		return root("document", ` office:mimetype="`+odsKind+`"`, w.String())
	}
	manifest := `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">` +
		`<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="` + odsKind + `"/>` +
		`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/></manifest:manifest>`
	parts := []odsPart{
		{"mimetype", []byte(odsKind), true},
		{"Thumbnails/thumbnail.png", []byte("\x89PNG"), true},
		{"content.xml", root("document-content", "", w.String()), false},
		{"styles.xml", root("document-styles", "", `<office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles>`), false},
		{"META-INF/manifest.xml", []byte(manifest), false},
	}
	if o.member != nil {
		parts = o.member(parts)
	}
	return packed(parts)
}

func packed(parts []odsPart) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate}
		create := z.CreateHeader
		if p.stored { // its size and sum in front: what is stored cannot be found the end of
			h.Method, h.CRC32 = zip.Store, crc32.ChecksumIEEE(p.data)
			h.CompressedSize64, h.UncompressedSize64 = uint64(len(p.data)), uint64(len(p.data))
			create = z.CreateRaw
		}
		w, err := create(h)
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// styles writes a cell style for each number format, one for what is hidden.
func (o *odsStyle) styles(w *strings.Builder, b *Book) {
	w.WriteString(`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>` +
		`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`)
	if o.unstyled {
		return
	}
	seen := map[string]bool{}
	for _, s := range b.Sheets {
		for _, c := range s.cells {
			if c.Format == "" || seen[c.Format] {
				continue
			}
			seen[c.Format] = true
			name := className(c.Format)
			w.WriteString(o.format("N"+name, c.Format))
			fmt.Fprintf(w, `<style:style style:name="%s" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N%s"/>`, name, name)
		}
	}
}

// format is a number format of the fixtures as a number style. Of a code with several
// parts it has that for positive numbers, and the negative one where it has brackets.
func (o *odsStyle) format(name, code string) string {
	element := "number-style"
	symbol := ""
	if o.currency && strings.Contains(code, "0.00") {
		element, symbol = "currency-style", `<number:currency-symbol number:language="zh" number:country="CN">￥</number:currency-symbol>`
	}
	positive, negative, _ := strings.Cut(code, ";")
	number := `<number:number number:min-integer-digits="1"`
	if _, decimals, found := strings.Cut(positive, "."); found {
		places := strings.Count(decimals, "0")
		number += fmt.Sprintf(` number:decimal-places="%d" number:min-decimal-places="%d"`, places, places)
	} else {
		number = fmt.Sprintf(`<number:number number:decimal-places="0" number:min-integer-digits="%d"`, strings.Count(positive, "0"))
	}
	if strings.Contains(positive, "#,##") {
		number += ` number:grouping="true"`
	}
	number += "/>"
	if !strings.HasPrefix(negative, "(") {
		return fmt.Sprintf(`<number:%s style:name="%s">%s%s</number:%s>`, element, name, symbol, number, element)
	}
	return fmt.Sprintf(`<number:%s style:name="%sP0" style:volatile="true">%s%s<number:text> </number:text></number:%s>`, element, name, symbol, number, element) +
		fmt.Sprintf(`<number:%s style:name="%s"><number:text>(</number:text>%s%s<number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="%sP0"/></number:%s>`,
			element, name, symbol, number, name, element)
}

// paragraphsOf is a text as ODF has it: a paragraph a line, blanks counted.
func (o *odsStyle) paragraphsOf(text string) string {
	var w strings.Builder
	for _, line := range strings.Split(text, "\n") {
		inner := strings.TrimLeft(line, " ")
		if n := len(line) - len(inner); n > 0 {
			inner = fmt.Sprintf(`<text:s text:c="%d"/>`, n) + html.EscapeString(inner)
		} else {
			inner = html.EscapeString(inner)
		}
		if o.spans && !strings.HasPrefix(inner, "<") {
			r := []rune(line)
			half := len(r) / 2
			inner = `<text:span text:style-name="T1">` + html.EscapeString(string(r[:half])) + `</text:span><text:a xlink:href="#x">` + html.EscapeString(string(r[half:])) + "</text:a>"
		}
		w.WriteString("<text:p>" + strings.ReplaceAll(strings.ReplaceAll(inner, "&#34;", "&quot;"), "&#39;", "&apos;") + "</text:p>")
	}
	return w.String()
}
