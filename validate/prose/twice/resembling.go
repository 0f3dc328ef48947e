package twice

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// resembling are amounts of purchases that are one where all that was reserved was bought, or
// all that was bought came from small firms.
var resembling = [][2]string{{"预留中小企业", "中小企业成交"}, {"预留小微企业", "小微企业成交"}, {"中小企业成交", lexicon.KeyProcured}, {"预留中小企业", lexicon.KeyProcured}}

// fewestDigits is how many digits amounts have that are not alike but for one by chance.
const fewestDigits = 5

// resemble asks about two of these that differ in one digit only.
func resemble(j *judging.Text) {
	for _, of := range resembling {
		for _, m := range j.By[of[0]+" "+lexicon.Final] {
			n := j.Near(m, of[1], lexicon.Final, false)
			if n == nil || m.Finding > 0 || n.Finding > 0 || m.Number.Unit != n.Number.Unit {
				continue
			}
			if m.Figure.Value == n.Figure.Value && !m.Figure.Value.IsZero() {
				j.Judged("text.twice", report.Holds, m, n)
				continue
			}
			if !oneDigitApart(m.Digits(), n.Digits()) {
				continue
			}
			o := judging.Operands{Mentions: []*mention.Mention{m, n}}
			j.Judged("text.twice", report.Violated, m, n)
			j.Tell(judging.RuleByID["text.twice"], report.Notice, m, &o, nil, m.What()+"写的是 "+m.Shown()+"，“"+n.Subject.Label()+"”写的是 "+n.Shown()+"，只差一个数字，像是同一个数抄错了；不是的，不用改", "")
		}
	}
}

// oneDigitApart says whether two figures of as many digits, none of them round, differ in one.
func oneDigitApart(a, b string) bool {
	if len(a) != len(b) || len(a) < fewestDigits || a[len(a)-1] == '0' || b[len(b)-1] == '0' {
		return false
	}
	apart := 0
	for i := range a {
		if a[i] != b[i] {
			apart++
		}
	}
	return apart == 1
}
