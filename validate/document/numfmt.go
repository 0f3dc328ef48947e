package document

import (
	"strings"
	"sync"
)

// Format is a number format as a cell uses it. The zero Format is General.
type Format struct {
	Code    string // as the file has it
	General bool   // General: no precision of its own

	date04 bool // the book counts days from 1904
	once   sync.Once
	parsed *formatCode // by parse
}

// NewFormat is the format of a code. With date1904 days count from 1904-01-01.
func NewFormat(code string, date1904 bool) *Format {
	return &Format{Code: code, General: isGeneral(code), date04: date1904}
}

// From1904 tells whether days count from 1904-01-01, not from 1900.
func (f *Format) From1904() bool { return f.date04 }

// Decimals is how many decimal places a number shown through the format has;
// -1 when the format sets none (General, text, dates). A point that is only a
// literal counts too: 0!.0, shows one decimal place.
func (f *Format) Decimals() int {
	code := f.parse()
	if len(code.numbers) == 0 {
		return -1
	}
	return code.numbers[0].shownDecimals()
}

// Fixed is the places of a format that shows every number plainly, rounded to
// just so many: what has no more is shown as it is stored. ok is false for every
// other format.
func (f *Format) Fixed() (places int32, ok bool) {
	n := f.parse().fixed
	return int32(n), n >= 0
}

// Shown is the text the cell shows: the stored value through its number format,
// in decimal arithmetic. A number is rounded to 15 significant digits, as a
// spreadsheet does, and then to the places of the format, halves away from zero.
// Paddings and fills to the column's width are left out.
func (c *Cell) Shown() string {
	switch c.Kind {
	case Number:
		return c.Format.number(c.Stored)
	case Text:
		return c.Format.text(c.Stored)
	}
	return c.Stored
}

// significant is how many digits of a number a spreadsheet holds.
const significant = 15

// number shows a stored number.
func (f *Format) number(stored string) string {
	var buf [64]byte
	d, ok := parseDecimal(stored, buf[:0:32])
	if !ok {
		return stored
	}
	d.round(significant)
	code := f.parse()
	section, abs := code.section(&d)
	if section == nil {
		return string(d.appendPlain(buf[32:32]))
	}
	if abs {
		d.neg = false
	}
	return strings.TrimSpace(section.render(d, buf[32:32], f != nil && f.date04))
}

// text shows a text: formats that have no part for texts leave it alone.
func (f *Format) text(s string) string {
	code := f.parse()
	if code.texts == nil {
		return s
	}
	var b strings.Builder
	for _, t := range code.texts.tokens {
		switch t.kind {
		case tokAt:
			b.WriteString(s)
		case tokLiteral:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

var plain = formatCode{fixed: -1}

// parse is the parsed format; General, and what cannot be parsed, has no sections.
func (f *Format) parse() *formatCode {
	if f == nil || f.General {
		return &plain
	}
	f.once.Do(func() { f.parsed = formats.get(f.Code) })
	return f.parsed
}

// isGeneral tells whether a code is General, in English or as WPS writes it.
func isGeneral(code string) bool {
	return code == "" || strings.EqualFold(code, "General") || strings.EqualFold(code, "G/通用格式")
}

// section is the part of the code a number is shown through, and whether its
// sign is left to that part. It is nil for a number shown as General.
func (c *formatCode) section(d *decimal) (s *section, abs bool) {
	n := len(c.numbers)
	if n == 0 {
		return nil, false
	}
	if !c.conditional {
		zero, neg := len(d.digits) == 0, d.neg && len(d.digits) > 0
		switch {
		case n >= 3 && zero:
			return &c.numbers[2], false
		case n >= 2 && neg:
			return &c.numbers[1], true
		}
		return &c.numbers[0], false
	}
	for i := range c.numbers {
		s := &c.numbers[i]
		switch {
		case s.condition != nil && s.condition.holds(d):
			return s, s.condition.negative()
		case s.condition == nil && (i == n-1 || i == 1 && n == 3 && d.neg):
			// The last takes the rest; a plain second of three takes negatives.
			return s, i == 1 && n == 3
		}
	}
	return nil, false
}

// render shows a number, already rounded to 15 digits, through one section.
func (s *section) render(d decimal, b []byte, date04 bool) string {
	switch {
	case s.date:
		return s.renderDate(d, date04)
	case s.unsupported:
		return string(d.appendPlain(b))
	}
	neg := d.neg && len(d.digits) > 0
	d.neg = false
	if neg {
		b = append(b, '-')
	}
	if len(d.digits) > 0 {
		d.point += 2*s.percents - 3*s.scales
	}
	if !s.general {
		d.roundPlaces(s.decimals)
	}
	whole, place := s.wholes, 0
	for _, t := range s.tokens {
		switch t.kind {
		case tokLiteral:
			b = append(b, t.text...)
		case tokGeneral:
			b = d.appendPlain(b)
		case tokPoint:
			if s.wholes == 0 {
				b = s.appendWhole(b, &d, '#', d.point, 0)
			}
			b = append(b, '.')
		case tokDigit:
			if whole > 0 {
				from := whole
				if whole == s.wholes {
					from = max(d.point, whole)
				}
				whole--
				b = s.appendWhole(b, &d, t.text[0], from, whole)
				continue
			}
			place--
			if t.text[0] == '0' || len(d.digits)-d.point >= -place {
				b = append(b, d.digit(place))
			}
		}
	}
	return string(b)
}

// appendWhole appends the whole digits of places from-1 down to to, grouped as
// the section says. Beyond the number's own digits only a 0 shows.
func (s *section) appendWhole(b []byte, d *decimal, placeholder byte, from, to int) []byte {
	for place := from - 1; place >= to; place-- {
		if place >= d.point && placeholder != '0' {
			continue
		}
		b = append(b, d.digit(place))
		if s.grouped && place > 0 && place%3 == 0 {
			b = append(b, ',')
		}
	}
	return b
}
