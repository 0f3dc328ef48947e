package annotate

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// tag is a start or an end tag and where it stands. An element written as <a/>
// gives a start, and an end of no length after it.
type tag struct {
	prefix, name string
	attrs        []xml.Attr
	depth        int // of its element; the root's is 0
	from, to     int // bytes
	end          bool
}

func (t *tag) attr(name string) string {
	for _, a := range t.attrs {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// scan shows visit every tag of a part, and what is between them stays where it is.
// The declaration and bytes of nothing after the end are passed over: the decoder
// would refuse versions and names of encodings that nobody else minds.
func scan(text string, visit func(t tag)) error {
	begin := len(declaration.FindString(text))
	d := xml.NewDecoder(strings.NewReader(strings.TrimRight(text[begin:], "\x00")))
	var open []xml.Name
	for {
		from := begin + int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF && len(open) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		to := begin + int(d.InputOffset())
		switch token := token.(type) {
		case xml.StartElement:
			visit(tag{token.Name.Space, token.Name.Local, token.Attr, len(open), from, to, false})
			open = append(open, token.Name)
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name {
				return io.ErrUnexpectedEOF
			}
			open = open[:len(open)-1]
			visit(tag{token.Name.Space, token.Name.Local, nil, len(open), from, to, true})
		}
	}
}

// part is the text of an XML part and the edits to be made in it.
type part struct {
	text   string
	prefix string // of the root's name
	space  string // the root's namespace
	rel    string // the prefix for relationship ids; "" when the root declares none
	edits  []edit
}

type edit struct {
	from, to int
	text     string
}

const relSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// root takes down what new elements need to know of the root.
func (p *part) root(t tag) {
	p.prefix = t.prefix
	for _, a := range t.attrs {
		switch {
		case a.Name.Space == "xmlns" && strings.HasSuffix(a.Value, "/officeDocument/2006/relationships"),
			a.Name.Space == "xmlns" && strings.HasSuffix(a.Value, "/officeDocument/relationships"): // Strict
			p.rel = a.Name.Local
		}
		if a.Name.Space == "" && a.Name.Local == "xmlns" && t.prefix == "" || a.Name.Space == "xmlns" && a.Name.Local == t.prefix {
			p.space = a.Value
		}
	}
}

// element is markup of one element without prefixes, fit to stand in the part.
func (p *part) element(markup string) string {
	if p.prefix == "" {
		return markup
	}
	n := strings.IndexAny(markup, " />")
	return markup[:n] + ` xmlns="` + escape(p.space) + `"` + markup[n:]
}

// relID is an attribute that names a relationship.
func (p *part) relID(id string) string {
	if p.rel == "" {
		return ` xmlns:r="` + relSpace + `" r:id="` + id + `"`
	}
	return " " + p.rel + `:id="` + id + `"`
}

func (p *part) replace(from, to int, text string) { p.edits = append(p.edits, edit{from, to, text}) }
func (p *part) insert(at int, text string)        { p.replace(at, at, text) }

// appendTo puts text at the end of an element, between its start and end tag.
func (p *part) appendTo(start, end tag, text string) {
	if end.from != end.to {
		p.insert(end.from, text)
		return
	}
	p.replace(start.to-2, start.to, ">"+text+"</"+p.text[start.from+1:nameEnd(p.text, start.from)]+">")
}

func nameEnd(text string, at int) int { return at + strings.IndexAny(text[at:], " \t\r\n/>") }

// String is the text with the edits made; those at one place in their order.
func (p *part) String() string {
	slices.SortStableFunc(p.edits, func(a, b edit) int { return a.from - b.from })
	var b strings.Builder
	at := 0
	for _, e := range p.edits {
		b.WriteString(p.text[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.WriteString(p.text[at:])
	return b.String()
}

// setAttr gives a start tag's markup an attribute, in place of the one it has.
func setAttr(markup, name, value string) string {
	at := nameEnd(markup, 0)
	for {
		i := at + len(markup[at:]) - len(strings.TrimLeft(markup[at:], " \t\r\n"))
		eq := strings.IndexByte(markup[i:], '=')
		if markup[i] == '/' || markup[i] == '>' || eq < 0 {
			break
		}
		eq += i
		quote := eq + strings.IndexAny(markup[eq:], `"'`)
		end := quote + 1 + strings.IndexByte(markup[quote+1:], markup[quote])
		if strings.TrimSpace(markup[i:eq]) == name {
			return markup[:quote+1] + escape(value) + markup[end:]
		}
		at = end + 1
	}
	return markup[:at] + " " + name + `="` + escape(value) + `"` + markup[at:]
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

func escape(s string) string { return escaper.Replace(s) }
