package judge

import (
	"slices"

	"suanqing/validate/bind"
)

// share is what a term stands for on a form that prints one row in the place of several,
// as F01 before 2019 printed 财政拨款收入 in that of the three kinds of it.
type share uint8

const (
	own   share = iota // its own row
	alone              // its own row where that is printed, as a part of the whole
	whole              // the whole, for all that are summed with it
	none               // nothing: another term stands for all
)

// shareWhole has the terms of one side that are summed stand for the row that is printed
// in their place.
func shareWhole(side []placedTerm) {
	first := -1
	for i := range side {
		t := side[i].table
		if t == nil || t.Form.Whole == "" || t.Row(t.Form.Whole) == nil || !slices.Contains(t.Form.WholeOf, side[i].Row) {
			continue
		}
		if first < 0 || side[first].table != t {
			first, side[i].share = i, alone
			continue
		}
		side[first].share, side[i].share = whole, none
	}
}

// shared finds the rows of a term that has a share in the whole.
func (r *resolver) shared(p *placedTerm) []*bind.Row {
	t := p.table
	sum, row := t.Row(t.Form.Whole), t.Row(p.Row)
	switch {
	case p.share == alone && row == nil:
		r.stop(&Skip{Reason: t.Form.Short + "没有分列“" + t.Form.Whole + "”"})
	case p.share == whole && r.stands(t, sum.Key):
		return r.only(sum)
	case p.share == none && r.stands(t, sum.Key), row == nil:
	default:
		return r.only(row)
	}
	return nil
}
