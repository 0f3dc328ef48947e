package html

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// unseen are elements whose text is no text of the page; some may hold elements, and are
// over where the page itself begins or a table.
var unseen = map[string]bool{"script": true, "style": true, "title": true, "noframes": true, "noembed": true, "iframe": true,
	"xml": true, "template": true, "noscript": true, "svg": true, "object": true}

// blocks are elements that stand on lines of their own.
var blocks = map[string]bool{"p": true, "div": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true,
	"ul": true, "ol": true, "dl": true, "dt": true, "dd": true, "center": true, "pre": true, "hr": true, "form": true, "fieldset": true,
	"legend": true, "section": true, "article": true, "header": true, "footer": true, "nav": true, "main": true, "aside": true,
	"blockquote": true, "address": true, "figure": true, "figcaption": true, "body": true, "html": true, "head": true, "details": true, "summary": true}

// void are elements without an end.
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true}

// start takes in a start tag, or one that ends itself, as XHTML has it: <title/>.
func (p *parser) start(ends bool) *document.Refusal {
	raw, hasAttrs := p.tokens.TagName()
	tag := string(raw)
	if p.inside != "" && tag != "table" && tag != "body" {
		return nil
	}
	p.inside = ""
	clear(p.attrs)
	if hasAttrs {
		p.readAttrs()
	}
	if unseen[tag] {
		if p.inside = tag; ends {
			p.inside = ""
			p.tokens.NextIsNotRawText()
		}
		return nil
	}
	switch {
	case p.veil.tag == "p" && (blocks[tag] || tag == "table"): // which ends a paragraph
		if refusal := p.unveil(); refusal != nil {
			return refusal
		}
	case p.veil.tag == tag:
		p.veil.depth++
	}
	switch tag {
	case "table":
		return p.startTable()
	case "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th":
		if f := p.frame(); f != nil {
			return p.startPart(f, tag)
		}
		return p.flush() // of no table: browsers leave it out
	}
	mark := tag == "a" && isMark(p.attrs["name"]) && len(p.frames) == 0 && len(p.body.flow) < grid.MaxCells
	if blocks[tag] || mark {
		if refusal := p.flush(); refusal != nil {
			return refusal
		}
	}
	if mark {
		p.body.flow = append(p.body.flow, block{mark: true})
	}
	p.startInline(tag)
	if p.veil.tag != "" || void[tag] || tag == "body" || tag == "html" || len(p.attrs) == 0 {
		return nil
	}
	if s := p.styleOf(tag); !s.hidden && !s.unseen {
		return nil
	}
	return p.startVeil(tag)
}

// isMark says whether a name is one that LibreOffice gives to the places of sheets.
func isMark(name string) bool {
	number, is := strings.CutPrefix(name, "table")
	return is && number != "" && grid.AllDigits(number)
}

// startInline takes in the start of an element that is none of a table.
func (p *parser) startInline(tag string) {
	top := p.top()
	switch tag {
	case "frame", "frameset":
		p.framed = true
	case "br":
		top.pen.line()
	case "pre":
		p.pre++
	case "input":
		// What a page lets choose outside its tables is no text of it.
		if kind := p.attrs["type"]; (kind == "" || kind == "text" || kind == "number") && !p.veil.cell && top.in == inCell {
			top.pen.write(p.attrs["value"], false)
		}
	case "option":
		_, chosen := p.attrs["selected"]
		p.option = !chosen || top.in != inCell
	}
}

// startVeil begins what is not shown.
func (p *parser) startVeil(tag string) *document.Refusal {
	inCell := p.top().in == inCell
	var refusal *document.Refusal
	if !inCell {
		refusal = p.flush()
	}
	p.veil = veil{tag: tag, depth: 1, level: len(p.frames), cell: inCell}
	return refusal
}

// unveil ends what is not shown.
func (p *parser) unveil() *document.Refusal {
	var refusal *document.Refusal
	if !p.veil.cell {
		refusal = p.flush()
	}
	p.veil = veil{}
	return refusal
}

// end takes in an end tag.
func (p *parser) end(tag string) *document.Refusal {
	if p.inside != "" {
		if p.inside == tag {
			p.inside = ""
		}
		return nil
	}
	if p.veil.tag == tag && p.veil.level == len(p.frames) {
		if p.veil.depth--; p.veil.depth == 0 {
			return p.unveil()
		}
	}
	f := p.frame()
	switch tag {
	case "table":
		if f != nil {
			return p.endTable()
		}
	case "tr", "thead", "tbody", "tfoot":
		if f != nil {
			refusal := p.endRow(f)
			f.veiled = f.veiled && tag == "tr"
			return refusal
		}
	case "td", "th":
		if f != nil && f.in == inCell {
			return p.endCell(f)
		}
	case "caption":
		if f != nil && f.in == inCaption {
			return p.endCaption(f)
		}
	case "colgroup":
		if f != nil {
			f.colgroup = false
		}
	case "pre":
		p.pre = max(0, p.pre-1)
	case "option", "select":
		p.option = false
	}
	if blocks[tag] || tag == "caption" {
		return p.flush()
	}
	return nil
}
