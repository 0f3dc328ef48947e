package amount

import "strings"

// Form is how a figure is written, beyond its digits.
type Form uint8

const (
	Separators    Form = 1 << iota // 1,234.56
	FullWidth                      // １２３．４５
	Spaces                         // blanks among the digits: 1 234.56
	Parenthesised                  // (25.00) for a negative
	MinusBehind                    // 25.00-, likewise
	Quoted                         // '25.00
	Currency                       // ￥25.00, 人民币25.00
	UnitBehind                     // 25.00元
)

// Printed is a figure as a cell prints it.
type Printed struct {
	Value  Amount
	Places int32 // decimals printed
	Form   Form
	Unit   Unit // that stands behind it; the figure is not converted
}

const (
	// maxDigits bounds what is read as a figure: the public accounts of all
	// provinces together need 17 digits in 分.
	maxDigits = 30
	// maxAround bounds, in bytes, what may stand behind a figure or say "none".
	maxAround = 36
)

// nothing lists the marks a form prints for "none", besides dashes. They are an
// exact nothing, unlike a printed zero, which may stand for a few 元.
var nothing = []string{"/", "\\", "*", "无", "零", "〇"}

// currencies lists what names the currency in front of a figure: by a word, by a
// sign, or by both in this order.
var currencies = [2][]string{{"人民币", "RMB", "CNY"}, {"¥", "￥"}}

// quotes are what is typed in front to have a spreadsheet take a figure as text,
// and stays visible when it is not typed there; and quotation marks around it.
const quotes = "'’‘`′\"“”"

// footnotes are the signs of footnotes that a figure may have behind it.
const footnotes = "*※①②③④⑤⑥⑦⑧⑨⑩"

// groupings are the marks that may part a figure into groups of three. A blank
// does so as well.
const groupings = ",'’"

// IsNothing says whether text, as printed, is a mark for "none": —, -, /, 无, 零.
func IsNothing(text string) bool {
	if text == "" || text[0] >= '0' && text[0] <= '9' {
		return false
	}
	var buf [maxAround]byte
	s := newScan(text)
	word, ok := s.rest(buf[:0])
	if !ok || word == "" {
		return false
	}
	word = unquote(word)
	for _, names := range currencies {
		for _, name := range names {
			word = strings.TrimPrefix(word, name)
		}
	}
	if n := strings.IndexAny(word, "元万亿百千"); n > 0 {
		if _, ok := UnitNamed(word[n:]); ok {
			word = word[:n]
		}
	}
	if word == "" {
		return false
	}
	if strings.Trim(word, "-一") == "" {
		return true
	}
	for _, mark := range nothing {
		if word == mark {
			return true
		}
	}
	return false
}

// unquote takes the quotation marks around a word away.
func unquote(word string) string {
	if bare := strings.TrimLeft(word, quotes); bare != word {
		return strings.TrimRight(bare, quotes)
	}
	return word
}

// longest is how many bytes a figure may have, blanks included: nobody reads one that is
// longer, and a sheet may have millions of them.
const longest = 400

// Parse reads a printed figure. ok is false when the text is not a figure, or
// not clearly one: 1.677,91 and 1,67.91 may be anything.
func Parse(text string) (p Printed, ok bool) {
	if len(text) > longest {
		return Printed{}, false
	}
	s := newScan(text)
	f := front{}
	if !f.read(&s, &p) {
		return Printed{}, false
	}
	var buf [maxDigits]byte
	digits, ok := s.digits(buf[:0], &p)
	if !ok {
		return Printed{}, false
	}
	if ends := s.r < 0; ends && f.open || !ends && !f.behind(&s, &p) {
		return Printed{}, false
	}
	if p.Value, ok = fromDigits(digits, p.Places); f.negative {
		p.Value = p.Value.Neg()
	}
	return p, ok
}

// front is what stands in front of the digits.
type front struct {
	signed   bool // a sign or a bracket
	negative bool
	open     bool // a bracket
	named    int  // of the ways to name the currency, those that are past
}

// read reads all up to the first digit, or to the point in front of it.
func (f *front) read(s *scan, p *Printed) bool {
	for first := true; ; first = false {
		switch {
		case s.isDigit() || s.r == '.': // databases export .91
			return true
		case first && s.r == '=' && strings.HasPrefix(s.text, `="`): // an export's way to have 0012 kept
			p.Form |= Quoted
			s.next()
		case first && s.in(quotes):
			p.Form |= Quoted
		case s.r == '+' && !f.signed:
			f.signed = true
		case (s.isDash() || s.r == '负') && !f.signed:
			f.signed, f.negative = true, true
		case s.r == '(' && !f.signed:
			f.signed, f.negative, f.open = true, true, true
			p.Form |= Parenthesised
		case s.currency(&f.named):
			p.Form |= Currency
			continue // it has gone on
		default:
			return false
		}
		if s.wide && !s.in(quotes) {
			p.Form |= FullWidth
		}
		s.next()
	}
}

// behind reads all from the last digit on: the bracket that ends a negative, the
// unit, a minus, a quotation mark, footnotes.
func (f *front) behind(s *scan, p *Printed) bool {
	var buf [maxAround]byte
	minus, wide := s.isDash() && s.short, s.wide
	word, ok := s.rest(buf[:0])
	word = strings.TrimRight(word, footnotes)
	if p.Form&Quoted != 0 {
		word = strings.TrimRight(word, quotes)
	}
	switch {
	case !ok:
		return false
	case f.open:
		unit, after, closed := strings.Cut(word, ")")
		if word = unit + after; !closed || unit != "" && after != "" {
			return false
		}
		if wide {
			p.Form |= FullWidth
		}
	case word == "-" && minus && !f.signed:
		f.negative = true
		p.Form |= MinusBehind
		return true
	case len(word) > 2 && word[0] == '(' && word[len(word)-1] == ')':
		word = word[1 : len(word)-1]
	}
	if word == "" {
		return true
	}
	p.Form |= UnitBehind
	p.Unit, ok = UnitNamed(word)
	return ok
}
