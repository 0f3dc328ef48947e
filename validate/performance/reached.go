package performance

import (
	"strings"

	"suanqing/validate/amount"
)

// verdict is whether a target was met.
type verdict uint8

const (
	unknown verdict = iota
	met
	missed
)

// missedWords say at the beginning that something was not reached.
var missedWords = []string{"未完成", "未及时", "未达", "未实现", "未按", "未开展", "未通过", "未落实", "没有完成", "没完成", "没有达到", "不及时", "不达标", "尚未完成", "尚未"}

// metWords say that it was.
var metWords = []string{"按时完成", "按期完成", "及时完成", "已完成", "完成", "及时", "达成预期指标", "达成年度指标", "达到预期", "达到预期目标", "完成目标", "达标", "全部完成"}

// badNames are of things of which fewer are better.
var badNames = []string{"投诉", "事故", "差错", "违规", "违纪", "辍学", "返黑", "失误", "失败", "死亡", "伤亡", "空置", "闲置", "超标", "时限", "时间", "成本", "费用", "费", "下降", "降低", "减少"}

// timeUnits are units of time and money, of which less may be better.
var timeUnits = []string{"天", "日", "工作日", "小时", "分钟", "月", "个月", "周", "年", "元", "秒"}

// judge says whether an indicator's target was met; unknown where that is not certain.
func (x *indicator) judge() verdict {
	if !x.hasTarget || !x.hasActual || x.target.empty() || x.actual.empty() || x.actual.state == nothing && normal(x.actual.text) != "无" {
		return unknown
	}
	target := x.aim()
	actual := aimOf(x.actual.text)
	if x.actual.state == nothing { // 无
		if !target.number {
			return unknown
		}
		actual = aim{number: true}
	}
	switch {
	case begins(actual.words, missedWords) && !actual.number && !begins(target.words, missedWords):
		return missed
	case target.day != 0 && actual.day != 0:
		if actual.day > target.day {
			return missed
		}
		return met
	case target.number && actual.number:
		return target.against(actual, x)
	case !target.number && !actual.number && target.day == 0 && actual.day == 0:
		if target.words == actual.words || isOne(actual.words, metWords) {
			return met
		}
	}
	return unknown
}

// aim is the target with its sign and unit, which may stand in columns of their own.
func (x *indicator) aim() aim {
	text := normal(x.target.text)
	nature := normal(x.nature.text)
	if a := aimOf(text); (a.number || a.day != 0) && (a.sign != "" || a.day != 0) {
		nature = ""
	}
	a := aimOf(nature + text)
	if unit := normal(x.unit.text); a.number && a.unit == "" && a.factor == 0 && unit != "" && x.unit.state != nothing {
		a.measure(unit)
	}
	return a
}

// against compares a target that is a number with what was reached.
func (t aim) against(a aim, x *indicator) verdict {
	value := a.value
	switch {
	case a.isRange:
		return unknown
	case t.unit == "%" && a.unit == "‰":
		value, _ = value.Shift(-1)
	case t.unit == "‰" && a.unit == "%":
		value, _ = value.Shift(1)
	case !sameUnit(t.unit, a.unit):
		return unknown
	case t.unit == "%" && a.unit == "" && value.Cmp(amount.New(1, 0)) <= 0 && t.value.Cmp(amount.New(2, 0)) > 0:
		value, _ = value.Shift(2) // a fraction on a worksheet
	}
	result := t.compare(value, a, x)
	if t.factor != a.factor {
		other, ok := value.Shift(a.factor - t.factor)
		if !ok {
			return unknown
		}
		scaled := t.compare(other, a, x)
		switch {
		case a.unit != "" || a.factor != 0: // as it says
			result = scaled
		case scaled == result:
		case near(other, t.value) == near(value, t.value): // 万人 and a bare number: of either
			return unknown
		case near(other, t.value):
			result = scaled
		}
	}
	return result
}

// compare compares numbers of one unit.
func (t aim) compare(value amount.Amount, a aim, x *indicator) verdict {
	if a.sign != "" && a.sign != "=" {
		return unknown // ≥95% says no figure
	}
	c := value.Cmp(t.value)
	yes := func(ok bool) verdict {
		if !ok {
			return missed
		}
		return met
	}
	switch {
	case t.isRange:
		if c < 0 && !holds(x.third.text, badNames) {
			return missed
		}
		if value.Cmp(t.upper) > 0 || c < 0 {
			return unknown
		}
		return yes(true)
	}
	switch t.sign {
	case "≥":
		return yes(c >= 0)
	case "≤":
		return yes(c <= 0)
	case ">":
		return yes(c > 0)
	case "<":
		return yes(c < 0)
	}
	less := isOne(t.unit, timeUnits) || holds(x.third.text, badNames)
	switch {
	case c == 0:
		return yes(true)
	case c > 0 && t.sign == "=" && (t.value.IsZero() || less):
		return missed
	case c > 0 && t.sign == "" && !less:
		return met
	case c < 0 && !less:
		return missed
	}
	return unknown
}

// explained says whether a cell gives a reason.
func (f *figure) explained() bool {
	s := strings.Trim(normal(f.text), "-/。.、")
	return f.there && f.state != blank && f.state != nothing && s != "" && !isOne(s, noReason) && len([]rune(s)) > 1
}

// near says whether two numbers are of one order.
func near(a, b amount.Amount) bool {
	ten := func(v amount.Amount) amount.Amount { v, _ = v.Abs().Shift(1); return v }
	return ten(a).Cmp(b.Abs()) >= 0 && ten(b).Cmp(a.Abs()) >= 0
}
