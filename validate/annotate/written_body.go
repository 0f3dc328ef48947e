package annotate

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// body is the main part of a text that comments are put into. Names are those of
// WordprocessingML.
type body struct {
	part
	next    int             // the first id that no comment in the part has
	holders map[int]*holder // what remarks stand on, by where its content begins in the part
	first   *node           // the first paragraph
	cuts    map[int]*cut    // by where they are

	open    []*node
	fields  []*field  // that are open
	pending []*holder // cells whose first paragraph is to come
}

// node is an element, once it has ended.
type node struct {
	tag
	endFrom, endTo int
	content        int // behind its properties
	properties     int // where they begin; 0 for none
}

// holder is an element with words, or a cell.
type holder struct {
	element   *node
	host      *node // what in a paragraph of the page has it: a run, which can be parted, or more than that
	parts     bool  // the host is a run and the element one of its own
	paragraph *node // of a cell: its first one; of a paragraph: itself
	fields    []*field
}

func newBody(text string) *body {
	return &body{part: part{text: text}, holders: map[int]*holder{}, cuts: map[int]*cut{}}
}

// find finds in the part what remarks stand on.
func (b *body) find(remarks []remark) *document.Refusal {
	for _, r := range remarks {
		if r.from != nil {
			b.holders[r.from.element], b.holders[r.to.element] = &holder{}, &holder{}
		} else if r.cell != 0 {
			b.holders[r.cell] = &holder{}
		}
	}
	if err := scan(b.text, b.visit); err != nil {
		return corrupt("正文")
	}
	return nil
}

func (b *body) visit(t tag) {
	if t.depth == 0 && !t.end {
		b.root(t)
	}
	if t.end {
		last := len(b.open) - 1
		n := b.open[last]
		b.open = b.open[:last]
		if n.endFrom, n.endTo = t.from, t.to; last > 0 && (t.name == "rPr" || t.name == "pPr") {
			if up := b.open[last-1]; up.content == up.to && up.properties == 0 {
				up.properties, up.content = n.from, t.to
			}
		}
		return
	}
	n := &node{tag: t, content: t.to}
	n.attrs = nil
	b.open = append(b.open, n)
	switch t.name {
	case "commentRangeStart", "commentRangeEnd", "commentReference":
		for _, a := range t.attrs {
			if id, err := strconv.Atoi(a.Value); a.Name.Local == "id" && err == nil && id < mostID {
				b.next = max(b.next, id+1)
			}
		}
	case "p":
		if b.first == nil {
			b.first = n
		}
		for _, h := range b.pending {
			h.paragraph = n
		}
		b.pending = nil
	}
	if t.name == "fldChar" {
		b.field(t, n)
	}
	if h := b.holders[t.to]; h != nil && h.element == nil {
		h.fields = slices.Clone(b.fields)
		b.hold(h, n)
	}
}

// hosts are the elements of a paragraph that words stand in, the outermost of which
// counts: a box is in a run, and nothing can be remarked on within.
var hosts = []string{"r", "oMath", "oMathPara", "AlternateContent", "fldSimple"}

func (b *body) hold(h *holder, n *node) {
	h.element = n
	inside := slices.IndexFunc(b.open, func(o *node) bool { return o.name == "p" })
	if inside < 0 { // a cell
		b.pending = append(b.pending, h)
		return
	}
	if n.name == "p" {
		h.paragraph = n
	}
	for _, o := range b.open[inside:] {
		if slices.Contains(hosts, o.name) {
			h.host = o
			break
		}
	}
	if up := len(b.open) - 2; h.host != nil {
		h.parts = h.host.name == "r" && b.open[up] == h.host
	}
}

// mark puts the comment of an id on what a remark stands on.
func (b *body) mark(r *remark, id string) {
	start, stop := b.markers(id)
	if r.from != nil {
		from, to := b.holders[r.from.element], b.holders[r.to.element]
		if from.host != nil && to.host != nil {
			b.startAt(from, r.from).starts = append(b.startAt(from, r.from).starts, start)
			b.endAt(to, r.to).ends = append(b.endAt(to, r.to).ends, stop)
			return
		}
	}
	at := b.first
	if h := b.holders[r.cell]; r.cell != 0 && h != nil {
		switch {
		case h.host != nil:
			before := b.cut(h.host.from, nil, nil)
			before.alone = append(before.alone, start+stop)
			return
		case h.paragraph != nil:
			at = h.paragraph
		}
	}
	if at != nil {
		c := b.cut(at.content, nil, nil)
		c.alone = append(c.alone, start+stop)
		if at.endFrom == at.endTo { // <w:p/>
			c.empty = at
		}
	}
}

// markers are the beginning and the end of a comment's words.
func (b *body) markers(id string) (start, stop string) {
	name, space := b.prefix, ""
	if name == "" { // attributes need one
		name, space = "sq", ` xmlns:sq="`+escape(b.space)+`"`
	}
	own := ` ` + name + `:id="` + id + `"/>`
	return "<" + name + ":commentRangeStart" + space + own,
		"<" + name + ":commentRangeEnd" + space + own + "<" + name + ":r" + space + "><" + name + ":commentReference" + own + "</" + name + ":r>"
}

// startAt is the cut at which words begin.
func (b *body) startAt(h *holder, e *end) *cut {
	if f := h.shown(); f != nil {
		return b.startAt(f.begin, &end{})
	}
	if !h.parts {
		return b.cut(h.host.from, nil, nil)
	}
	if e.before > 0 && h.element.name == "t" {
		if at, ok := rawAt(b.text[h.element.to:h.element.endFrom], e.before); ok {
			return b.cut(h.element.to+at, h.host, h.element)
		}
	}
	if h.element.from == h.host.content {
		return b.cut(h.host.from, nil, nil)
	}
	return b.cut(h.element.from, h.host, nil)
}

// endAt is the cut at which words end.
func (b *body) endAt(h *holder, e *end) *cut {
	if f := h.shown(); f != nil {
		return b.endAt(f.end, &end{whole: true})
	}
	if !h.parts {
		return b.cut(h.host.endTo, nil, nil)
	}
	if !e.whole && e.before > 0 && h.element.name == "t" {
		if at, ok := rawAt(b.text[h.element.to:h.element.endFrom], e.before); ok {
			return b.cut(h.element.to+at, h.host, h.element)
		}
	}
	if h.element.endTo == h.host.endFrom {
		return b.cut(h.host.endTo, nil, nil)
	}
	return b.cut(h.element.endTo, h.host, nil)
}

// String is the part with the comments in it.
func (b *body) String() string {
	spaced := map[*node]bool{}
	for _, c := range b.cuts {
		if c.text != nil && !spaced[c.text] && strings.ContainsAny(b.text[c.at-1:c.at], " \t\n\r") && !strings.Contains(b.text[c.text.from:c.text.to], "xml:space") {
			spaced[c.text] = true // else the blank would be lost at the end of what was before inside
			b.insert(nameEnd(b.text, c.text.from), ` xml:space="preserve"`)
		}
		if c.empty != nil {
			b.replace(c.empty.to-2, c.empty.to, ">"+c.markup(b.text)+"</"+nameOf(b.text, c.empty)+">")
			continue
		}
		b.insert(c.at, c.markup(b.text))
	}
	return b.part.String()
}
