package ods

import (
	"strconv"
	"strings"
)

// serialDate is the serial number of a date such as 2023-12-31 or 2023-12-31T08:30:00,
// as a workbook counts days; "" when it is none.
func serialDate(s string, date04 bool) string {
	date, clock, timed := strings.Cut(s, "T")
	parts := strings.Split(date, "-")
	if len(parts) != 3 {
		return ""
	}
	y, okY := natural(parts[0])
	m, okM := natural(parts[1])
	d, okD := natural(parts[2])
	if !okY || !okM || !okD || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	days := daysFromCivil(y, m, d)
	if date04 {
		days -= 1462
	}
	if !timed {
		return strconv.Itoa(days)
	}
	hms := strings.Split(clock, ":")
	if len(hms) != 3 || days < 0 {
		return strconv.Itoa(days)
	}
	return serial(days, hms[0], hms[1], hms[2])
}

// serialTime is the part of a day that a time such as PT08H30M00S is; "" when it is none.
func serialTime(s string) string {
	s, ok := strings.CutPrefix(s, "PT")
	h, s, okH := strings.Cut(s, "H")
	m, s, okM := strings.Cut(s, "M")
	sec, _, okS := strings.Cut(s, "S")
	if !ok || !okH || !okM || !okS {
		return ""
	}
	return serial(0, h, m, sec)
}

// serial is a number of days and a time of ten decimals, in whole numbers.
func serial(days int, h, m, s string) string {
	s, _, _ = strings.Cut(s, ".") // no heading shows parts of a second
	hours, okH := natural(h)
	minutes, okM := natural(m)
	seconds, okS := natural(s)
	if !okH || !okM || !okS || hours > 99_999 || minutes > 59 || seconds > 60 {
		return strconv.Itoa(days)
	}
	const day, unit = 86_400, 10_000_000_000
	total := hours*3600 + minutes*60 + seconds
	days += total / day
	fraction := (int64(total%day)*unit + day/2) / day
	return strconv.Itoa(days) + "." + strconv.FormatInt(unit+fraction, 10)[1:]
}

// daysFromCivil is how many days a date lies behind 1899-12-30, by Howard Hinnant's
// days from civil over eras of 400 years.
func daysFromCivil(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = -1
	}
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146_097 + doe - 693_899
}
