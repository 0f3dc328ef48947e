package sums

import (
	"strings"

	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// vehicleCosts judges what vehicles cost to run by what it was spent on. Where the rest is
// said too, that is all of it; else there may be more, and only a sum that is one digit off
// is asked about.
func vehicleCosts(j *judging.Text) {
	for _, total := range j.By["公务用车运行维护费 "+lexicon.Final] {
		var parts []*mention.Mention
		all := false
		for _, n := range j.Mentions[total.Index+1 : min(len(j.Mentions), total.Index+mention.Window)] {
			if n.Passage != total.Passage || n.Subject == total.Subject && n.Column == lexicon.Final {
				break
			}
			if n.Column != lexicon.Final || n.Subject == nil || !strings.HasPrefix(n.Subject.Key, lexicon.OfRunning) {
				continue
			}
			parts = append(parts, n)
			all = all || n.Subject.Key == lexicon.RestOfRunning
		}
		if len(parts) < 2 {
			continue
		}
		switch s := Summed(j, "text.sum", total, parts); {
		case all || s.Exact():
			Total(j, report.Error, s)
		case len(parts) > 2 && s.alike():
			Total(j, report.Notice, s)
		}
	}
}
