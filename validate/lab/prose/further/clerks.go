package further

import (
	"strings"
	"text/template"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// ClerkTraps are right sentences of the kinds that clerks write beside those of the form: several
// bases at once, reasons with amounts, parts given in part, rounded and signed figures.
func ClerkTraps() []Trap { return ofAll(read("cases/clerk-traps.txt")) }

// ClerkHeldOut are more of them, kept until the checker was mended on the others.
func ClerkHeldOut() []Trap { return ofAll(read("cases/clerk-held-out.txt")) }

// ofAll adds sentences to the texts of every set.
func ofAll(file string) []Trap {
	return append(append(added(file, whole, Texts()), added(file, unseen, Unseen())...), added(file, heldOut, HeldOut())...)
}

// loose are the functions of figures that carry no mark, because the oracle has no subject for
// them or they are rounded more than it allows.
func (w *writer) loose() template.FuncMap {
	hundred := decimal.NewFromInt(100)
	money := func(d decimal.Decimal) string { return w.styled(d.Shift(-shift[w.Unit]).StringFixed(2)) + w.Unit }
	percent := func(part, of decimal.Decimal) string {
		return w.styled(part.Mul(hundred).DivRound(of, 12).StringFixed(w.Places)) + "%"
	}
	two := func(a, b string) decimal.Decimal { return w.now(a).Add(w.now(b)) }
	change := func(d decimal.Decimal) string {
		return map[bool]string{true: "减少", false: "增加"}[d.IsNegative()] + money(d.Abs())
	}
	economic := func(n int, personnel bool) (name string, yuan decimal.Decimal) {
		for _, r := range w.Exact.Forms[fixture.F06].Rows {
			if len(r.Key) == 5 && r.Values["金额"] != "" && (strings.HasPrefix(r.Key, "301") || strings.HasPrefix(r.Key, "303")) == personnel {
				if n--; n < 0 {
					return strings.NewReplacer("(", "（", ")", "）").Replace(r.Name), decimal.RequireFromString(r.Values["金额"])
				}
			}
		}
		panic("further: too few economic items")
	}
	steps := func(s, unit string, digits int32, up bool) string { // to that many digits
		d := w.now(s).Shift(-shift[unit])
		places := digits - int32(len(d.Truncate(0).String()))
		d = d.Shift(places)
		if up {
			return d.Ceil().Shift(-places).String()
		}
		return d.Floor().Shift(-places).String()
	}
	fiscal := func(kind string) (all decimal.Decimal) { // of the three budgets together
		for _, form := range []string{fixture.F05, fixture.F07, fixture.F08} {
			all = all.Add(value(w.Exact, fixture.Slot{Form: form, Row: fixture.Total, Column: kind}))
		}
		return all
	}
	return template.FuncMap{
		"fiscal":   func(kind string) string { return money(fiscal(kind)) },
		"unfiscal": func(kind string) string { return money(w.now(kind).Sub(fiscal(kind))) },
		"plain": func(unit string, places int32, s string) string {
			return w.now(s).Shift(-shift[unit]).StringFixed(places) + unit
		},
		"above":        func(unit string, digits int32, s string) string { return steps(s, unit, digits, true) + unit },
		"below":        func(unit string, digits int32, s string) string { return steps(s, unit, digits, false) + unit },
		"digits":       func(unit string, digits int32, s string) string { return steps(s, unit, digits, false) },
		"abovePercent": func(s, of string) string { return w.now(s).Mul(hundred).Div(w.now(of)).Ceil().String() + "%" },
		"plainshare": func(places int32, s, of string) string {
			return w.now(s).Mul(hundred).DivRound(w.now(of), 9).StringFixed(places) + "%"
		},
		"tenths": func(s, of string) string {
			return string([]rune("零一二三四五六七八九十")[w.now(s).Mul(decimal.NewFromInt(10)).Div(w.now(of)).IntPart()]) + "成"
		},
		"both": func(a, b string) string { return money(two(a, b)) },
		"dirs": func(a, b string) string {
			return "较上年" + change(two(a, b).Sub(w.last(a)).Sub(w.last(b)))
		},
		"bothshare": func(a, b, of string) string { return percent(two(a, b), w.now(of)) },
		"rest":      func(total, part string) string { return money(w.now(total).Sub(w.now(part))) },
		"restshare": func(total, part string) string { return percent(w.now(total).Sub(w.now(part)), w.now(total)) },
		"lastshare": func(s, of string) string { return percent(w.last(s), w.last(of)) },
		"ratioLast": func(s string) string { return percent(w.now(s), w.last(s)) },
		"signed":    func(s string) string { return percent(w.now(s).Sub(w.last(s)), w.last(s)) },
		"signedby":  func(s string) string { return money(w.now(s).Sub(w.last(s))) },
		"grown": func(by float64, s string) string { // by so many of the unit, over what it grew from
			d := decimal.NewFromFloat(by).Shift(shift[w.Unit])
			return percent(d, w.now(s).Sub(d))
		},
		"without": func(once float64, s string) string {
			return change(w.now(s).Sub(w.last(s).Sub(decimal.NewFromFloat(once).Shift(shift[w.Unit]))))
		},
		"wide": func(s string) string {
			return fullWidth.Replace(w.now(s).Shift(-shift[w.Unit]).StringFixed(2))
		},
		"eco": func(n int, personnel bool) string {
			name, yuan := economic(n, personnel)
			return name + money(yuan)
		},
		"ecos": func(n int, personnel bool) string {
			all := decimal.Zero
			for i := range n {
				_, yuan := economic(i, personnel)
				all = all.Add(yuan)
			}
			return money(all)
		},
	}
}

// styled writes a number as the text writes its numbers.
func (w *writer) styled(s string) string {
	if w.Bare {
		s = bare(s)
	}
	if w.Commas {
		s = separated(s)
	}
	if w.Wide {
		s = fullWidth.Replace(s)
	}
	return s
}
