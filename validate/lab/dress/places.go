package dress

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// places are books whose figures are printed in other units, or with more places or
// fewer: each figure is rounded by itself, so that sums of them may be off by some
// units of the last place, and no more.
//
// large makes amounts of a big department, some of them small beside the rest.
var places = func() []Dress {
	large, small := fixture.Options{Times: 300}, fixture.Options{}
	var out []Dress
	add := func(name string, o fixture.Options, unit string, digits int32, change func(v string) string) {
		format := "#,##0"
		if digits > 0 {
			format += "." + strings.Repeat("0", int(digits))
		}
		out = append(out, Dress{Name: "printed: " + name, Kind: Places, Allow: ANotice, Options: o,
			Plain: fixture.Layout{Format: format}, Print: func(b *fixture.Book) *fixture.Book {
				return each(b.Printed(unit, digits), change)
			}})
	}
	keep := func(v string) string { return v }
	blank := func(v string) string {
		if strings.Trim(v, "-0.") == "" {
			return ""
		}
		return v
	}
	add("万元 without decimals", small, "万元", 0, keep)
	add("万元 without decimals, small amounts blank", small, "万元", 0, blank)
	add("万元 with one decimal", small, "万元", 1, keep)
	add("万元 with four decimals", small, "万元", 4, keep)
	add("万元 with six decimals", small, "万元", 6, keep)
	add("元 without decimals", small, "元", 0, keep)
	add("千元 without decimals", small, "千元", 0, keep)
	add("千元 with two decimals", small, "千元", 2, keep)
	add("百万元 with two decimals", large, "百万元", 2, keep)
	add("百万元 with one decimal, small amounts blank", large, "百万元", 1, blank)
	add("亿元 with two decimals, small amounts 0.00", large, "亿元", 2, keep)
	add("亿元 with two decimals, small amounts blank", large, "亿元", 2, blank)
	add("亿元 with one decimal, small amounts blank", large, "亿元", 1, blank)
	add("亿元 with four decimals, small amounts blank", large, "亿元", 4, blank)
	add("亿元 with six decimals", large, "亿元", 6, keep)
	add("亿元 with two decimals in a small office, small amounts blank", fixture.Options{Times: 30}, "亿元", 2, blank)
	add("亿元 with two decimals in an office of a few millions, small amounts blank", fixture.Options{Times: 3}, "亿元", 2, blank)
	add("亿元 with two decimals in an office of a few millions, small amounts 0.00", fixture.Options{Times: 3}, "亿元", 2, keep)
	add("亿元 with one decimal, small amounts 0.0", fixture.Options{Times: 60}, "亿元", 1, keep)
	return append(out, shown("0", 0), shown("#,##0.0", 1), shown("#,##0", 0), unlike("General", keep),
		Dress{Name: "printed: 万元 as it was divided, all places, as text", Kind: Places, Allow: AWarning, Plain: fixture.Layout{Format: "General"},
			Print: func(b *fixture.Book) *fixture.Book { return b.Exactly("万元") },
			Wear: func(w *Workbook) {
				w.EachFigure("", func(c *Cell) { c.SetText(c.Value) })
			}})
}()

// unlike are figures with as many places as each has after it was divided: 12.5, 3.141592.
func unlike(format string, change func(string) string) Dress {
	return Dress{Name: "printed: 万元 as it was divided, all places", Kind: Places, Allow: ANotice, Plain: fixture.Layout{Format: format},
		Print: func(b *fixture.Book) *fixture.Book { return each(b.Exactly("万元"), change) }}
}

// shown are amounts stored to the 分 and shown, by their number format, in fewer places.
func shown(format string, digits int32) Dress {
	return Dress{Name: "printed: 万元 to the 分, shown as " + format, Kind: Places, Allow: AWarning, Plain: fixture.Layout{Format: format},
		Print: func(b *fixture.Book) *fixture.Book { return b.Printed("万元", digits) },
		Wear: func(w *Workbook) {
			exact := remembered("exact in 万元", func() *fixture.Book { return fixture.Generate(3, Dress{}.size()).Exactly("万元") })
			w.EachFigure("", func(c *Cell) {
				d := decimal.RequireFromString(exact.Value(c.Slot.Form, c.Slot.Row, c.Slot.Column))
				if d.StringFixed(digits) == c.Value { // else an error was planted there
					c.Number, c.Format = d.String(), format
				}
			})
		}}
}

// each changes every figure of a book.
func each(b *fixture.Book, change func(v string) string) *fixture.Book {
	b = b.Clone()
	for _, f := range b.Forms {
		for _, r := range f.Rows {
			for column, v := range r.Values {
				if v != "" {
					r.Values[column] = change(v)
				}
			}
		}
	}
	return b
}
