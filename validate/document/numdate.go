package document

import (
	"strconv"
	"strings"
)

// maxSerial is 9999-12-31, the last day a spreadsheet knows.
const maxSerial = 2_958_465

// renderDate shows a serial day number through a section of date codes. It
// serves headings such as 2023年12月31日; no figure depends on it.
func (s *section) renderDate(d decimal, date04 bool) string {
	var buf [maxNumber + 8]byte
	serial, err := strconv.ParseFloat(string(d.appendPlain(buf[:0])), 64)
	if err != nil || serial < 0 || serial > maxSerial {
		return string(d.appendPlain(buf[:0]))
	}
	total := int(serial*86400 + 0.5)
	days := total / 86400
	if date04 {
		days += 1462
	} else if days < 60 {
		days++ // day 60 is 1900-02-29, which never was
	}
	clock := [3]int{total / 3600 % 24, total / 60 % 60, total % 60}
	var b strings.Builder
	for i, t := range s.tokens {
		switch t.kind {
		case tokLiteral, tokPoint:
			b.WriteString(t.text)
		case tokDigit:
			b.WriteByte('0') // fractions of a second
		case tokAMPM:
			am, pm := "AM", "PM"
			if strings.HasPrefix(t.text, "上") {
				am, pm = "上午", "下午"
			}
			if clock[0] >= 12 {
				am = pm
			}
			b.WriteString(am)
		case tokElapsed:
			pad(&b, map[byte]int{'h': total / 3600, 'm': total / 60, 's': total}[t.text[0]], len(t.text))
		case tokDate:
			s.writeDate(&b, i, days, clock)
		}
	}
	return b.String()
}

// writeDate shows what token i is of a day and of a time of the day.
func (s *section) writeDate(b *strings.Builder, i, days int, clock [3]int) {
	y, m, day := civil(days)
	code := s.tokens[i].text
	switch n := len(code); code[0] {
	case 'y', 'e':
		if code[0] == 'y' && n <= 2 {
			pad(b, y%100, 2)
		} else {
			pad(b, y, 4)
		}
	case 'm':
		switch {
		case s.minutes(i):
			pad(b, clock[1], n)
		case n == 3:
			b.WriteString("JanFebMarAprMayJunJulAugSepOctNovDec"[3*m-3 : 3*m])
		default:
			pad(b, m, min(n, 2))
		}
	case 'd':
		if n > 2 {
			b.WriteString("SunMonTueWedThuFriSat"[(days+6)%7*3:][:3])
		} else {
			pad(b, day, n)
		}
	case 'a':
		if n > 3 {
			b.WriteString("星期")
		}
		b.WriteString("日一二三四五六"[(days+6)%7*3:][:3])
	case 'h':
		h := clock[0]
		if s.has(tokAMPM) {
			h = (h+11)%12 + 1
		}
		pad(b, h, n)
	case 's':
		pad(b, clock[2], n)
	}
}

// minutes tells whether an m means minutes: it follows hours or comes before seconds.
func (s *section) minutes(i int) bool {
	unit := func(step int) byte {
		for j := i + step; j >= 0 && j < len(s.tokens); j += step {
			if k := s.tokens[j].kind; k == tokDate || k == tokElapsed {
				return s.tokens[j].text[0]
			}
		}
		return 0
	}
	return unit(-1) == 'h' || unit(1) == 's'
}

func pad(b *strings.Builder, n, width int) {
	text := strconv.Itoa(n)
	for range min(width, 4) - len(text) {
		b.WriteByte('0')
	}
	b.WriteString(text)
}

// civil is the Gregorian date of a day counted from 1899-12-30, by Howard
// Hinnant's days-to-civil over eras of 400 years.
func civil(days int) (y, m, d int) {
	z := days + 693_899 // days since 0000-03-01
	era := z / 146_097
	doe := z - era*146_097
	yoe := (doe - doe/1460 + doe/36_524 - doe/146_096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = (mp+2)%12 + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}
