package performance

import (
	"math/big"
	"regexp"
	"strings"
)

var (
	relation  = regexp.MustCompile(`^(≥|≤|=|>|<|不低于|不超过|不少于|控制在)?([0-9.]+)(.*)$`)
	aRange    = regexp.MustCompile(`^([0-9.]+)%?[-~～]([0-9.]+)%$`)
	aDay      = regexp.MustCompile(`^(\d{4})[年.](\d{1,2})[月.](?:(\d{1,2})日?)?(.*)$`)
	narrow    = strings.NewReplacer("＞", ">", "≧", "≥", ">=", "≥", " ", "", ",", "", "％", "%", "百分率", "%", "百分比", "%", "﹦", "=", "达标率", "%", "下降", "", "（含）", "", "定性", "")
	notations = map[string]string{"": "≥", "不低于": "≥", "不少于": "≥", "不超过": "≤", "控制在": "≤"}
)

// missedTarget says whether a target is missed, if it can be told.
func missedTarget(x *Indicator) (missed, known bool) {
	target, actual := plainWords(x.Nature+x.Target+x.Unit), plainWords(x.Actual)
	if m := aDay.FindStringSubmatch(target); m != nil {
		n := aDay.FindStringSubmatch(actual)
		if n == nil {
			return false, false
		}
		return day(n) > day(m), true
	}
	if m := aRange.FindStringSubmatch(target); m != nil {
		n := relation.FindStringSubmatch(actual)
		return zero(n[2]).Cmp(zero(m[1])) < 0, true
	}
	want, got := relation.FindStringSubmatch(target), relation.FindStringSubmatch(actual)
	if want == nil {
		return strings.HasPrefix(actual, "未"), strings.HasPrefix(actual, "未") || actual != "" && actual != "-"
	}
	if got == nil {
		return false, false
	}
	a, b := zero(got[2]), zero(want[2])
	sign := want[1]
	unit, other := strings.TrimSuffix(strings.TrimSuffix(want[3], "以上"), "以内"), got[3]
	if notations[sign] != "" && !(sign == "" && x.Nature == "") {
		sign = notations[sign]
	} else if sign == "" {
		sign = "≥"
	}
	if other != "" && other != unit {
		if unit != "万"+other && unit != "" {
			return false, false
		}
		if unit != "" {
			b = new(big.Rat).Mul(b, rat(10000))
		}
	}
	if unit == "%" && other == "" && a.Cmp(rat(1)) <= 0 {
		a = new(big.Rat).Mul(a, rat(100))
	}
	c := a.Cmp(b)
	switch sign {
	case "≥":
		return c < 0, true
	case "≤":
		return c > 0, true
	case ">":
		return c <= 0 && got[1] != ">", true
	case "<":
		return c >= 0, true
	}
	return c != 0, true
}

func plainWords(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
	return narrow.Replace(s)
}

// day orders a date; a month alone is its end, "年12月前" counts as said.
func day(m []string) string {
	pad := func(s, empty string) string {
		if s == "" {
			return empty
		}
		if len(s) == 1 {
			return "0" + s
		}
		return s
	}
	return m[1] + pad(m[2], "12") + pad(m[3], "31")
}
