package document

import "strings"

// Bare is what a number cell shows of its number, without what its format writes
// around the digits.
type Bare struct {
	Digits string // sign, digits and point; "" where the format shows no digit of it
	Fixed  bool   // the format says how many places there are
	Behind string // what the format writes behind the last digit
	Scale  int    // the number shown is the one stored over 10^Scale

	// Odd: a date, a percentage, scientific or a fraction. Digits are then the
	// number as it is stored.
	Odd bool
}

// Bare is the number a number cell shows, rounded as it shows it. Its sign is that
// of the stored number, whether the format shows it by a minus, a bracket, a colour
// or not at all. ok is false for a cell that holds no number.
func (c *Cell) Bare() (n Bare, ok bool) {
	var buf [64]byte
	d, ok := parseDecimal(c.Stored, buf[:0:32])
	if c.Kind != Number || !ok {
		return n, false
	}
	d.round(significant)
	s, _ := c.Format.parse().section(&d)
	switch {
	case s == nil:
		n.Digits = string(d.appendPlain(buf[32:32]))
	case s.date || s.unsupported || s.percents > 0:
		n.Digits, n.Odd = string(d.appendPlain(buf[32:32])), true
	case s.general || s.wholes+s.decimals > 0:
		n.Digits, n.Fixed = withWhole(string(s.render(d, buf[32:32], true))), s.shownDecimals() >= 0
		n.Behind, n.Scale = s.behind(), 3*s.scales
		if literal := s.literalPoint(); literal >= 0 {
			n.Scale += s.digitsFrom(literal)
		}
	}
	return n, true
}

// withWhole writes the zero that .5 lacks, and not the point that 5. has too many.
func withWhole(digits string) string {
	digits = strings.TrimSuffix(digits, ".")
	switch {
	case strings.HasPrefix(digits, "."):
		return "0" + digits
	case strings.HasPrefix(digits, "-."):
		return "-0" + digits[1:]
	}
	return strings.TrimSuffix(digits, "-")
}

// behind is what a section writes behind its digits.
func (s *section) behind() string {
	last := len(s.tokens) - 1
	if last > 0 && s.tokens[last].kind == tokLiteral {
		return s.tokens[last].text
	}
	return ""
}
