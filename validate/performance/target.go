package performance

import (
	"strings"

	"suanqing/validate/amount"
)

// aim is what is to be reached, or what was: a number behind a sign, a range, a day, or
// words.
type aim struct {
	sign  string // ≥ ≤ > < =; "" for none
	value amount.Amount
	upper amount.Amount // of a range
	isRange,
	number bool
	day    int64 // yyyymmdd, the last day meant; 0 for none
	unit   string
	factor int32 // power of ten that the unit has in front: 4 of 万人
	words  string
}

// signs are the ways to write a sign in front, longer ones first.
var signs = []struct{ written, sign string }{
	{"大于或等于", "≥"}, {"大于等于", "≥"}, {"小于或等于", "≤"}, {"小于等于", "≤"}, {">=", "≥"}, {"<=", "≤"}, {"≧", "≥"}, {"≦", "≤"}, {"⩾", "≥"}, {"⩽", "≤"},
	{"不低于", "≥"}, {"不少于", "≥"}, {"不小于", "≥"}, {"不低", "≥"}, {"至少", "≥"}, {"达到", "≥"}, {"不超过", "≤"}, {"不高于", "≤"}, {"不大于", "≤"}, {"不多于", "≤"},
	{"控制在", "≤"}, {"高于", ">"}, {"大于", ">"}, {"超过", ">"}, {"多于", ">"}, {"低于", "<"}, {"小于", "<"}, {"少于", "<"}, {"等于", "="}, {"﹦", "="}, {"==", "="},
	{"﹥", ">"}, {"﹤", "<"}, {"≥", "≥"}, {"≤", "≤"}, {">", ">"}, {"<", "<"}, {"=", "="},
}

// ends are words behind a number that are a sign, longer ones first.
var ends = []struct{ written, sign string }{
	{"及以上", "≥"}, {"或以上", "≥"}, {"以上", "≥"}, {"及以下", "≤"}, {"以下", "≤"}, {"之内", "≤"}, {"以内", "≤"}, {"内", "≤"},
}

// leads are words in front of a number that say nothing of the condition.
var leads = []string{"文字描述:", "文字描述", "定性:", "定性", "定量:", "实际完成", "累计完成", "已完成", "共完成", "完成", "实际", "累计", "下降率", "下降", "降低", "减少", "提升", "提高", "增长", "上升", "增加", "达", "为", "共", "已"}

// percents are ways to write a percent sign behind a number.
var percents = []string{"百分率", "百分比", "百分号", "百分之百", "达标率", "%"}

// aimOf reads a target or what came of it. It is words where it is not clearly another.
func aimOf(text string) aim {
	s := strings.NewReplacer("(含)", "", "(不含)", "", "（含）", "", "　", "").Replace(normal(text))
	a := aim{words: strings.TrimRight(trimLeads(s), "。;")}
	if d := dayOf(a.words); d != 0 {
		a.day = d
		return a
	}
	if p, ok := amount.Parse(s); ok && p.Value.IsNegative() {
		a.number, a.value = true, p.Value
		return a
	}
	rest := a.signed(s)
	runes := []rune(rest)
	found := numbersIn(runes)
	if len(found) == 0 || found[0].from != 0 || len(found) > 2 {
		return aim{words: a.words}
	}
	a.value, a.number = found[0].value, true
	behind := string(runes[found[0].to:])
	if len(found) == 2 {
		between := strings.TrimLeft(string(runes[found[0].to:found[1].from]), "%")
		if between != "-" && between != "~" && between != "至" && between != "～" || a.sign != "" {
			return aim{words: a.words}
		}
		a.isRange, a.upper = true, found[1].value
		behind = string(runes[found[1].to:])
	}
	for _, x := range ends {
		if t, ok := strings.CutSuffix(behind, x.written); ok {
			if a.sign == "" {
				a.sign = x.sign
			}
			behind = t
			break
		}
	}
	if strings.ContainsAny(behind, "，,。；;左右约、") || len([]rune(behind)) > 10 {
		return aim{words: a.words} // more than a unit
	}
	a.measure(behind)
	return a
}

// signed takes the sign that a text begins with, behind words that say nothing.
func (a *aim) signed(s string) (rest string) {
	for {
		for _, x := range signs {
			if t := strings.TrimPrefix(s, x.written); t != s {
				a.sign = x.sign
				return t
			}
		}
		t := trimLead(s)
		if t == s {
			return s
		}
		s = t
	}
}

func trimLead(s string) string {
	for _, l := range leads {
		if t := strings.TrimPrefix(s, l); t != s && t != "" {
			return t
		}
	}
	return s
}

// trimLeads takes away what a text of words begins with.
func trimLeads(s string) string {
	for t := trimLead(s); t != s; t = trimLead(s) {
		s = t
	}
	return s
}

// measure takes the unit behind a number.
func (a *aim) measure(unit string) {
	if isOne(unit, percents) {
		unit = "%"
	}
	if p := strings.TrimSuffix(unit, "达标率"); p != unit && (p == "%" || p == "") {
		unit = "%"
	}
	for _, f := range []struct {
		written string
		factor  int32
	}{{"万", 4}, {"亿", 8}, {"千", 3}, {"百", 2}} {
		if t := strings.TrimPrefix(unit, f.written); t != unit && !strings.HasPrefix(t, "分") {
			a.factor, unit = f.factor, t
			if unit == "元" || unit == "" {
				break
			}
			break
		}
	}
	a.unit = strings.TrimPrefix(unit, "个")
	if unit == "个" {
		a.unit = "个"
	}
}

// sameUnits are units that say the same.
var sameUnits = [][]string{{"人", "人次", "名", "人数"}, {"天", "日"}, {"次", "场", "场次", "次数"}, {"工作日", "工作天"}, {"元", "元整"}}

// sameUnit says whether two units count the same; one of them may not be said.
func sameUnit(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	for _, s := range sameUnits {
		if isOne(a, s) && isOne(b, s) {
			return true
		}
	}
	return false
}

// dayOf is the last day that a text means, such as 2023年11月底前, 2023.11.20; 0 for none.
func dayOf(s string) int64 {
	runes := []rune(s)
	found := wholesIn(runes)
	if len(found) < 2 || found[0].n < 1990 || found[0].n > 2100 || found[0].from > 0 {
		return 0
	}
	if found[0].to >= len(runes) || !strings.ContainsRune("年.-/", runes[found[0].to]) || found[1].from != found[0].to+1 || found[1].n < 1 || found[1].n > 12 {
		return 0
	}
	day := int64(31)
	if len(found) > 2 && found[2].from == found[1].to+1 && found[2].n >= 1 && found[2].n <= 31 {
		day = found[2].n
	} else if found[1].to >= len(runes) || !strings.ContainsRune("月", runes[found[1].to]) {
		return 0 // 2023.11 may be a number
	}
	if len(found) > 3 {
		return 0
	}
	return found[0].n*10000 + found[1].n*100 + day
}

type whole struct {
	from, to int
	n        int64
}

// wholesIn finds runs of digits.
func wholesIn(text []rune) (out []whole) {
	for i := 0; i < len(text) && len(out) < 8; i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		w := whole{from: i}
		for i < len(text) && text[i] >= '0' && text[i] <= '9' && i-w.from < 8 {
			w.n = w.n*10 + int64(text[i]-'0')
			i++
		}
		w.to = i
		out = append(out, w)
	}
	return out
}
