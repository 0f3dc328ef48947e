package report

import "suanqing/validate/internal/jsontext"

// JSON is the report as one line of JSON, the same bytes in the browser and
// natively. Characters are written as they are, not as HTML escapes.
func (r *Report) JSON() ([]byte, error) {
	const head, rule, finding, cell = 4 << 10, 160, 1000, 180 // bytes that they mostly take
	n := head + len(r.Rules)*rule + len(r.Findings)*finding
	for i := range r.Findings {
		n += len(r.Findings[i].Cells) * cell
	}
	return r.AppendJSON(make([]byte, 0, n))
}

// AppendJSON is JSON behind what stands in b.
func (r *Report) AppendJSON(b []byte) ([]byte, error) {
	w := jsontext.Append(b)
	w.Begin('{')
	w.Key("schema").Int(r.Schema)
	w.Key("file").String(r.File)
	if r.Folder != "" {
		w.Key("folder").String(r.Folder)
	}
	w.Key("sha256").String(r.SHA256)
	w.Key("verdict").String(string(r.Verdict))
	w.Key("department").String(r.Department)
	w.Key("year").Int(r.Year)
	w.Key("unit").String(r.Unit)
	if w.Key("error"); r.Error == nil {
		w.Null()
	} else {
		w.Begin('{')
		w.Key("code").String(r.Error.Code)
		w.Key("message").String(r.Error.Message)
		w.Key("hint").String(r.Error.Hint)
		w.End('}')
	}
	jsontext.List(w.Key("forms"), r.Forms, func(f Form) { f.write(w) })
	jsontext.List(w.Key("rules"), r.Rules, func(o Rule) { o.write(w) })
	jsontext.List(w.Key("findings"), r.Findings, func(f Finding) { f.write(w) })
	jsontext.List(w.Key("suspects"), r.Suspects, func(s Suspect) { s.write(w) })
	if r.Text != nil {
		w.Key("text")
		r.Text.write(w)
	}
	if r.Search != "" {
		w.Key("search").String(r.Search)
	}
	if len(r.Units) > 0 {
		jsontext.List(w.Key("units"), r.Units, func(u Unit) { u.write(w) })
	}
	w.End('}')
	return w.Bytes(), nil
}

func (f *Form) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("form").String(f.Form)
	w.Key("title").String(f.Title)
	w.Key("sheet").String(f.Sheet)
	w.Key("range").String(f.Range)
	w.Key("status").String(string(f.Status))
	w.Key("unit").String(f.Unit)
	w.Key("figures").Int(f.Figures)
	if f.State != "" {
		w.Key("state").String(string(f.State))
	}
	if f.Reason != "" {
		w.Key("reason").String(f.Reason)
	}
	if f.Doubt != "" {
		w.Key("doubt").String(f.Doubt)
	}
	w.End('}')
}

func (o *Rule) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("rule").String(o.Rule)
	w.Key("title").String(o.Title)
	w.Key("outcome").String(string(o.Outcome))
	w.Key("checked").Int(o.Checked)
	if o.Reason != "" {
		w.Key("reason").String(o.Reason)
	}
	if o.Unchecked {
		w.Key("unchecked").Bool(true)
	}
	w.End('}')
}

func (f *Finding) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("rule").String(f.Rule)
	w.Key("severity").String(string(f.Severity))
	w.Key("title").String(f.Title)
	w.Key("message").String(f.Message)
	w.Key("equation").String(f.Equation)
	w.Key("left").String(f.Left)
	w.Key("right").String(f.Right)
	if f.Relation != "" {
		w.Key("relation").String(f.Relation)
	}
	w.Key("difference").String(f.Difference)
	w.Key("bound").String(f.Bound)
	w.Key("why").String(f.Why)
	w.Key("hint").String(f.Hint)
	w.Key("fingerprint").String(f.Fingerprint)
	if f.Alike > 0 {
		w.Key("alike").Int(f.Alike)
	}
	jsontext.List(w.Key("cells"), f.Cells, func(c Cell) { c.write(w) })
	if f.Suspect != nil {
		w.Key("suspect").Int(*f.Suspect)
	}
	if f.Accepted != nil {
		w.Key("accepted").Begin('{')
		w.Key("reason").String(f.Accepted.Reason)
		w.Key("when").String(f.Accepted.When)
		w.End('}')
	}
	w.End('}')
}

func (u *Unit) write(w *jsontext.Writer) {
	w.Begin('{')
	w.Key("file").String(u.File)
	w.Key("department").String(u.Department)
	w.Key("unit").String(u.Unit)
	w.Key("year").Int(u.Year)
	w.Key("verdict").String(string(u.Verdict))
	if u.Within != "" {
		w.Key("within").String(u.Within)
	}
	if u.Left != "" {
		w.Key("left").String(u.Left)
	}
	w.End('}')
}

func (c *Cell) write(w *jsontext.Writer) {
	w.Begin('{')
	if c.File != "" {
		w.Key("file").String(c.File)
	}
	w.Key("sheet").String(c.Sheet)
	w.Key("cell").String(c.Cell)
	w.Key("form").String(c.Form)
	w.Key("row").String(c.Row)
	w.Key("column").String(c.Column)
	w.Key("label").String(c.Label)
	w.Key("value").String(c.Value)
	if c.Side != "" {
		w.Key("side").String(string(c.Side))
	}
	if c.Sign != "" {
		w.Key("sign").String(c.Sign)
	}
	if c.Words != "" {
		w.Key("document").String(c.Document)
		w.Key("section").String(c.Section)
		w.Key("paragraph").Int(c.Paragraph)
		w.Key("words").String(c.Words)
		w.Key("at").Int(c.At)
	}
	c.Spot.Write(w)
	w.End('}')
}

func (s *Suspect) write(w *jsontext.Writer) {
	w.Begin('{')
	s.Change.fields(w)
	w.Key("shape").String(string(s.Shape))
	w.Key("kind").String(s.Kind)
	w.Key("why").String(s.Why)
	w.Key("likely").Bool(s.Likely)
	if s.Range != "" {
		w.Key("range").String(s.Range)
	}
	if s.Down != 0 {
		w.Key("down").Int(s.Down)
	}
	if s.Right != 0 {
		w.Key("right").Int(s.Right)
	}
	jsontext.List(w.Key("changes"), s.Changes, func(c Change) {
		w.Begin('{')
		c.fields(w)
		w.End('}')
	})
	jsontext.List(w.Key("explains"), s.Explains, w.Int)
	jsontext.List(w.Key("alternatives"), s.Alternatives, func(a Alternative) {
		w.Begin('{')
		a.Change.fields(w)
		w.Key("kind").String(a.Kind)
		w.Key("why").String(a.Why)
		w.End('}')
	})
	w.End('}')
}

func (c *Change) fields(w *jsontext.Writer) {
	if c.File != "" {
		w.Key("file").String(c.File)
	}
	w.Key("sheet").String(c.Sheet)
	w.Key("cell").String(c.Cell)
	w.Key("form").String(c.Form)
	w.Key("row").String(c.Row)
	w.Key("column").String(c.Column)
	w.Key("label").String(c.Label)
	w.Key("value").String(c.Value)
	w.Key("suggest").String(c.Suggest)
	c.Spot.Write(w)
}
