package sums

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// byFund judges that what the three budgets paid is the amount that they paid for.
func byFund(j *judging.Text) {
	for k := 0; k < len(j.Mentions); k++ {
		first := j.Mentions[k]
		if first.Subject == nil || !lexicon.FundShares[first.Subject.Key] || first.Under == nil || first.Column != lexicon.Final {
			continue
		}
		var parts []*mention.Mention
		for ; k < len(j.Mentions); k++ {
			m := j.Mentions[k]
			if m.Subject == nil || !lexicon.FundShares[m.Subject.Key] || m.Under != first.Under || m.Column != lexicon.Final {
				break
			}
			parts = append(parts, m)
		}
		k--
		if s := Summed(j, "text.sum", first.Under, parts); len(parts) == len(lexicon.FundShares) || s.Exact() {
			Total(j, report.Error, s)
		}
	}
}
