package validate

import (
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/report"
)

// paged are the sheets of documents with pages, by the file that a report names them with
// and by their names. Most documents have none.
type paged map[[2]string]*document.Sheet

func (p paged) add(file string, d *document.Document) {
	if d == nil {
		return
	}
	for _, s := range d.Sheets {
		if len(s.Spots) > 0 {
			p[[2]string{file, s.Name}] = s
		}
	}
}

// locate adds to the places in a report of one book where they are on its pages.
func locate(r *report.Report, d *document.Document) {
	p := paged{}
	p.add("", d)
	p.locate(r)
}

// locateAmong does so for a report of several books.
func locateAmong(r *report.Report, members []*Result) {
	p := paged{}
	for _, m := range members {
		if m == nil {
			continue
		}
		p.add(m.Report.File, m.Document)
		if m.of(r) {
			p.add("", m.Document)
		}
	}
	p.locate(r)
}

// locate adds to every place in a report where it is on the pages.
func (p paged) locate(r *report.Report) {
	if len(p) == 0 {
		return
	}
	for i := range r.Findings {
		for k := range r.Findings[i].Cells {
			c := &r.Findings[i].Cells[k]
			c.Spot = p.spot(c.File, c.Sheet, c.Cell, c.At, utf8.RuneCountInString(c.Words))
		}
	}
	change := func(c *report.Change) { c.Spot = p.spot(c.File, c.Sheet, c.Cell, 0, 0) }
	for i := range r.Suspects {
		s := &r.Suspects[i]
		change(&s.Change)
		for k := range s.Changes {
			change(&s.Changes[k])
		}
		for k := range s.Alternatives {
			change(&s.Alternatives[k].Change)
		}
	}
	if t := r.Text; t != nil {
		for i := range t.Unchecked {
			u := &t.Unchecked[i]
			u.Spot = p.spot("", u.Sheet, u.Cell, u.At, utf8.RuneCountInString(u.Words))
		}
		for i := range t.Marks {
			m := &t.Marks[i]
			m.Spot = p.spot("", m.Sheet, m.Cell, m.At, m.Length)
		}
	}
}

// spot is where so many runes of a cell from one on stand; all of them where they are none.
func (p paged) spot(file, sheet, cell string, at, length int) report.Spot {
	s := p[[2]string{file, sheet}]
	row, col, ok := document.ParseAddress(cell)
	if s == nil || !ok {
		return report.Spot{}
	}
	to := 0
	if length > 0 {
		to = at + length
	}
	return spotOf(s, row, col, at, to)
}

func spotOf(s *document.Sheet, row, col, from, to int) report.Spot {
	page, b, ok := s.Spot(row, col, from, to)
	if !ok {
		return report.Spot{}
	}
	return report.Spot{Page: page, Box: []report.Points{report.Points(b.X0), report.Points(b.Y0), report.Points(b.X1), report.Points(b.Y1)}}
}
