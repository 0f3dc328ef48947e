package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
)

// parser reads one page token by token into tables and the texts around them. It
// keeps no tree of elements: what is open is at most a table, its row and its cell,
// and those around them.
type parser struct {
	*reader
	tokens *html.Tokenizer
	attrs  map[string]string // of the tag being read, those of interest

	title  string
	body   frame   // the page outside all tables
	frames []frame // open tables, the innermost last
	veil   veil
	inside string // an element whose text is not shown, or is not text: script, style, title
	pre    int    // open <pre>
	option bool   // in an option that is not the one chosen
}

// frame is a table that is open, or the page.
type frame struct {
	table    *table
	rowOpen  bool
	in       place
	cell     cell
	skip     int     // empty cells before
	veiled   bool    // rows are hidden with the group that they are of
	group    int     // groups of rows so far
	colgroup bool    // the last column is one that stands for a group
	flow     []block // of the open cell, or of the page
	pen      pen
}

// place is where in a table the text goes.
type place uint8

const (
	between   place = iota // rows and cells: shown before the table
	inCell                 // an open cell
	inCaption              // or the caption
)

// veil is an element, other than the parts of a table, that is not shown.
type veil struct {
	tag   string
	depth int // of elements of that name within
	level int // tables open when it began
	cell  bool
}

// wanted are the attributes that are read.
var wanted = map[string]bool{"style": true, "class": true, "id": true, "hidden": true, "colspan": true, "rowspan": true, "span": true,
	"width": true, "height": true, "x:num": true, "x:str": true, "x:fmla": true, "x:bool": true, "x:err": true,
	"sdval": true, "sdnum": true, "name": true, "type": true, "value": true, "selected": true}

// parse reads a page in UTF-8.
func (r *reader) parse(page []byte) (*parser, *document.Refusal) {
	p := &parser{reader: r, tokens: html.NewTokenizer(bytes.NewReader(page)), attrs: map[string]string{}}
	p.tokens.SetMaxBuf(maxToken)
	for {
		switch token := p.tokens.Next(); token {
		case html.ErrorToken:
			if p.tokens.Err() == html.ErrBufferExceeded {
				return nil, refuse.TooComplex("网页里有过长的标签或文字。")
			}
			for len(p.frames) > 0 {
				if refusal := p.endTable(); refusal != nil {
					return nil, refusal
				}
			}
			return p, p.flush()
		case html.TextToken:
			if refusal := p.text(); refusal != nil {
				return nil, refusal
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if refusal := p.start(token == html.SelfClosingTagToken); refusal != nil {
				return nil, refusal
			}
		case html.EndTagToken:
			name, _ := p.tokens.TagName()
			if refusal := p.end(string(name)); refusal != nil {
				return nil, refusal
			}
		}
	}
}

// top is what is written to now: the innermost table with an open cell or caption, or
// the page. Text between the cells of a table is shown before it.
func (p *parser) top() *frame {
	for i := len(p.frames) - 1; i >= 0; i-- {
		if p.frames[i].in != between {
			return &p.frames[i]
		}
	}
	return &p.body
}

// frame is the innermost open table, or nil.
func (p *parser) frame() *frame {
	if n := len(p.frames); n > 0 {
		return &p.frames[n-1]
	}
	return nil
}

func (p *parser) text() *document.Refusal {
	switch {
	case p.inside == "style":
		if !p.styles.parse(string(p.tokens.Text())) {
			return tooManyStyles()
		}
	case p.inside == "title":
		if p.title == "" {
			p.title = strings.Join(strings.Fields(string(p.tokens.Text())), " ")
		}
	case p.inside != "", p.option, p.veil.cell:
	default:
		p.top().pen.write(string(p.tokens.Text()), p.pre > 0)
	}
	return nil
}

// flush ends a paragraph.
func (p *parser) flush() *document.Refusal {
	f := p.top()
	text := f.pen.take()
	if grid.TrimBlanks(text) == "" {
		return nil
	}
	if len(text) > grid.MaxText {
		return refuse.TooComplex("网页里有过长的一段文字。")
	}
	if p.count.texts++; p.count.texts > grid.MaxCells {
		return refuse.TooComplex("网页里的文字超过 %d 段。", grid.MaxCells)
	}
	f.flow = append(f.flow, block{text: text, hidden: p.veil.tag != "" && !p.veil.cell})
	return nil
}

// readAttrs reads the attributes of a start tag that are of interest; of two of one
// name the first counts.
func (p *parser) readAttrs() {
	clear(p.attrs)
	for more := true; more; {
		var key, value []byte
		key, value, more = p.tokens.TagAttr()
		if !wanted[string(key)] {
			continue
		}
		if _, twice := p.attrs[string(key)]; !twice {
			p.attrs[string(key)] = string(value)
		}
	}
}

// styleOf is the style of the element whose tag is being read.
func (p *parser) styleOf(tag string) style {
	s := p.styles.of(tag, p.attrs["class"], p.attrs["id"], p.attrs["style"])
	if _, hidden := p.attrs["hidden"]; hidden {
		s.hidden = true
	}
	return s
}
