package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/nfp"
)

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
	tokSlash // likewise
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
	if isGeneral(code) || utf8.RuneCountInString(code) > maxCode {
		return f
	}
	parser := nfp.NumberFormatParser()
	var parts []section
	for _, part := range parser.Parse(spell(code)) {
		parts = append(parts, newSection(part.Items))
	}
	n := len(parts)
	if n == 0 {
		return f // it had more than four
	}
	if n == 4 || parts[n-1].has(tokAt) {
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

// spell rewrites a code into the spelling nfp reads right. Left to itself nfp
// takes digits in quotes for placeholders and ##元 for a literal, knows neither
// the escape ! nor E-, and mixes up what stands before a point, a comma, a slash
// or a word. So every literal becomes escapes, one per character, paddings and
// fills go, and an empty "" before each piece of syntax ends whatever it follows.
func spell(code string) string {
	var b strings.Builder
	code = strings.ReplaceAll(code, "G/通用格式", "General")
	for code != "" {
		literal, rest := cutRune(code)
		switch n := syntax(code); {
		case n > 0:
			b.WriteString(`""` + strings.Replace(strings.ToLower(code[:n]), "e-", "e+", 1))
			literal, rest = "", code[n:]
		case literal == `"`:
			literal, rest, _ = strings.Cut(rest, `"`)
		case literal == `\`, literal == "!": // ! is the escape of Chinese and Japanese spreadsheets
			literal, rest = cutRune(rest)
		case literal == "_", literal == "*":
			literal = ""
			_, rest = cutRune(rest)
		case literal == "[":
			literal, rest, _ = strings.Cut(rest, "]")
			b.WriteString("[" + literal + "]")
			literal = ""
		}
		for _, r := range literal {
			b.WriteString(`\` + string(r))
		}
		code = rest
	}
	return b.String() + `""` // nfp trims spaces, escaped or not
}

func cutRune(s string) (first, rest string) {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n], s[n:]
}

// syntax is the length of what a code starts with, when that is a word, a sign or
// a run of one placeholder or date letter, and otherwise 0.
func syntax(code string) int {
	for _, word := range [...]string{"General", "AM/PM", "A/P", "上午/下午", "E+", "E-"} {
		if len(code) >= len(word) && strings.EqualFold(code[:len(word)], word) {
			return len(word)
		}
	}
	c, n := code[0]|0x20, 1 // lower case
	switch {
	case strings.IndexByte(".,%@/;", code[0]) >= 0:
		return 1
	case strings.IndexByte("0#?ymdhsabeg", c) < 0:
		return 0
	}
	for n < len(code) && code[n]|0x20 == c {
		n++
	}
	return n
}

// newSection makes a section of what nfp read. Colours, locales and digit shapes
// change nothing here.
func newSection(items []nfp.Token) (s section) {
	for i, item := range items {
		text := item.TValue
		switch item.TType {
		case nfp.TokenTypeLiteral:
			switch syntax := i > 0 && items[i-1].TValue == ""; {
			case syntax && text == ",":
				s.add(tokComma, text)
			case syntax && text == "/":
				s.add(tokSlash, text)
			case text != "":
				s.add(tokLiteral, text)
			}
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			for i := range text {
				s.add(tokDigit, text[i:i+1])
			}
		case nfp.TokenTypeDecimalPoint:
			s.add(tokPoint, text)
		case nfp.TokenTypePercent:
			s.percents++
			s.add(tokLiteral, text)
		case nfp.TokenTypeTextPlaceHolder:
			s.add(tokAt, text)
		case nfp.TokenTypeGeneral:
			s.add(tokGeneral, text)
		case nfp.TokenTypeExponential:
			s.unsupported = true
		case nfp.TokenTypeDateTimes:
			kind := tokDate
			if strings.Contains(text, "/") {
				kind = tokAMPM
			}
			s.date = true
			s.add(kind, text)
		case nfp.TokenTypeElapsedDateTimes:
			if unit := strings.ToLower(text); strings.Trim(unit, unit[:1]) == "" && strings.Contains("hms", unit[:1]) {
				s.date = true
				s.add(tokElapsed, unit)
			}
		case nfp.TokenTypeCurrencyLanguage:
			if strings.HasPrefix(text, "[$") && len(item.Parts) > 0 && item.Parts[0].Token.TType == nfp.TokenSubTypeCurrencyString {
				s.add(tokLiteral, item.Parts[0].Token.TValue)
			}
		case nfp.TokenTypeCondition:
			limit, ok := parseDecimal(item.Parts[1].Token.TValue, make([]byte, 0, 16))
			if ok {
				s.condition = &condition{item.Parts[0].Token.TValue, limit}
			}
		}
	}
	s.complete()
	return s
}

// add adds a token; literals side by side become one.
func (s *section) add(kind tokenKind, text string) {
	if n := len(s.tokens); kind == tokLiteral && n > 0 && s.tokens[n-1].kind == tokLiteral {
		s.tokens[n-1].text += text
		return
	}
	s.tokens = append(s.tokens, token{kind, text})
}

func (s *section) has(kind tokenKind) bool {
	for _, t := range s.tokens {
		if t.kind == kind {
			return true
		}
	}
	return false
}

// complete counts placeholders and settles what each comma means: between digits
// of the whole part it groups, behind the last digit it scales. A slash between
// digits makes a fraction.
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
		case tokSlash:
			fraction := digits && i+1 < len(s.tokens) && strings.ContainsAny(s.tokens[i+1].text, "0123456789#?")
			s.unsupported = s.unsupported || fraction
			t.kind = tokLiteral
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
