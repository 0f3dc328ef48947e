package read

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// Settle makes the mention's number an operand: in the book's unit, with half a unit of
// its last printed place.
func (r *Reader) Settle(m *mention.Mention) {
	n := &m.Number
	f := &m.Figure
	f.State, f.Value, f.Places, f.Counts = bind.Money, n.Value, n.Places, true
	if f.At, _ = r.Origin(m.Passage, n.At); n.Kind == scan.Money {
		unit, ok := amount.UnitNamed(n.Unit)
		if ok {
			f.Value, ok = unit.In(r.Unit, n.Value)
		}
		if !ok {
			f.State = bind.Words
		}
		f.Half = unit.HalfUnit(r.Unit, n.Places)
	}
	if n.Kind == scan.Count {
		f.Half = amount.Zero
	}
	f.Table, f.Row = r.Table, &bind.Row{At: f.At, NameAt: f.At}
	if m.Subject != nil {
		f.Row.Key, f.Row.Name = m.Subject.Key, m.Subject.Key
		if m.Subject.Code != "" {
			f.Row.Key, f.Row.Name = m.Subject.Code, m.Subject.Name
		}
	}
	f.Column = mention.Written.Column(m.Column)
	f.Stored, f.StoredHalf = f.Value, f.Half
}
