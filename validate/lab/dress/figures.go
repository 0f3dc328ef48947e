package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// figures are the dresses of single figures: text that a person reads as the number.
var figures = join(quotes, units, clashes, currencies, negatives, fullWidths, separators, zeroMarks)

func join(lists ...[]Dress) []Dress {
	var out []Dress
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// written are dresses that write each figure, a plain decimal, as some text.
func written(kind Kind, allow Allow, some map[string]func(v string) string) []Dress {
	var out []Dress
	for _, name := range sorted(some) {
		out = append(out, Dress{Name: name, Kind: kind, Allow: allow, Wear: func(w *Workbook) {
			w.EachFigure("", func(c *Cell) { c.SetText(some[name](c.Value)) })
		}})
	}
	return out
}

// around writes a figure with separators between two texts.
func around(before, after string) func(string) string {
	return func(v string) string { return before + commas(v) + after }
}

// bare writes it without separators.
func bare(before, after string) func(string) string {
	return func(v string) string { return before + v + after }
}

var quotes = written(Quote, AWarning, map[string]func(string) string{
	"apostrophe":                  around("'", ""),
	"apostrophe, no separators":   bare("'", ""),
	"apostrophe and a blank":      around("' ", ""),
	"curly apostrophe":            around("’", ""),
	"opening curly apostrophe":    around("‘", ""),
	"full-width apostrophe":       around("＇", ""),
	"backtick":                    bare("`", ""), // how many systems keep Excel from touching an export
	"tab behind":                  bare("", "\t"),
	"tab in front":                bare("\t", ""),
	"quoted as text by a formula": bare(`="`, `"`), // ="1677.91" of a CSV that was opened as text
})

var units = append(written(Unit, AWarning, map[string]func(string) string{
	"万元 behind":               around("", "万元"),
	"blank and 万元 behind":     around("", " 万元"),
	"万元 in brackets behind":   around("", "（万元）"),
	"万 behind":                around("", "万"), // what people say for 万元
	"万元 without separators":   bare("", "万元"),
	"full-width and 万元":       func(v string) string { return wide(v) + "万元" },
	"万元 and a blank behind":   around("", "万元 "),
	"人民币 in front, 万元 behind": around("人民币", "万元"),
}), Dress{Name: "元 behind in a book in 元", Kind: Unit, Allow: AWarning, Exact: true, Wear: func(w *Workbook) {
	w.EachFigure("", func(c *Cell) { c.SetText(commas(c.Value) + "元") })
}}, Dress{Name: "万元 behind totals only", Kind: Unit, Allow: AWarning, Wear: func(w *Workbook) {
	w.EachFigure("", func(c *Cell) {
		if strings.HasSuffix(c.Slot.Row, "计") {
			c.SetText(commas(c.Value) + "万元")
		}
	})
}})

// clashes: the form's line says one unit and the figures another. The figures agree
// with each other either way, and a line above the table is what a form goes by; the
// clash is said once. (/work's own case yuan-suffix asks for the same.)
var clashes = says("元", append(written(Clash, AWarning, map[string]func(string) string{
	"元 behind under 万元":             around("", "元"),
	"blank and 元 behind under 万元":   around("", " 元"),
	"元 in brackets behind under 万元": around("", "（元）"),
	"￥ in front, 元 behind under 万元": around("￥", "元"),
	"千元 behind under 万元":            around("", "千元"),
	"元 without separators under 万元": bare("", "元"),
	"full-width and 元 under 万元":     func(v string) string { return wide(commas(v)) + "元" },
}), Dress{Name: "万元 behind under 元", Kind: Clash, Allow: AWarning, Exact: true, Wear: func(w *Workbook) {
	w.EachFigure("", func(c *Cell) { c.SetText(commas(c.Value) + "万元") })
}}, Dress{Name: "元 behind under 万元 on one form", Kind: Clash, Allow: AWarning, Wear: func(w *Workbook) {
	w.EachFigure(fixture.F03, func(c *Cell) { c.SetText(commas(c.Value) + "元") })
}}))

// says wants words said of dresses.
func says(words string, list []Dress) []Dress {
	for i := range list {
		list[i].Says = []string{words}
	}
	return list
}

// currencies name 人民币, which every unit here is of: they contradict none.
var currencies = written(Currency, AWarning, map[string]func(string) string{
	"￥ in front":               around("￥", ""),
	"¥ in front":               around("¥", ""),
	"￥ and a blank in front":   around("￥ ", ""),
	"¥ without separators":     bare("¥", ""),
	"RMB in front":             around("RMB", ""),
	"RMB and a blank in front": around("RMB ", ""),
	"CNY and a blank in front": around("CNY ", ""),
	"人民币 in front":             around("人民币", ""),
	"RMB￥ in front":            around("RMB￥", ""),
	"￥ in front, full-width":   func(v string) string { return "￥" + wide(commas(v)) },
	"￥ in front, 万元 behind":    around("￥", "万元"),
})

// negatives are written so where the book has some; all other figures stay numbers.
var negatives = func() []Dress {
	minus := func(write func(size string) string) func(w *Workbook) {
		return func(w *Workbook) {
			w.EachFigure("", func(c *Cell) {
				if size, negative := strings.CutPrefix(c.Value, "-"); negative {
					c.SetText(write(commas(size)))
				}
			})
		}
	}
	var out []Dress
	some := map[string]func(string) string{
		"brackets":                  func(v string) string { return "(" + v + ")" },
		"full-width brackets":       func(v string) string { return "（" + v + "）" },
		"brackets with blanks":      func(v string) string { return "( " + v + " )" },
		"mixed brackets":            func(v string) string { return "（" + v + ")" },
		"trailing minus":            func(v string) string { return v + "-" },
		"minus sign of mathematics": func(v string) string { return "−" + v },
		"full-width minus":          func(v string) string { return "－" + v },
		"en dash for a minus":       func(v string) string { return "–" + v },
		"minus and a blank":         func(v string) string { return "- " + v },
		"minus before the currency": func(v string) string { return "-￥" + v },
		"minus behind the currency": func(v string) string { return "￥-" + v },
		"brackets and 万元 behind":    func(v string) string { return "(" + v + ")万元" },
		"apostrophe before a minus": func(v string) string { return "'-" + v },
		"full-width trailing minus": func(v string) string { return v + "－" },
	}
	for _, name := range sorted(some) {
		out = append(out, Dress{Name: name, Kind: Negative, Allow: AWarning,
			Options: fixture.Options{Refunds: true}, Wear: minus(some[name])})
	}
	return out
}()

var fullWidths = written(FullWidth, AWarning, map[string]func(string) string{
	"full-width digits":               func(v string) string { return wide(v) },
	"full-width with separators":      func(v string) string { return wide(commas(v)) },
	"full-width digits, plain point":  func(v string) string { return strings.ReplaceAll(wide(v), "．", ".") },
	"full-width point only":           func(v string) string { return strings.ReplaceAll(v, ".", "．") },
	"full-width with blanks around":   func(v string) string { return "　" + wide(v) + "　" },
	"full-width digits, comma narrow": func(v string) string { return strings.ReplaceAll(wide(commas(v)), "，", ",") },
})

var separators = written(Separator, AWarning, map[string]func(string) string{
	"blank between thousands":    func(v string) string { return strings.ReplaceAll(commas(v), ",", " ") },
	"no-break blank":             func(v string) string { return strings.ReplaceAll(commas(v), ",", "\u00a0") },
	"thin blank":                 func(v string) string { return strings.ReplaceAll(commas(v), ",", "\u2009") },
	"narrow no-break blank":      func(v string) string { return strings.ReplaceAll(commas(v), ",", "\u202f") },
	"full-width blank":           func(v string) string { return strings.ReplaceAll(commas(v), ",", "　") },
	"full-width comma":           func(v string) string { return strings.ReplaceAll(commas(v), ",", "，") },
	"comma and blank":            func(v string) string { return strings.ReplaceAll(commas(v), ",", ", ") },
	"blank before the point":     func(v string) string { return strings.ReplaceAll(v, ".", " .") },
	"blanks around":              func(v string) string { return "  " + commas(v) + "  " },
	"line break behind":          func(v string) string { return commas(v) + "\n" },
	"zero-width blank in front":  func(v string) string { return "\u200b" + commas(v) },
	"byte order mark in front":   func(v string) string { return "\ufeff" + commas(v) },
	"left-to-right marks around": func(v string) string { return "\u200e" + commas(v) + "\u200e" },
	"embedding marks around":     func(v string) string { return "\u202d" + commas(v) + "\u202c" },
	"plus in front":              func(v string) string { return plus(commas(v)) },
})

func plus(v string) string {
	if strings.HasPrefix(v, "-") {
		return v
	}
	return "+" + v
}

// zeroMarks stand for every blank of the forms that have figures, or of those that
// have none. Bare dashes and slashes are on every second form; a zero in words or with
// a unit may be remarked on, once. An empty form filled with marks stays an empty form.
var zeroMarks = func() []Dress {
	fill := func(mark string, want func(w *Workbook, c *Cell) bool) func(w *Workbook) {
		return func(w *Workbook) {
			w.Each("", func(_ *Sheet, _ At, c *Cell) {
				if c.Figure() && c.Value == "" && want(w, c) {
					c.SetText(mark)
				}
			})
		}
	}
	some := func(w *Workbook, c *Cell) bool { return !w.emptyForm(c.Slot.Form) }
	none := func(w *Workbook, c *Cell) bool { return w.emptyForm(c.Slot.Form) }
	var out []Dress
	for _, mark := range []string{"零", "无", "—", "——", "－", "--", "/", "／", "〇", "零元", "０", "0元", "0.00万元", "￥0.00", "'0.00", " - ", "—　"} {
		out = append(out, Dress{Name: mark + " for nothing", Kind: ZeroMark, Allow: AWarning, Wear: fill(mark, some)})
	}
	for _, mark := range []string{"无", "零", "—", "/"} {
		out = append(out, Dress{Name: mark + " all over an empty form", Kind: ZeroMark, Allow: ANotice,
			Options: fixture.Options{NoFund: true, NoState: true}, Wear: fill(mark, none)})
	}
	return append(out, Dress{Name: "无 in some blanks", Kind: ZeroMark, Allow: AWarning, Wear: func(w *Workbook) {
		n := 0
		w.Each("", func(_ *Sheet, _ At, c *Cell) {
			if n++; c.Figure() && c.Value == "" && !w.emptyForm(c.Slot.Form) && n%3 == 0 {
				c.SetText("无")
			}
		})
	}})
}()

// emptyForm says that a form prints no figure.
func (w *Workbook) emptyForm(form string) bool {
	empty := true
	w.EachFigure(form, func(*Cell) { empty = false })
	return empty
}
