package report

import "suanqing/validate/internal/jsontext"

func (t *Text) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("document").String(t.Document)
	if len(t.Documents) > 0 {
		jsontext.List(w.Key("documents"), t.Documents, func(d Document) {
			w.Begin('{')
			w.Key("name").String(d.Name)
			w.Key("sha256").String(d.SHA256)
			w.End('}')
		})
	}
	if t.State != "" {
		w.Key("state").String(string(t.State))
	}
	w.Key("figures").Int(t.Figures)
	w.Key("checked").Int(t.Checked)
	jsontext.List(w.Key("unchecked"), t.Unchecked, func(p Passage) { p.write(w) })
	if len(t.Marks) > 0 {
		jsontext.List(w.Key("marks"), t.Marks, func(m TextMark) {
			w.Begin('{')
			w.Key("sheet").String(m.Sheet)
			w.Key("cell").String(m.Cell)
			w.Key("at").Int(m.At)
			w.Key("length").Int(m.Length)
			m.Spot.Write(w)
			w.End('}')
		})
	}
	w.End('}')
}

func (p *Passage) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("document").String(p.Document)
	w.Key("section").String(p.Section)
	w.Key("paragraph").Int(p.Paragraph)
	w.Key("words").String(p.Words)
	w.Key("sheet").String(p.Sheet)
	w.Key("cell").String(p.Cell)
	w.Key("at").Int(p.At)
	if p.Reason != "" {
		w.Key("reason").String(p.Reason)
	}
	p.Spot.Write(w)
	w.End('}')
}
