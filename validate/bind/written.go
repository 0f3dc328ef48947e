package bind

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// How a code may be written, in a cell of its own, in front of a name or in
// brackets behind it. The text is normalized: blanks and quotation marks are
// gone, digits are half-width, 【 〔 （ are ( and every dash is -.
const (
	opening = "([{<《`´"                   // before it: [201]
	parting = "-.|/\\_·•・∙‧⋅,、:;~+"       // between its levels: 201.03.01, 301|01
	closing = ")]}>》`´" + parting + "=…→" // between it and the name: 201-一般公共服务支出
	ranking = "类款"                        // may part its levels too: 201类03款01项
)

// No mark of those begins with the byte with which Chinese characters begin.
const firstChinese, lastChinese = 0xe4, 0xe9

// hasRank says whether a text begins with one of ranking.
func hasRank(text string) bool {
	return strings.HasPrefix(text, "类") || strings.HasPrefix(text, "款")
}

// dittos stand for what the row above says.
var dittos = []string{"〃", "″", "々", "同上"}

// ranks may follow a code in its cell: 201类.
var ranks = []string{"类", "款", "项"}

// levels are the digits of the levels that marks may part.
var levels = [][]int{{3, 2}, {3, 2, 2}, {5, 2}}

// lengths are the digits of whole codes, zeros that fill them up included.
var lengths = []int{3, 5, 7}

// mostParts is more than a code has; what has more is none.
const mostParts = 4

// written is a code as it stands in a text.
type written struct {
	digits string // of every level written; "" where the text has no code
	proper bool   // marks part it at its levels, if they do: 2024-8-20 has digits enough and is no code
	guess  bool   // a level lost its zero: 201.3.1
	apart  bool   // brackets or marks set it apart
	rest   string // the text without it
}

// codeIn finds the code that a text is or begins with; one of three digits or
// more in brackets may also end it.
func codeIn(text string) written {
	if form.IsCode(text) {
		return written{digits: text, proper: true}
	}
	if text == "" {
		return written{}
	}
	if text[0] >= firstChinese && text[0] <= lastChinese {
		return codeBehind(text)
	}
	bare := strings.TrimLeft(text, opening)
	if bare == "" || !isDigit(bare[0]) {
		return codeBehind(text)
	}
	if whole := asInteger(bare); form.IsCode(whole) {
		return written{digits: whole, proper: true, apart: len(bare) < len(text)}
	}
	var room [mostParts]string
	parts, rest := partsOf(bare, room[:0])
	name := strings.TrimLeft(rest, closing)
	w := joined(parts, bare[:len(bare)-len(rest)])
	w.apart, w.rest = len(bare) < len(text) || len(name) < len(rest), name
	if slices.Contains(ranks, name) {
		w.rest = ""
	}
	if !form.IsCode(w.digits) || len(bare) < len(text) && len(w.digits) < lengths[0] {
		return written{} // without end, or the number of a line: (1)
	}
	return w
}

// partsOf cuts off the digits that a text begins with, level by level; parts is where
// they are put.
func partsOf(text string, parts []string) (_ []string, rest string) {
	for rest = text; len(parts) < mostParts; {
		n := leadingDigits(rest)
		parts = append(parts, rest[:n])
		rest = rest[n:]
		next := strings.TrimLeft(rest, parting+ranking)
		if next == rest || next == "" || !isDigit(next[0]) {
			break
		}
		rest = next
	}
	return parts, rest
}

// joined makes one code of its parts; whole is all of it as it is written.
func joined(parts []string, whole string) written {
	if number := asInteger(whole); form.IsCode(number) {
		return written{digits: number, proper: true}
	}
	w := written{digits: strings.Join(parts, "")}
	for _, sizes := range levels {
		if len(parts) != len(sizes) || len(parts[0]) != sizes[0] {
			continue
		}
		full, guess := parts[0], false
		for _, part := range parts[1:] {
			if len(part) == 1 {
				part, guess = "0"+part, true
			}
			full += part
		}
		if slices.Contains(lengths, len(full)) {
			w.digits, w.proper, w.guess = full, true, guess
		}
	}
	return w
}

// codeBehind finds a code in brackets at the end of a name.
func codeBehind(text string) written {
	end := len(text) - 1
	if text[end] != ')' && text[end] != ']' && text[end] != '}' {
		return written{}
	}
	open := strings.LastIndexAny(text[:end], "([{")
	if digits := text[open+1 : end]; open > 0 && form.IsCode(digits) && slices.Contains(lengths, len(digits)) {
		return written{digits: digits, proper: true, apart: true, rest: text[:open]}
	}
	return written{}
}

// inFront says whether the code stands before or behind a name: no date, note or
// number of a line does.
func (w written) inFront(text string) bool {
	return w.rest != "" && len(w.digits) >= lengths[0] && !strings.HasPrefix(w.rest, "年") && !form.SaysNothing(text)
}

// asInteger is a number without what a format for money or for science adds:
// 2,010,101.00, 2.0101E6.
func asInteger(text string) string {
	if text != "" && text[len(text)-1] >= utf8.RuneSelf {
		return text // a number and its name
	}
	if strings.ContainsAny(text, "eE") {
		if value, _, ok := amount.Stored(text); ok {
			text = amount.Plain(value)
		}
	}
	text = strings.TrimSuffix(text, ".")
	whole, decimals, _ := strings.Cut(text, ".")
	if strings.Trim(decimals, "0") != "" || strings.Trim(whole, "0") == "" {
		return text
	}
	if !strings.Contains(whole, ",") {
		return whole
	}
	parts := strings.Split(whole, ",")
	for i, part := range parts {
		if !form.IsCode(part) || i > 0 && len(part) != 3 || len(parts[0]) > 3 {
			return text
		}
	}
	return strings.Join(parts, "")
}

// numberText is what a cell of codes says that holds a number. What a format
// makes of a number is no part of a code, but its zeros in front are, and a
// date is none; 201.10 lost its last zero.
func numberText(c *document.Cell, shown string) string {
	if form.IsCode(shown) || strings.ContainsAny(shown, "-/:年月") {
		return shown
	}
	if value, _, ok := amount.Stored(c.Stored); ok && !value.IsZero() {
		return amount.Plain(value)
	}
	return shown
}

// withoutZeros is a code without the levels of zeros that fill it up: 201 for
// 2010000. No level of the classifications is numbered 00.
func withoutZeros(code string) string {
	if !slices.Contains(lengths, len(code)) {
		return code
	}
	for len(code) > lengths[0] && strings.HasSuffix(code, "00") {
		code = code[:len(code)-2]
	}
	return code
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// ofSentence says whether a mark is one that a note has and the name of an account has not.
func ofSentence(r rune) bool {
	switch r {
	case '。', '；', ';', ':', '!', '?':
		return true
	}
	return false
}

// isName says whether what stands beside a code may be the name of an account.
func isName(name string) bool {
	if name == "" || name[0] < utf8.RuneSelf || strings.IndexFunc(name, ofSentence) >= 0 {
		return false
	}
	return !slices.ContainsFunc(form.NotNames, func(s string) bool { return strings.HasPrefix(name, s) })
}
