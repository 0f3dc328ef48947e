package workbook

import (
	"strings"
	"unicode/utf8"
)

// Codes are parsed here rather than with xuri/nfp, which reads digits inside
// quotes as placeholders ("附#0.0"0.00), ##元 as a literal, and knows no ! escape.

// formatCode is a parsed number format.
type formatCode struct {
	numbers     []section // positive, negative, zero; or by their conditions
	texts       *section  // the part with @, or the fourth; nil shows texts as they are
	conditional bool
}

// section is one part of a code between semicolons.
type section struct {
	tokens      []token
	condition   *condition
	wholes      int // digit placeholders before the point
	decimals    int // and after it
	percents    int
	scales      int  // trailing commas: each divides by a thousand
	grouped     bool // thousands separators
	date        bool
	general     bool // holds the word General
	unsupported bool // scientific or a fraction: shown as General
}

type tokenKind uint8

const (
	tokLiteral tokenKind = iota
	tokDigit             // one of 0 # ?
	tokPoint
	tokComma // gone once the section is complete
	tokAt
	tokGeneral
	tokDate    // a run of one letter, lower case: yyyy m d h ss
	tokElapsed // [h] [mm] [s]
	tokAMPM
)

type token struct {
	kind tokenKind
	text string
}

// condition is [<100] and the like.
type condition struct {
	op    string
	limit decimal
}

func (c *condition) holds(d *decimal) bool {
	n := d.compare(&c.limit)
	switch c.op {
	case "<":
		return n < 0
	case "<=":
		return n <= 0
	case ">":
		return n > 0
	case ">=":
		return n >= 0
	case "<>":
		return n != 0
	}
	return n == 0
}

// negative tells whether only negative numbers meet the condition, so that the
// section itself says how the sign is shown.
func (c *condition) negative() bool {
	below := c.limit.neg || len(c.limit.digits) == 0
	return c.op == "<" && below || c.op == "<=" && c.limit.neg
}

// parseFormat reads a number format code. Of one it cannot make sense of it
// makes no sections, so everything shows as General.
func parseFormat(code string) *formatCode {
	f := &formatCode{}
	if isGeneral(code) || len(code) > maxCode {
		return f
	}
	code = strings.ReplaceAll(code, "G/通用格式", "General")
	var parts []section
	for more := true; more; {
		var s section
		s, code, more = parseSection(code)
		parts = append(parts, s)
	}
	if len(parts) > 4 {
		return f
	}
	if n := len(parts); n == 4 || parts[n-1].has(tokAt) {
		f.texts = &parts[n-1]
		parts = parts[:n-1]
	}
	f.numbers = parts
	for i := range parts {
		f.conditional = f.conditional || parts[i].condition != nil
	}
	if len(parts) == 1 && parts[0].general && len(parts[0].tokens) == 1 {
		f.numbers = nil
	}
	return f
}

// parseSection reads up to a semicolon and gives what follows it, if one did.
func parseSection(code string) (s section, rest string, more bool) {
	for code != "" && code[0] != ';' {
		n := s.parseToken(code)
		code = code[min(n, len(code)):]
	}
	s.complete()
	if code == "" {
		return s, "", false
	}
	return s, code[1:], true
}

// parseToken adds the token at the start of code and gives its length.
func (s *section) parseToken(code string) int {
	_, size := utf8.DecodeRuneInString(code)
	after := code[size:]
	_, next := utf8.DecodeRuneInString(after)
	switch c := code[0]; c {
	case '"':
		n := strings.IndexByte(after, '"')
		if n < 0 {
			n = len(after)
		}
		s.literal(after[:n])
		return n + 2
	case '\\', '!': // ! is the escape of Chinese and Japanese spreadsheets
		s.literal(after[:next])
		return 1 + next
	case '_', '*': // padding, fill
		return 1 + next
	case '[':
		n := strings.IndexByte(after, ']')
		if n < 0 {
			n = len(after)
		}
		s.bracket(after[:n])
		return n + 2
	case '0', '#', '?':
		s.add(tokDigit, code[:1])
		return 1
	case '.':
		s.add(tokPoint, ".")
		return 1
	case ',':
		s.add(tokComma, ",")
		return 1
	case '%':
		s.percents++
		s.literal("%")
		return 1
	case '@':
		s.add(tokAt, "@")
		return 1
	case '/':
		s.literal("/")
		s.unsupported = s.unsupported || s.has(tokDigit) && after != "" && strings.IndexByte("0123456789?#", after[0]) >= 0
		return 1
	}
	switch {
	case hasPrefixFold(code, "General"):
		s.add(tokGeneral, "")
		return len("General")
	case hasPrefixFold(code, "AM/PM"), hasPrefixFold(code, "A/P"), strings.HasPrefix(code, "上午/下午"):
		s.date = true
		n := strings.IndexByte(code, '/') + 2
		if strings.HasPrefix(code, "上") {
			n = len("上午/下午")
		} else if code[1] != '/' {
			n = len("AM/PM")
		}
		s.add(tokAMPM, code[:n])
		return n
	case hasPrefixFold(code, "E+"), hasPrefixFold(code, "E-"):
		s.unsupported = true
		return 2
	case strings.IndexByte("yYmMdDhHsSaAbBeEgG", code[0]) >= 0:
		n := 1
		for n < len(code) && code[n]|0x20 == code[0]|0x20 {
			n++
		}
		s.date = true
		s.add(tokDate, strings.ToLower(code[:n]))
		return n
	}
	s.literal(code[:size])
	return size
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func (s *section) add(kind tokenKind, text string) {
	s.tokens = append(s.tokens, token{kind, text})
}

func (s *section) literal(text string) { s.add(tokLiteral, text) }

func (s *section) has(kind tokenKind) bool {
	for _, t := range s.tokens {
		if t.kind == kind {
			return true
		}
	}
	return false
}

// bracket reads what stands in brackets: a condition, a currency sign or a span
// of time. Colours, locales and digit shapes change nothing here.
func (s *section) bracket(in string) {
	op := in[:len(in)-len(strings.TrimLeft(in, "<>="))]
	switch {
	case op != "":
		if limit, ok := parseDecimal(strings.TrimSpace(in[len(op):]), make([]byte, 0, 16)); ok {
			s.condition = &condition{op, limit}
		}
	case strings.HasPrefix(in, "$"):
		sign, _, _ := strings.Cut(in[1:], "-")
		s.literal(sign)
	case in != "" && strings.Trim(strings.ToLower(in), in[:1]) == "" && strings.ContainsAny(in[:1], "hmsHMS"):
		s.date = true
		s.add(tokElapsed, strings.ToLower(in))
	}
}

// complete counts placeholders and settles what each comma means: between digits
// of the whole part it groups, behind the last digit it scales.
func (s *section) complete() {
	last := -1 // last digit placeholder
	for i, t := range s.tokens {
		if t.kind == tokDigit {
			last = i
		}
	}
	kept := s.tokens[:0]
	pointed, digits, commas := false, false, 0
	for i, t := range s.tokens {
		switch t.kind {
		case tokDigit:
			s.grouped = s.grouped || commas > 0 && !pointed
			digits, commas = true, 0
			if pointed {
				s.decimals++
			} else {
				s.wholes++
			}
		case tokPoint:
			if s.scales += commas; pointed || s.date {
				t = token{tokLiteral, "."}
			}
			pointed, commas = true, 0
		case tokComma:
			if digits && i > last {
				s.scales++
			} else if digits {
				commas++
			} else {
				kept = append(kept, token{tokLiteral, ","})
			}
			continue
		case tokGeneral:
			s.general = true
		}
		kept = append(kept, t)
	}
	s.tokens = kept
	s.unsupported = s.unsupported && !s.date
}

// shownDecimals is how many digits follow a point, be it only a literal one.
func (s *section) shownDecimals() int {
	if s.date || s.unsupported || s.general || s.wholes+s.decimals == 0 {
		return -1
	}
	after, digits := -1, false
	for _, t := range s.tokens {
		switch {
		case t.kind == tokPoint || t.kind == tokLiteral && t.text == "." && digits:
			if after < 0 {
				after = 0
			}
		case t.kind == tokDigit:
			if digits = true; after >= 0 {
				after++
			}
		}
	}
	return max(after, 0)
}
