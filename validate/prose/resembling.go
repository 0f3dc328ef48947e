package prose

import (
	"strings"

	"suanqing/validate/report"
)

// resembling are amounts of purchases that are one where all that was reserved was bought, or
// all that was bought came from small firms.
var resembling = [][2]string{{"预留中小企业", "中小企业成交"}, {"预留小微企业", "小微企业成交"}, {"中小企业成交", keyProcured}, {"预留中小企业", keyProcured}}

// fewestDigits is how many digits amounts have that are not alike but for one by chance.
const fewestDigits = 5

// resemble asks about two of these that differ in one digit only.
func (j *judging) resemble() {
	for _, of := range resembling {
		for _, m := range j.by[of[0]+" "+final] {
			n := j.near(m, of[1], final, false)
			if n == nil || m.finding > 0 || n.finding > 0 || m.number.unit != n.number.unit {
				continue
			}
			if m.figure.Value == n.figure.Value && !m.figure.Value.IsZero() {
				j.judged("text.twice", report.Holds, m, n)
				continue
			}
			if !oneDigitApart(m.digits(), n.digits()) {
				continue
			}
			o := operands{mentions: []*mention{m, n}}
			j.judged("text.twice", report.Violated, m, n)
			j.tell(ruleByID["text.twice"], report.Notice, m, &o, nil, m.what()+"写的是 "+m.shown()+"，“"+n.subject.label()+"”写的是 "+n.shown()+"，只差一个数字，像是同一个数抄错了；不是的，不用改", "")
		}
	}
}

// digits are the digits of a figure as printed.
func (m *mention) digits() string {
	return strings.Map(func(c rune) rune {
		if isDigit(c) {
			return c
		}
		return -1
	}, string(m.passage.text[m.number.at:m.number.digits]))
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
