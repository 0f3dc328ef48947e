package draft

import (
	"strings"

	"suanqing/validate/internal/jsontext"
)

// Text is the draft as plain text, what to know of it first.
func (d *Draft) Text() string {
	var b strings.Builder
	for _, n := range d.Notes {
		b.WriteString(remark + n + "\n")
	}
	b.WriteString("\n" + d.Title + "\n")
	for i := range d.Sections {
		b.WriteString("\n" + d.Sections[i].Title + "\n")
		for k := range d.Sections[i].Paragraphs {
			b.WriteString(d.Sections[i].Paragraphs[k].Text() + "\n")
		}
	}
	return b.String()
}

// Text is the paragraph as plain text.
func (p *Paragraph) Text() string {
	var b strings.Builder
	for i := range p.Runs {
		b.WriteString(p.Runs[i].Text)
	}
	return b.String()
}

// JSON is the draft with the places of its figures, for the page.
func (d *Draft) JSON() []byte {
	w := &jsontext.Writer{}
	w.Begin('{')
	w.Key("title").String(d.Title)
	jsontext.List(w.Key("notes"), d.Notes, w.String)
	jsontext.List(w.Key("sections"), d.Sections, func(s Section) {
		w.Begin('{')
		w.Key("title").String(s.Title)
		jsontext.List(w.Key("paragraphs"), s.Paragraphs, func(p Paragraph) {
			w.Begin('{')
			if p.Heading {
				w.Key("heading").Bool(true)
			}
			jsontext.List(w.Key("runs"), p.Runs, func(r Run) { r.write(w) })
			w.End('}')
		})
		w.End('}')
	})
	w.End('}')
	return w.Bytes()
}

func (r *Run) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("text").String(r.Text)
	w.Key("kind").String(string(r.Kind))
	if len(r.Cells) > 0 {
		jsontext.List(w.Key("cells"), r.Cells, func(c Cell) {
			w.Begin('{')
			w.Key("sheet").String(c.Sheet)
			w.Key("cell").String(c.Cell.Cell)
			w.Key("form").String(c.Form)
			w.Key("row").String(c.Row)
			w.Key("column").String(c.Column)
			w.Key("label").String(c.Label)
			w.Key("value").String(c.Value)
			if c.Previous {
				w.Key("previous").Bool(true)
			}
			w.End('}')
		})
	}
	w.End('}')
}
