package printed

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// Truth is what a printing shows, by form, row and column: every figure that the page
// prints and every cell that it leaves blank.
type Truth map[fixture.Slot]Shown

// Shown is one figure's cell on the page.
type Shown struct {
	Value  string // as printed, with its rounding, a plain decimal; "" for a blank, a dash, a slash
	Hidden bool   // the book has a figure, the page shows ###
}

// Truth is what the printing shows. It is known from how the book was drawn, not read
// from anything.
func (p Printing) Truth() (Truth, error) {
	w, err := p.Workbook()
	if err != nil {
		return nil, err
	}
	out := Truth{}
	for _, at := range w.Placements {
		s := Shown{Value: at.Value}
		if p.Look != nil && s.Value != "" {
			s.Hidden = p.Look.hides(p.wide(at))
		}
		out[at.Slot] = s
	}
	return out, nil
}

// wide is a figure with what its format adds.
func (p Printing) wide(at fixture.Placement) string {
	if at.Text != "" {
		return at.Text
	}
	if p.Layout.Format != "" {
		return at.Value
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(at.Value, "-"), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if strings.HasPrefix(at.Value, "-") {
		whole = "-" + whole
	}
	return whole + "." + fraction
}
