package document

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/xuri/nfp"
)

// formatCode is a parsed number format.
type formatCode struct {
	numbers     []section // positive, negative, zero; or by their conditions
	texts       *section  // the part with @, or the fourth; nil shows texts as they are
	conditional bool
	fixed       int8 // see Format.Fixed; -1 for none
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
// or a word. So literals become escapes, one per character, paddings and fills
// go, and an empty "" before each piece of syntax ends whatever it follows.
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
			in, after, _ := strings.Cut(rest, "]")
			if literal, rest = "", after; in != "" {
				b.WriteString("[" + in + "]")
			}
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

// syntax is the length of the word, the sign or the run of one date letter that a
// code starts with; 0 when it starts with anything else.
func syntax(code string) int {
	for _, word := range [...]string{"General", "AM/PM", "A/P", "上午/下午", "E+", "E-"} {
		if len(code) >= len(word) && strings.EqualFold(code[:len(word)], word) {
			return len(word)
		}
	}
	switch c := code[0]; {
	case strings.IndexByte("0#?.,%@;", c) >= 0:
		return 1
	case c == '/' && len(code) > 1 && strings.IndexByte("0123456789#?", code[1]) >= 0:
		return 1 // of a fraction
	case strings.IndexByte("ymdhsabeg", c|0x20) >= 0:
		return len(code) - len(strings.TrimLeft(code, string([]byte{c | 0x20, c &^ 0x20})))
	}
	return 0
}

// newSection makes a section of what nfp read. A comma between digits of the whole
// part groups them, one behind the last digit scales. Colours, locales and digit
// shapes change nothing here.
func newSection(items []nfp.Token) (s section) {
	pointed, commas := false, 0
	for i, item := range items {
		text := item.TValue
		switch item.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			s.add(tokDigit, text)
			if pointed {
				s.decimals++
			} else {
				s.wholes++
				s.grouped = s.grouped || commas > 0
			}
			commas = 0
		case nfp.TokenTypeDecimalPoint:
			if pointed {
				s.add(tokLiteral, text)
			} else {
				s.add(tokPoint, text)
			}
			s.scales += commas
			pointed, commas = true, 0
		case nfp.TokenTypeLiteral:
			syntax := i > 0 && items[i-1].TValue == "" && s.wholes+s.decimals > 0
			if syntax && text == "," {
				commas++
				continue
			}
			s.unsupported = s.unsupported || syntax && text == "/"
			s.add(tokLiteral, text)
		case nfp.TokenTypePercent:
			s.percents++
			s.add(tokLiteral, text)
		case nfp.TokenTypeTextPlaceHolder:
			s.add(tokAt, text)
		case nfp.TokenTypeGeneral:
			s.general = true
			s.add(tokGeneral, text)
		case nfp.TokenTypeExponential:
			s.unsupported = true
		case nfp.TokenTypeDateTimes:
			s.date = true
			if strings.Contains(text, "/") {
				s.add(tokAMPM, text)
			} else {
				s.add(tokDate, text)
			}
		case nfp.TokenTypeElapsedDateTimes:
			if unit := strings.ToLower(text); strings.Trim(unit, unit[:1]) == "" && strings.Contains("hms", unit[:1]) {
				s.date = true
				s.add(tokElapsed, unit)
			}
		case nfp.TokenTypeCurrencyLanguage:
			if len(item.Parts) > 0 && item.Parts[0].Token.TType == nfp.TokenSubTypeCurrencyString && strings.HasPrefix(text, "[$") {
				s.add(tokLiteral, item.Parts[0].Token.TValue)
			}
		case nfp.TokenTypeCondition:
			if limit, ok := parseDecimal(item.Parts[1].Token.TValue, make([]byte, 0, 16)); ok {
				s.condition = &condition{item.Parts[0].Token.TValue, limit}
			}
		}
	}
	s.scales += commas
	s.unsupported = s.unsupported && !s.date
	return s
}

// add adds a token; literals side by side become one.
func (s *section) add(kind tokenKind, text string) {
	if n := len(s.tokens); kind == tokLiteral && n > 0 && s.tokens[n-1].kind == tokLiteral {
		s.tokens[n-1].text += text
	} else if text != "" {
		s.tokens = append(s.tokens, token{kind, text})
	}
}

func (s *section) has(kind tokenKind) bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.kind == kind })
}

// shownDecimals is how many digits follow a point, be it only a literal one.
func (s *section) shownDecimals() int {
	if s.date || s.unsupported || s.general || s.wholes+s.decimals == 0 {
		return -1
	}
	if literal := s.literalPoint(); literal >= 0 {
		return s.digitsFrom(literal)
	}
	return s.decimals
}

// literalPoint is the token that is a point in writing only, between the digits
// of a section that has no other: 0!.0, shows tenths of what it stores. −1 for
// none.
func (s *section) literalPoint() int {
	digits := false
	for i, t := range s.tokens {
		switch t.kind {
		case tokPoint:
			return -1
		case tokDigit:
			digits = true
		case tokLiteral:
			if digits && t.text[0] == '.' {
				return i
			}
		}
	}
	return -1
}

// digitsFrom counts the digits behind a token.
func (s *section) digitsFrom(token int) (n int) {
	for _, t := range s.tokens[token:] {
		if t.kind == tokDigit {
			n++
		}
	}
	return n
}

// fixedPlaces is how many places a code of plain digits shows: 0.00, #,##0.00;
// -1 for every other.
func (c *formatCode) fixedPlaces() int8 {
	if len(c.numbers) != 1 || c.conditional {
		return -1
	}
	s := &c.numbers[0]
	if s.date || s.unsupported || s.general || s.percents > 0 || s.scales > 0 || s.condition != nil || s.wholes == 0 {
		return -1
	}
	point := false
	for _, t := range s.tokens {
		switch {
		case t.kind == tokPoint:
			point = true
		case t.kind != tokDigit || point && t.text != "0":
			return -1
		}
	}
	return int8(min(s.decimals, 100))
}

// formats keeps parsed codes from file to file: reports share a handful, and
// parsing one takes as long as showing a hundred cells.
var formats = formatCache{parsed: map[string]*formatCode{}}

// mostFormats bounds the cache; a file of hostile codes empties it.
const mostFormats = 256

type formatCache struct {
	mu     sync.Mutex
	parsed map[string]*formatCode
}

func (c *formatCache) get(code string) *formatCode {
	c.mu.Lock()
	defer c.mu.Unlock()
	f := c.parsed[code]
	if f == nil {
		if len(c.parsed) == mostFormats {
			clear(c.parsed)
		}
		f = parseFormat(code)
		f.fixed = f.fixedPlaces()
		c.parsed[strings.Clone(code)] = f // not a piece of the file's text
	}
	return f
}
