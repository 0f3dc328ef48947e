package amount

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scan goes over the characters of a figure, full-width ones brought to half
// width and blanks passed over.
type scan struct {
	text  string // from the next character on
	size  int    // bytes it takes
	r     rune   // the next character; -1 at the end
	wide  bool   // it is full-width
	short bool   // it is a dash as short as a minus
	gap   bool   // a blank stands before it
	line  bool   // and a new line
}

func newScan(text string) scan {
	s := scan{text: text}
	s.next()
	return s
}

// next goes on to the next character.
func (s *scan) next() {
	s.text = s.text[s.size:]
	s.gap, s.line, s.wide = false, false, false
	for s.text != "" {
		if c := s.text[0]; c > ' ' && c < utf8.RuneSelf {
			s.r, s.size, s.short = rune(c), 1, true
			return
		}
		s.r, s.size = utf8.DecodeRuneInString(s.text)
		switch {
		case s.r == '\n', s.r == '\r', s.r == '\v', s.r == '\f', s.r == '\u0085', s.r == '\u2028', s.r == '\u2029':
			s.line = true
			s.gap = true
		case unicode.IsSpace(s.r):
			s.gap = true
		case !Invisible(s.r):
			s.narrow()
			return
		}
		s.text = s.text[s.size:]
	}
	s.r, s.size = -1, 0
}

// narrow brings the next character to half width.
func (s *scan) narrow() {
	s.short = s.r == '－' || s.r == '−' || s.r == '–' || s.r == '‐' || s.r == '‑' || s.r == '﹣'
	switch {
	case s.r >= '！' && s.r <= '～': // full-width ASCII
		s.r, s.wide = s.r-'！'+'!', true
	case s.r == '。':
		s.r, s.wide = '.', true
	}
}

// Invisible says whether a character takes no room and says nothing: blanks without a
// width, and marks that a text goes from left to right, which come along when one is
// copied. Those that turn it round change what is read.
func Invisible(r rune) bool {
	switch {
	case r < '\u00ad':
		return false
	case r >= '\u200b' && r <= '\u200e', r == '\u202a', r == '\u202c', r == '\u202d', r >= '\u2060' && r <= '\u2064', r == '\u2066', r == '\u2069':
		return true
	}
	return r == '\u00ad' || r == '\ufeff'
}

func (s *scan) isDigit() bool { return s.r >= '0' && s.r <= '9' }

func (s *scan) in(set string) bool { return s.r >= 0 && strings.ContainsRune(set, s.r) }

func (s *scan) isDash() bool {
	return s.r == '-' || s.r > utf8.RuneSelf && s.in("—–―─−‐‑﹣")
}

// currency takes a name of the currency of those ways that are not past.
func (s *scan) currency(past *int) bool {
	for way := *past; way < len(currencies); way++ {
		for _, name := range currencies[way] {
			if len(s.text) >= len(name) && strings.EqualFold(s.text[:len(name)], name) {
				s.size, *past = len(name), way+1
				s.next()
				return true
			}
		}
	}
	return false
}

// digits reads the digits of a figure, with what parts them: groups of three by
// one and the same mark, one point.
func (s *scan) digits(digits []byte, p *Printed) ([]byte, bool) {
	var (
		by      rune // parts the groups
		group   int  // digits since the last mark
		point   bool
		between bool // the last character was a digit
	)
	part := func(mark rune) bool {
		ok := !point && (by == 0 && group >= 1 && group <= 3 || by == mark && group == 3)
		by, group = mark, 0
		return ok
	}
	for first := true; ; first = false {
		inner := s.gap && !first
		if s.isDigit() && inner && between && !part(' ') || s.isDigit() && inner && s.line {
			return nil, false
		}
		switch {
		case s.isDigit():
			if len(digits) == maxDigits {
				return nil, false
			}
			digits = append(digits, byte(s.r))
			if group++; point {
				p.Places++
			}
		case s.r == '.' && !point && (by == 0 || group == 3):
			point = true
		case s.in(groupings) && (s.r == ',' || p.Form&Quoted == 0) && !point:
			mark := rune('\'')
			if s.r == ',' {
				mark = ','
			}
			if !part(mark) {
				return nil, false
			}
			p.Form |= Separators
		default:
			return digits, (!point || p.Places > 0) && (by == 0 || point || group == 3)
		}
		if inner {
			p.Form |= Spaces
		}
		if s.wide {
			p.Form |= FullWidth
		}
		between = s.isDigit()
		s.next()
	}
}

// rest appends what is left, dashes as minus; ok is false where that is more than
// may stand around a figure.
func (s *scan) rest(b []byte) (word string, ok bool) {
	for ; s.r >= 0; s.next() {
		if len(b)+utf8.UTFMax > maxAround {
			return "", false
		}
		switch {
		case s.isDash():
			b = append(b, '-')
		default:
			b = utf8.AppendRune(b, s.r)
		}
	}
	return string(b), true
}
