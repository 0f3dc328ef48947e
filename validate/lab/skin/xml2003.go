package skin

import (
	"fmt"
	"html"
	"sort"
	"strings"
)

// xmlStyle is one way of writing XML Spreadsheet 2003. The zero style writes what
// Excel does, in UTF-8.
type xmlStyle struct {
	charset     string
	declaration string // "" for Excel's own
	prefix      string // of the elements: "ss:"; "" for the default namespace
	attribute   string // prefix of the attributes, "" for ss:
	full        bool   // every cell written, no ss:Index
	bare        bool   // no styles, no options
	texts       bool   // numbers are strings as shown
	padded      bool   // new lines and blanks around everything but texts
	rich        bool   // texts as rich text
	remarks     bool   // comments in cells, names, phonetic texts and XML comments
	absolute    bool   // formulas by R7C3 instead of R[-1]C
	uncached    bool   // formulas without their values
	covered     bool   // covered cells written, blank
	cdata       bool
	format      func(code string) string // the number format, nil for the book's own
	newline     string
}

const excelDeclaration = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"

// workbooks2003 are the ways.
var workbooks2003 = func() []Skin {
	var out []Skin
	for _, v := range []struct {
		name string
		xmlStyle
	}{
		{"xml2003-excel", xmlStyle{newline: "\r\n"}},
		{"xml2003-wps", xmlStyle{declaration: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"}},
		{"xml2003-bom", xmlStyle{charset: "utf-8-bom"}},
		{"xml2003-no-declaration", xmlStyle{declaration: "\n", full: true}},
		{"xml2003-gb2312", xmlStyle{charset: "gbk", declaration: "<?xml version=\"1.0\" encoding=\"gb2312\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"}},
		{"xml2003-gbk-single-quotes", xmlStyle{charset: "gbk", declaration: "<?xml version='1.0' encoding='GBK'?>", bare: true}},
		{"xml2003-gb18030", xmlStyle{charset: "gb18030", declaration: "<?xml version=\"1.0\" encoding=\"GB18030\"?>\n"}},
		{"xml2003-utf16le", xmlStyle{charset: "utf-16le", declaration: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"}},
		{"xml2003-utf16be", xmlStyle{charset: "utf-16be", declaration: "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n"}},
		{"xml2003-utf16-no-mark", xmlStyle{charset: "utf-16le-raw", declaration: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"}},
		{"xml2003-ss-elements", xmlStyle{prefix: "ss:"}},
		{"xml2003-other-prefix", xmlStyle{prefix: "s:", attribute: "sheet:", full: true}},
		{"xml2003-other-attributes", xmlStyle{attribute: "a:"}},
		{"xml2003-full-rows", xmlStyle{full: true, bare: true}},
		{"xml2003-covered-cells", xmlStyle{covered: true, full: true}},
		{"xml2003-texts", xmlStyle{texts: true, bare: true}},
		{"xml2003-general", xmlStyle{format: func(string) string { return "General Number" }}},
		{"xml2003-fixed", xmlStyle{format: amounts("Fixed")}},
		{"xml2003-standard", xmlStyle{format: amounts("Standard")}},
		{"xml2003-currency", xmlStyle{format: amounts("Currency")}},
		{"xml2003-accounting", xmlStyle{format: amounts(`_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "0.00"??_ ;_ @_ `)}},
		{"xml2003-red-negatives", xmlStyle{format: amounts(`#,##0.00_ ;[Red]\-#,##0.00\ `)}},
		{"xml2003-padded", xmlStyle{padded: true}},
		{"xml2003-rich-text", xmlStyle{rich: true}},
		{"xml2003-cdata", xmlStyle{cdata: true}},
		{"xml2003-remarks", xmlStyle{remarks: true}},
		{"xml2003-absolute", xmlStyle{absolute: true}},
	} {
		out = append(out, Skin{Name: v.name, Kind: XML2003, Ext: pickExt(v.name), Make: v.bytes, Hides: !v.bare, Computes: !v.texts})
	}
	return out
}()

// pickExt: what Excel saves is .xml, what systems send calls itself .xls.
func pickExt(name string) string {
	if name == "xml2003-excel" || name == "xml2003-wps" {
		return "xml"
	}
	return "xls"
}

// amounts gives every amount the same format.
func amounts(format string) func(string) string {
	return func(code string) string {
		if strings.HasSuffix(code, ".00") || strings.Contains(code, ".00;") || strings.Contains(code, ".00_") {
			return format
		}
		return named2003(code)
	}
}

// named2003 is a format by the name that XML Spreadsheet has for it.
func named2003(code string) string {
	switch code {
	case "#,##0.00":
		return "Standard"
	case "0.00":
		return "Fixed"
	}
	return code
}

func (x *xmlStyle) bytes(b *Book) []byte {
	var w strings.Builder
	w.WriteString(or(x.declaration, excelDeclaration))
	own := "xmlns"
	if x.prefix != "" {
		own += ":" + strings.TrimSuffix(x.prefix, ":")
	}
	const space = "urn:schemas-microsoft-com:office:spreadsheet"
	fmt.Fprintf(&w, "<%sWorkbook %s=\"%s\"\n xmlns:o=\"urn:schemas-microsoft-com:office:office\"\n xmlns:x=\"urn:schemas-microsoft-com:office:excel\"\n", x.prefix, own, space)
	if attribute := "xmlns:" + strings.TrimSuffix(x.attr(), ":"); attribute != own {
		fmt.Fprintf(&w, " %s=\"%s\"\n", attribute, space)
	}
	w.WriteString(" xmlns:html=\"http://www.w3.org/TR/REC-html40\">\n")
	if !x.bare {
		w.WriteString(" <o:DocumentProperties xmlns:o=\"urn:schemas-microsoft-com:office:office\"><o:Author>财务科</o:Author><o:Version>12.00</o:Version></o:DocumentProperties>\n <x:ExcelWorkbook><x:WindowHeight>9000</x:WindowHeight><x:ActiveSheet>2</x:ActiveSheet></x:ExcelWorkbook>\n")
		x.styles(&w, b)
	}
	for _, s := range b.Sheets {
		x.sheet(&w, s)
	}
	fmt.Fprintf(&w, "</%sWorkbook>\n", x.prefix)
	text := w.String()
	if x.newline != "" {
		text = strings.ReplaceAll(text, "\n", x.newline)
	}
	return encode(x.charset, text)
}

func or(s, standard string) string {
	if s == "" {
		return standard
	}
	return s
}

func (x *xmlStyle) attr() string { return or(x.attribute, "ss:") }

// open is a tag; the names of attributes get their prefix.
func (x *xmlStyle) open(name string, attrs ...string) string {
	var w strings.Builder
	w.WriteString("<" + x.prefix + name)
	for i := 0; i < len(attrs); i += 2 {
		fmt.Fprintf(&w, ` %s%s="%s"`, x.attr(), attrs[i], escapeXML(attrs[i+1]))
	}
	return w.String() + ">"
}

func (x *xmlStyle) close(name string) string { return "</" + x.prefix + name + ">" }

func escapeXML(s string) string { return strings.ReplaceAll(html.EscapeString(s), "\n", "&#10;") }

// styles writes a style for each number format.
func (x *xmlStyle) styles(w *strings.Builder, b *Book) {
	seen := map[string]bool{"": true}
	for _, s := range b.Sheets {
		for _, c := range s.cells {
			seen[c.Format] = true
		}
	}
	var codes []string
	for code := range seen {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	w.WriteString(" " + x.open("Styles") + "\n")
	w.WriteString("  " + x.open("Style", "ID", "Default", "Name", "Normal") + x.open("Alignment", "Vertical", "Center") + x.close("Alignment") + x.open("NumberFormat") + x.close("NumberFormat") + x.close("Style") + "\n")
	for _, code := range codes {
		format := named2003(code)
		if x.format != nil {
			format = x.format(code)
		}
		w.WriteString("  " + x.open("Style", "ID", className(code)))
		w.WriteString(x.open("Font", "FontName", "宋体", "Size", "10") + x.close("Font"))
		if format != "" {
			w.WriteString(x.open("NumberFormat", "Format", format) + x.close("NumberFormat"))
		}
		w.WriteString(x.close("Style") + "\n")
	}
	w.WriteString(" " + x.close("Styles") + "\n")
}
