package localise

import (
	"cmp"
	"slices"
	"strconv"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// wording puts verdicts into the report's words.
type wording struct {
	*system
}

// suspects tells a verdict: a block or a pair as one, single cells one by one.
func (w *wording) suspects(v verdict) []report.Suspect {
	switch {
	case v.unit != nil:
		return []report.Suspect{w.wrongUnit(v)}
	case v.missing != nil:
		return []report.Suspect{w.missingRow(v)}
	}
	if v.chained || v.kind == Shifted || v.kind == Exchanged || v.kind == Moved || v.kind.ofRow() {
		return []report.Suspect{w.whole(v)}
	}
	var all []report.Suspect
	for _, c := range v.changes {
		one := report.Suspect{
			Change: w.change(c), Shape: report.OneCell, Kind: string(c.kind), Why: w.why(c) + w.saidOf(c), Likely: v.likely,
			Explains: w.explains(w.around([]change{c})), Alternatives: w.alternatives(v, c),
		}
		one.Changes = []report.Change{one.Change}
		all = append(all, one)
	}
	return all
}

// saidOf adds what the written half says of a cell, where that is what it should read.
func (w *wording) saidOf(c change) string {
	for _, e := range w.cells[c.cell].in {
		if f := w.constraints[e.to].said; f != nil && w.scaled(f.Value) == c.y {
			return "；说明里写的是 " + amount.Group(f.Value)
		}
	}
	return ""
}

// whole tells a repair of several cells as one suspect.
func (w *wording) whole(v verdict) report.Suspect {
	changes := append([]change{}, v.changes...)
	if v.kind == Shifted || v.kind.ofRow() {
		w.byPlace(changes)
	}
	s := report.Suspect{
		Change: w.change(changes[0]), Shape: report.SomeCells, Kind: string(v.kind), Likely: v.likely,
		Explains: w.explains(v.mends), Alternatives: w.alternatives(v, changes[0]),
	}
	for _, c := range changes {
		s.Changes = append(s.Changes, w.change(c))
	}
	switch v.kind {
	case Shifted:
		s.Range, s.Shape, s.Down, s.Right = w.span(changes), report.Block, -v.shift, -v.aside
		switch {
		case v.aside != 0:
			columns := " " + strconv.Itoa(max(v.aside, -v.aside)) + " 栏"
			s.Why = "整块数填错了" + columns + "：" + s.Range + " 的数应" + sidewards(v.aside) + columns
		case v.shift != 0:
			s.Why = "整块数错开了" + rows(v.shift) + "：" + s.Range + " 的数应" + direction(v.shift)
		default:
			s.Why = "整块数错开了，各行错开的行数不同：" + s.Range + " 的数像是粘贴时丢了空行"
		}
		if len(v.lost) > 0 {
			s.Why += "；" + w.spanOf(v.lost) + " 原来的数被盖住了，推算不出，请对照原件"
		}
	case RowLeftOut:
		s.Range, s.Shape = w.span(changes), report.SomeCells
		s.Why = "这一行漏填了数，上级合计里已包括它"
	case RowRepeated:
		s.Range, s.Shape = w.span(changes), report.RowRepeated
		s.Why = "这一行与第 " + strconv.Itoa(w.cells[changes[0].cell].figure.Row.Repeats.At.Row+1) + " 行的科目和数都相同：同一行填了两遍，合计里只有一遍"
	case Moved:
		s.Shape = report.Exchange
		s.Why = "这个数填错了格，应在 " + s.Changes[1].Cell + "（" + s.Changes[1].Label + "）"
	case Exchanged:
		s.Shape = report.Exchange
		if len(v.changes) > 2 {
			a, b := w.cells[v.changes[0].cell].figure.Row, w.cells[v.changes[1].cell].figure.Row
			s.Range = w.span(changes)
			s.Why = "第 " + strconv.Itoa(a.At.Row+1) + " 行与第 " + strconv.Itoa(b.At.Row+1) + " 行的数互相填错了位置，整行对调就相符"
			break
		}
		s.Why = "与 " + s.Changes[1].Cell + "（" + s.Changes[1].Label + "）的数互相填错了位置"
	case StaleTotal:
		s.Why = "合计没有随明细更新，它上面的合计也没有"
	default:
		s.Why = explanations[v.kind].words + "，上级的合计又据此加总"
	}
	return s
}

// missingRow tells a row that is not there. Its place is the row it belongs below; there
// is no cell to change.
func (w *wording) missingRow(v verdict) report.Suspect {
	m := v.missing
	c := w.below(m)
	s := report.Suspect{Change: c, Shape: report.RowMissing, Kind: string(RowLeftOut), Likely: v.likely, Changes: []report.Change{},
		Explains: w.explains(v.mends), Alternatives: w.alternatives(v, change{})}
	s.Why = m.table.Form.Short + "漏了“" + c.Label + "”一行："
	for i, l := range m.lack {
		if i > 0 {
			s.Why += "，"
		}
		s.Why += l.figure.Column.ID + " " + amount.Group(w.amount(l.amount))
	}
	return s
}

// below is the place of a row that is not there: the row it belongs below.
func (w *wording) below(m *missing) report.Change {
	above := m.parent
	for _, r := range m.parent.Kids {
		if r.Key < m.like.Key && !r.Malformed {
			above = lastOf(r)
		}
	}
	return report.Change{Sheet: w.book.SheetAt(above.At).Name, Cell: document.Address(above.At.Row, above.At.Col),
		Form: string(m.table.Form.ID), Row: m.like.Key, Label: m.like.Key + " " + m.like.Name}
}

// lastOf is the last of a row and those below it in the classification.
func lastOf(r *bind.Row) *bind.Row {
	for len(r.Kids) > 0 {
		r = r.Kids[len(r.Kids)-1]
	}
	return r
}

// wrongUnit tells a form whose unit is wrong. Its place is the line that states
// the unit, or the title; there is no figure to change.
func (w *wording) wrongUnit(v verdict) report.Suspect {
	u := v.unit
	t, at := u.table, u.table.UnitAt
	if !t.Unit.Known() {
		at = t.Title
	}
	s := report.Suspect{Change: report.Change{Sheet: w.book.SheetAt(at).Name, Cell: document.Address(at.Row, at.Col),
		Form: string(t.Form.ID), Label: "金额单位", Value: t.Unit.Name, Suggest: u.unit.Name}, Shape: report.FormUnit, Kind: string(UnitMixed), Likely: v.likely, Range: t.Area.String(),
		Changes: []report.Change{}, Explains: w.explains(v.mends), Alternatives: []report.Alternative{}}
	s.Why = t.Form.Short + "按“" + u.stated.Name + "”读与其他表都不符，按“" + u.unit.Name + "”读就全部相符：金额单位写错了，或整张表没有换算"
	return s
}

func rows(by int) string { return " " + strconv.Itoa(max(by, -by)) + " 行" }

func direction(by int) string {
	if by > 0 {
		return "上移" + rows(by)
	}
	return "下移" + rows(by)
}

func sidewards(by int) string {
	if by > 0 {
		return "左移"
	}
	return "右移"
}

// span is the range that changes cover.
func (w *wording) span(changes []change) string {
	var cells []int32
	for _, c := range changes {
		cells = append(cells, c.cell)
	}
	return w.spanOf(cells)
}

func (w *wording) spanOf(cells []int32) string {
	first := w.cells[cells[0]].figure.At
	r := document.Range{Row0: first.Row, Col0: first.Col, Row1: first.Row, Col1: first.Col}
	for _, id := range cells {
		at := w.cells[id].figure.At
		r.Row0, r.Row1 = min(r.Row0, at.Row), max(r.Row1, at.Row)
		r.Col0, r.Col1 = min(r.Col0, at.Col), max(r.Col1, at.Col)
	}
	return r.String()
}

func (w *wording) change(c change) report.Change {
	f := w.cells[c.cell].figure
	at := rule.CellOf(w.book, f)
	suggest := ""
	if c.y != 0 || f.State == bind.Money {
		suggest = amount.Plain(w.amount(c.y))
	}
	return report.Change{Sheet: at.Sheet, Cell: at.Cell, Form: at.Form, Row: at.Row, Column: at.Column, Label: at.Label,
		Value: at.Value, Suggest: suggest}
}

func (w *wording) why(c change) string { return explanations[c.kind].words }

// alternatives are the first cells of the other repairs that this one is not
// clearly better than, and of the rest.
func (w *wording) alternatives(v verdict, of change) []report.Alternative {
	list := []report.Alternative{}
	seen := map[int32]bool{}
	for _, c := range v.changes {
		seen[c.cell] = true
	}
	for _, r := range v.others {
		if r.missing != nil {
			c := w.below(r.missing)
			list = append(list, report.Alternative{Change: c, Kind: string(r.kind), Why: "也可能是漏了 " + c.Row + " 一行"})
		}
		for _, c := range r.changes {
			if seen[c.cell] || len(list) == mostOthers {
				continue
			}
			seen[c.cell] = true
			list = append(list, report.Alternative{Change: w.change(c), Kind: string(c.kind), Why: w.why(c)})
		}
	}
	return list
}

// explains lists the findings of constraints, in order.
func (w *wording) explains(constraints []int32) []int {
	list := []int{}
	for _, k := range constraints {
		if i := w.constraints[k].finding; i >= 0 && !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list
}

// byPlace puts changes in reading order.
func (s *system) byPlace(changes []change) {
	slices.SortStableFunc(changes, func(a, b change) int {
		p, q := s.cells[a.cell].figure.At, s.cells[b.cell].figure.At
		return cmp.Or(p.Row-q.Row, p.Col-q.Col)
	})
}
