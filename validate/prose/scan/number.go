// Package scan reads the numbers of a text, with their units, and tells figures from years,
// list numbers and the like.
package scan

import (
	"strings"

	"suanqing/validate/amount"
)

// Kind is what a number of the text counts.
type Kind uint8

const (
	Plain   Kind = iota // nothing that is written: a list number, a year, or a unit forgotten
	Money               // 万元
	Percent             // %
	Count               // 批次, 辆
	Score               // 分
)

// Number is one number as it stands in a passage.
type Number struct {
	At, End int // in runes of the passage, the unit included
	Digits  int // the end of its digits
	Value   amount.Amount
	Places  int32
	Kind    Kind
	Unit    string // of money or count, as printed
	Limit   bool   // 50 万元以上: names a kind of things
}

// countUnits are what things are counted in, longer ones first.
var countUnits = []string{"个批次", "批次", "人次", "个团组", "台(套)", "台套", "台/套", "(台、套)", "(台,套)", "(台套)", "(套)", "(辆)", "(台)", "辆", "台", "套", "个", "批", "名", "项", "人", "家", "户", "件", "次", "间", "处", "艘", "架"}

// neverUnits are what follows a number that is no figure of the accounts.
var neverUnits = []string{"年", "月", "日", "号", "点", "时", "期", "届", "级", "类", "周", "小时", "天", "岁", "公里", "平方", "吨", "平米", "亩", "%以", "人以"}

const (
	longestNumber = 40 // runes
	scores        = "分"
)

// NumberAt reads the number that begins at a rune; ok is false for none. end is where to
// go on either way.
func NumberAt(text []rune, at int) (n Number, end int, ok bool) {
	i := at
	var digits []byte
	for i < len(text) && i-at < longestNumber {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits = append(digits, byte(c))
		case c == ',' && n.Places == 0 && len(digits) > 0 && grouped(text, at, i):
		case (c == '.' || c == '．') && n.Places == 0 && i+1 < len(text) && IsDigit(text[i+1]) && !strings.ContainsRune(string(digits), '.'):
			digits = append(digits, '.')
		default:
			goto done
		}
		i++
	}
done:
	for i < len(text) && i-at >= longestNumber && IsDigit(text[i]) {
		i++
	}
	if i == at {
		return n, at + 1, false
	}
	p, parsed := amount.Parse(string(digits))
	n.At, n.Digits, n.End, n.Value, n.Places = at, i, i, p.Value, p.Places
	if !parsed {
		return n, i, false
	}
	if at > 0 && text[at-1] == '-' && (at < 2 || !IsDigit(text[at-2])) {
		n.Value, n.At = n.Value.Neg(), at-1
	}
	n.measure(text)
	return n, max(n.End, i), true
}

// grouped says whether a comma at i parts a group of three digits.
func grouped(text []rune, at, i int) bool {
	back := 0
	for k := i - 1; k >= at && IsDigit(text[k]); k-- {
		back++
	}
	if back > 3 || back < 3 && i-back != at {
		return false
	}
	for k := 1; k <= 3; k++ {
		if i+k >= len(text) || !IsDigit(text[i+k]) {
			return false
		}
	}
	return i+4 >= len(text) || !IsDigit(text[i+4])
}

// IsDigit says whether a rune is a digit of ASCII.
func IsDigit(c rune) bool { return c >= '0' && c <= '9' }

// measure reads the unit behind a number.
func (n *Number) measure(text []rune) {
	rest := string(text[n.Digits:min(len(text), n.Digits+8)])
	if strings.HasPrefix(rest, "(") { // 100(万元)
		for _, u := range []string{"(万元)", "(元)", "(%)"} {
			if strings.HasPrefix(rest, u) {
				n.Kind, n.Unit, n.End = Money, strings.Trim(u, "()"), n.Digits+len([]rune(u))
				if u == "(%)" {
					n.Kind, n.Unit = Percent, "%"
				}
				return
			}
		}
	}
	if strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "％") {
		n.Kind, n.Unit, n.End = Percent, "%", n.Digits+1
		n.threshold(text)
		return
	}
	if strings.HasPrefix(rest, "个百分点") || strings.HasPrefix(rest, "百分点") {
		return
	}
	if u, ok := amount.FindUnit(rest); ok {
		n.Kind, n.Unit, n.End = Money, u.Name, n.Digits+len([]rune(u.Name))
		n.threshold(text)
		return
	}
	for _, short := range []string{"万", "亿"} {
		if strings.HasPrefix(rest, short) {
			after := strings.TrimPrefix(rest, short)
			for _, counted := range countUnits {
				if strings.HasPrefix(after, counted) && !strings.HasPrefix(counted, "(") {
					return
				}
			}
			n.Kind, n.Unit, n.End = Money, short+"元", n.Digits+1
			n.threshold(text)
			return
		}
	}
	for _, u := range neverUnits {
		if strings.HasPrefix(rest, u) {
			return
		}
	}
	if strings.HasPrefix(rest, scores) {
		n.Kind, n.Unit, n.End = Score, scores, n.Digits+1
		return
	}
	for _, u := range countUnits {
		if strings.HasPrefix(rest, u) && n.Places == 0 {
			n.Kind, n.Unit, n.End = Count, u, n.Digits+len([]rune(u))
			return
		}
	}
}

// limits follow an amount that names a kind of things: 100 万元(含)以上设备.
var limits = []string{"以上", "(含)以上", "及以上", "(含)及以上", "以下", "(不含)以上", "以内", "(含)"}

func (n *Number) threshold(text []rune) {
	rest := string(text[n.End:min(len(text), n.End+8)])
	if strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "每") { // a price
		n.Limit = true
	}
	for _, l := range limits {
		if strings.HasPrefix(rest, l) {
			n.Limit = true
		}
	}
}
