package prose

import (
	"strings"

	"suanqing/validate/report"
)

// vehicleCosts judges what vehicles cost to run by what it was spent on. Where the rest is
// said too, that is all of it; else there may be more, and only a sum that is one digit off
// is asked about.
func (j *judging) vehicleCosts() {
	for _, total := range j.by["公务用车运行维护费 "+final] {
		var parts []*mention
		all := false
		for _, n := range j.mentions[total.index+1 : min(len(j.mentions), total.index+window)] {
			if n.passage != total.passage || n.subject == total.subject && n.column == final {
				break
			}
			if n.column != final || n.subject == nil || !strings.HasPrefix(n.subject.key, ofRunning) {
				continue
			}
			parts = append(parts, n)
			all = all || n.subject.key == restOfRunning
		}
		if len(parts) < 2 {
			continue
		}
		switch s := j.summed("text.sum", total, parts); {
		case all || s.exact():
			j.total(report.Error, s)
		case len(parts) > 2 && s.alike():
			j.total(report.Notice, s)
		}
	}
}
