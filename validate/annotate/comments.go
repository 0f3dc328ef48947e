package annotate

import (
	"strconv"
	"strings"

	"suanqing/validate/document"
)

func noComments(space string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<comments xmlns="` + escape(space) + `"><authors></authors><commentList></commentList></comments>`
}

// commentPart is a comments part being added to.
type commentPart struct {
	part
	authors, authorsEnd tag
	author              int // how many there are
	list, listEnd       tag
	existing            map[string]*comment // by cell
	current             *comment
}

// comment is one that the file has.
type comment struct {
	start, end         tag
	text, textEnd      tag
	hasText            bool
	last               int // after the last run of its text
	plain, plainEnd    tag // a text that is not in runs
	hasPlain, startedT bool
}

// addComments writes the marks' texts, after the text of a comment the cell
// already has. It tells which cells had one.
func addComments(p *pack, name string, marks []*mark) (map[place]bool, *document.Refusal) {
	text, refusal := p.text(name)
	if refusal != nil {
		return nil, refusal
	}
	c := &commentPart{part: part{text: text}, existing: map[string]*comment{}}
	if err := scan(text, c.visit); err != nil || c.authors.to == 0 || c.list.to == 0 {
		return nil, corrupt("批注")
	}
	merged := map[place]bool{}
	var fresh strings.Builder
	for _, m := range marks {
		cell := document.Address(m.row, m.col)
		if old := c.existing[cell]; old != nil {
			merged[place{m.row, m.col}] = true
			c.merge(old, m.comment())
			continue
		}
		fresh.WriteString(c.element(`<comment ref="` + cell + `" authorId="` + strconv.Itoa(c.author) + `"><text>` +
			run(stringText(m.comment())) + `</text></comment>`))
	}
	if fresh.Len() > 0 {
		c.appendTo(c.authors, c.authorsEnd, c.element("<author>"+Author+"</author>"))
		c.appendTo(c.list, c.listEnd, fresh.String())
	}
	p.set(name, c.String())
	return merged, nil
}

// merge puts our text after a comment's own, as far as there is room.
func (c *commentPart) merge(old *comment, text string) {
	room := maxText - (old.end.from - old.start.to) // its markup takes more than its text
	if room < len("…") {
		return
	}
	markup := c.element(run(clip(stringText("\n\n"+Author+"：\n"+text), room)))
	switch {
	case !old.hasText:
		c.appendTo(old.start, old.end, c.element("<text>"+markup+"</text>"))
	case old.text.to == old.textEnd.to: // <text/>
		c.appendTo(old.text, old.textEnd, markup)
	default:
		if old.hasPlain { // runs do not stand beside a bare text
			open, shut := "<r>", "</r>"
			if c.prefix != "" {
				open, shut = "<"+c.prefix+":r>", "</"+c.prefix+":r>"
			}
			c.insert(old.plain.from, open)
			c.insert(old.plainEnd.to, shut)
		}
		c.insert(max(old.last, old.text.to), markup)
	}
}

func run(text string) string {
	return `<r><rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">` +
		escape(text) + `</t></r>`
}

func (c *commentPart) visit(t tag) {
	switch {
	case t.depth == 0 && !t.end:
		c.root(t)
	case t.depth == 1 && t.name == "authors":
		c.authors, c.authorsEnd = pair(c.authors, c.authorsEnd, t)
	case t.depth == 1 && t.name == "commentList":
		c.list, c.listEnd = pair(c.list, c.listEnd, t)
	case t.depth == 2 && t.name == "author" && !t.end:
		c.author++
	case t.depth == 2 && t.name == "comment" && !t.end:
		c.current = &comment{start: t}
		if row, col, ok := document.ParseAddress(t.attr("ref")); ok {
			c.existing[document.Address(row, col)] = c.current
		}
	case t.depth == 2 && t.name == "comment":
		c.current.end = t
	case t.depth == 3 && t.name == "text" && c.current != nil:
		c.current.text, c.current.textEnd = pair(c.current.text, c.current.textEnd, t)
		c.current.hasText = true
	case t.depth == 4 && c.current != nil && (t.name == "t" || t.name == "r"):
		if t.name == "t" {
			c.current.plain, c.current.plainEnd = pair(c.current.plain, c.current.plainEnd, t)
			c.current.hasPlain = true
		}
		if t.end {
			c.current.last = t.to
		}
	}
}

// pair takes a tag into the start or the end of its element.
func pair(start, end, t tag) (tag, tag) {
	if t.end {
		return start, t
	}
	return t, end
}
