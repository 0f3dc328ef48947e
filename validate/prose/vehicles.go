package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// vehicleCosts judges what vehicles cost to run by what it was spent on. Where the rest is
// said too, that is all of it; else there may be more, and only a sum that is one digit off
// is asked about.
func (j *judging) vehicleCosts() {
	for _, total := range j.by["公务用车运行维护费 "+final] {
		o := operands{}
		o.add(final, total)
		sum, bound, all := amount.Zero, total.figure.Half, false
		for _, n := range j.mentions[total.index+1 : min(len(j.mentions), total.index+window)] {
			if n.passage != total.passage || n.subject == total.subject && n.column == final {
				break
			}
			if n.column != final || n.subject == nil || !strings.HasPrefix(n.subject.key, ofRunning) {
				continue
			}
			o.add(n.subject.key, n)
			sum, bound = sum.Add(n.figure.Value), bound.Add(n.figure.Half)
			all = all || n.subject.key == restOfRunning
		}
		off := total.figure.Value.Sub(sum)
		switch n := len(o.mentions) - 1; {
		case n < 2:
		case all || off.IsZero():
			j.total("text.sum", report.Error, total, &o, sum, bound)
		case n > 2 && oneDigit(off.Abs()):
			j.total("text.sum", report.Notice, total, &o, sum, bound)
		}
	}
}
