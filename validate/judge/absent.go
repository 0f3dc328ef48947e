package judge

import (
	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// onlyAbsent says why a side cannot be compared: all of it would stand on one form that
// the set has not. nil for a side that can.
func onlyAbsent(side []placedTerm) *Skip {
	if len(side) == 0 {
		return nil
	}
	for i := range side {
		if p := &side[i]; p.book == nil || p.table != nil || p.Form != side[0].Form || !p.absence.Known() {
			return nil
		}
	}
	first := &side[0]
	if !first.absence.Excused() {
		return missing(first.book, first.Form)
	}
	return &Skip{Reason: "没有" + first.book.Standard.ByID(first.Form).Title + "（" + first.absence.Why + "）"}
}

func missing(b *bind.Book, id form.ID) *Skip {
	return &Skip{Reason: "缺" + b.Standard.ByID(id).Title, Unchecked: true}
}
