package draft

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
)

// convertedPlaces are the decimals of an amount that was converted.
const convertedPlaces = 2

// tenThousand is what drafts are written in.
var tenThousand, _ = amount.UnitNamed("万元")

// unitOf is the unit of a book's draft: 万元, but for a book in larger ones, whose
// figures do not say so much; the zero Unit where the forms state none.
func unitOf(b *bind.Book) amount.Unit {
	if b.Unit.Known() && b.Unit.Exp < tenThousand.Exp {
		return tenThousand
	}
	return b.Unit
}

// decimals writes an amount with so many decimals, rounded half away from zero. No
// money is 0.
func decimals(a amount.Amount, places int32) string {
	if a.IsZero() {
		return "0"
	}
	whole, fraction, _ := strings.Cut(amount.Group(a.Round(places)), ".")
	if n := int(places) - len(fraction); n > 0 {
		fraction += strings.Repeat("0", n)
	}
	if fraction = fraction[:places]; fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// percent is a in percent of b, worked out exactly and rounded half up to two decimals
// at the end; a whole number has none. ok is false over zero or less, and for amounts
// that no account holds.
func percent(a, b amount.Amount) (text string, ok bool) {
	if !b.IsPositive() {
		return "", false
	}
	part, ok := a.Abs().Mul(amount.New(10_000, 0))
	if !ok {
		return "", false
	}
	quotient, ok := part.Over(b)
	if !ok {
		return "", false
	}
	n := quotient.Round(0) // in hundredths of a percent; rounded up twice, it may be one too many
	product, ok := b.Mul(n)
	if !ok {
		return "", false
	}
	rest := part.Sub(product)
	if rest.Add(rest).Cmp(b.Neg()) < 0 {
		n = n.Sub(amount.New(1, 0))
	}
	n, _ = n.Shift(-2)
	if a.IsNegative() {
		n = n.Neg()
	}
	text = amount.Plain(n)
	if rest.IsZero() {
		text = strings.TrimSuffix(text, ".00")
	}
	return text + "%", true
}

var chineseDigits = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// ordinal is the number of a section, up to 十九.
func ordinal(n int) string {
	if n >= 10 {
		return "十" + chineseDigits[n-10]
	}
	return chineseDigits[n]
}
