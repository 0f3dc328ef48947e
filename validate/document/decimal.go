package document

// decimal is an exact decimal number: 0.d1d2d3… × 10^point. There are no leading
// zeros; zero has no digits at all.
type decimal struct {
	neg    bool
	digits []byte // '0' to '9'
	point  int
}

// IsNumber tells whether a stored text is a decimal number this package can show.
func IsNumber(s string) bool {
	_, ok := parseDecimal(s, nil)
	return ok
}

// parseDecimal reads [+-]digits[.digits][E[+-]digits], appending its digits to
// buf. With buf nil it only checks. Exponents no double reaches are refused, so
// that no text makes a number of a billion digits.
func parseDecimal(s string, buf []byte) (d decimal, ok bool) {
	if len(s) > maxNumber {
		return d, false
	}
	i, seen, dot := 0, 0, false
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		d.neg = s[i] == '-'
		i++
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && !dot {
			dot = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		seen++
		switch {
		case c != '0' || len(buf) > 0:
			if buf != nil {
				buf = append(buf, c)
			}
			if !dot {
				d.point++
			}
		case dot:
			d.point--
		}
	}
	if seen == 0 {
		return d, false
	}
	if i < len(s) {
		exp, valid := parseExponent(s[i:])
		if !valid {
			return d, false
		}
		d.point += exp
	}
	d.digits = buf
	d.trim()
	return d, true
}

// parseExponent reads E, an optional sign and digits.
func parseExponent(s string) (exp int, ok bool) {
	if s[0] != 'E' && s[0] != 'e' {
		return 0, false
	}
	s = s[1:]
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		if exp = exp*10 + int(s[i]-'0'); exp > maxExponent {
			return 0, false
		}
	}
	if neg {
		exp = -exp
	}
	return exp, s != ""
}

// trim drops trailing zeros, which carry nothing.
func (d *decimal) trim() {
	n := len(d.digits)
	for n > 0 && d.digits[n-1] == '0' {
		n--
	}
	if d.digits = d.digits[:n]; n == 0 {
		d.point = 0
	}
}

// round keeps the first n digits, half away from zero. n may be negative.
func (d *decimal) round(n int) {
	if n >= len(d.digits) {
		return
	}
	if n < 0 || d.digits[n] < '5' {
		d.digits = d.digits[:max(n, 0)]
		d.trim()
		return
	}
	d.digits = d.digits[:n]
	for n > 0 && d.digits[n-1] == '9' {
		n--
	}
	d.digits = d.digits[:n]
	if n == 0 {
		d.digits = append(d.digits, '1')
		d.point++
		return
	}
	d.digits[n-1]++
}

// roundPlaces keeps n decimal places.
func (d *decimal) roundPlaces(n int) { d.round(d.point + n) }

// digit is the digit worth 10^place.
func (d *decimal) digit(place int) byte {
	if i := d.point - 1 - place; i >= 0 && i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// appendPlain appends the number without exponent or trailing zeros.
func (d *decimal) appendPlain(b []byte) []byte {
	if d.neg && len(d.digits) > 0 {
		b = append(b, '-')
	}
	for place := max(d.point-1, 0); place >= 0; place-- {
		b = append(b, d.digit(place))
	}
	if places := len(d.digits) - d.point; places > 0 {
		b = append(b, '.')
		for place := 1; place <= places; place++ {
			b = append(b, d.digit(-place))
		}
	}
	return b
}

// compare orders two numbers: negative, zero or positive as d is less than,
// equal to or greater than e.
func (d *decimal) compare(e *decimal) int {
	sign := func(d *decimal) int {
		switch {
		case len(d.digits) == 0:
			return 0
		case d.neg:
			return -1
		}
		return 1
	}
	s, t := sign(d), sign(e)
	if s != t || s == 0 {
		return s - t
	}
	if d.point != e.point {
		return s * (d.point - e.point)
	}
	for i := 0; i < len(d.digits) || i < len(e.digits); i++ {
		if a, b := d.digit(d.point-1-i), e.digit(d.point-1-i); a != b {
			return s * (int(a) - int(b))
		}
	}
	return 0
}
