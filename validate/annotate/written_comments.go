package annotate

import (
	"path"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

const commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

// remarkPart is the comments part of a text being added to; one that it has keeps its own.
type remarkPart struct {
	name  string
	text  string
	space string // the namespace of the text; Strict has its own
	next  int    // the first id that is free
	fresh strings.Builder
	rels  *relations
	isNew bool
}

func openRemarks(p *pack, main string, b *body) (*remarkPart, *document.Refusal) {
	rels, refusal := openRelations(p, main)
	if refusal != nil {
		return nil, refusal
	}
	c := &remarkPart{space: b.space, next: b.next, rels: rels}
	name, has := rels.find("comments")
	if !has || !p.has(name) {
		c.isNew = true
		c.text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:comments xmlns:w="` + escape(b.space) + `"></w:comments>`
		dir, _ := path.Split(main)
		c.name = dir + "comments.xml"
		for i := 2; p.has(c.name); i++ {
			c.name = dir + "comments" + strconv.Itoa(i) + ".xml"
		}
		return c, nil
	}
	c.name = name
	if c.text, refusal = p.text(name); refusal != nil {
		return nil, refusal
	}
	err := scan(c.text, func(t tag) {
		if t.end || t.name != "comment" {
			return
		}
		for _, a := range t.attrs {
			if id, err := strconv.Atoi(a.Value); a.Name.Local == "id" && err == nil && id < mostID {
				c.next = max(c.next, id+1)
			}
		}
	})
	if err != nil {
		return nil, corrupt("批注")
	}
	return c, nil
}

// mostID is the greatest id of a comment that another is counted from.
const mostID = 1 << 30

// add adds a comment and gives its id.
func (c *remarkPart) add(text string) string {
	id := strconv.Itoa(c.next)
	c.next++
	c.fresh.WriteString(`<w:comment xmlns:w="` + escape(c.space) + `" w:id="` + id + `" w:author="` + Author + `" w:initials="` + Author + `">`)
	for line := range strings.SplitSeq(plainText(text), "\n") {
		c.fresh.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + escape(line) + `</w:t></w:r></w:p>`)
	}
	c.fresh.WriteString(`</w:comment>`)
	return id
}

func (c *remarkPart) write(p *pack, types *contentTypes) *document.Refusal {
	text, err := appendedMarkup(c.text, c.fresh.String())
	if err != nil {
		return corrupt("批注")
	}
	p.set(c.name, text)
	if !c.isNew {
		return nil
	}
	types.addOverride(c.name, commentsType)
	_, refusal := c.rels.add("comments", c.name)
	return refusal
}

// plainText leaves out what XML cannot hold.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}
