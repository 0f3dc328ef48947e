package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suanqing/validate/amount"
)

// Normalize brings a printed label to the one spelling in which declarations
// are written: blanks removed, full-width ASCII made half-width, quotation
// marks dropped, brackets and dashes unified.
func Normalize(s string) string {
	if plain(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case r < 0x80:
			if r <= ' ' || r == '"' || r == '\'' {
				continue
			}
		case r >= 0x4e00 && r <= 0x9fff: // a Chinese character stays
		case r >= '！' && r <= '～':
			if r -= '！' - '!'; r == '"' || r == '\'' {
				continue
			}
		default:
			if r = punctuation(r); r < 0 {
				continue
			}
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}

// punctuation gives the one spelling of a mark, or -1 for one that is dropped.
func punctuation(r rune) rune {
	switch r {
	case '“', '”', '‘', '’', '「', '」', '『', '』', '〝', '〞':
		return -1
	case '〔', '【', '［', '〈':
		return '('
	case '〕', '】', '］', '〉':
		return ')'
	case '—', '–', '－', '―', '─', '−':
		return '-'
	case '．':
		return '.'
	case '︰':
		return ':'
	}
	if unicode.IsSpace(r) || amount.Invisible(r) {
		return -1
	}
	return r
}

// plain says whether s certainly needs no change.
func plain(s string) bool { return Look(s).Plain }

// Glance is what one look at each character of a text tells, normalized or not.
type Glance struct {
	Plain  bool // Normalize leaves it as it is, certainly: it has only letters and digits of ASCII, and Chinese characters
	Table  bool // it has a 表, as every title has
	Denies bool // it has a character one of which every statement of an empty form has
}

// Look takes a glance at a text. Chinese characters are U+4E00 to U+9FFF, E4 B8 80 to E9 BF
// BF in UTF-8.
func Look(s string) (g Glance) {
	g.Plain = true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c > ' ' && c < 0x7f && c != '"' && c != '\'':
			g.Denies = g.Denies || isNegation(rune(c))
		case c >= 0xe4 && c <= 0xe9 && i+2 < len(s) && (c > 0xe4 || s[i+1] >= 0xb8) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			r := rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			g.Table, g.Denies = g.Table || r == '表', g.Denies || isNegation(r)
			i += 2
		default:
			g.Plain = false
		}
	}
	return g
}

// mostSaid is how many characters of a text a message repeats.
const mostSaid = 100

// Clip shortens a text that a report repeats: a cell may hold a whole book.
func Clip(s string) string {
	if len(s) <= mostSaid {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > mostSaid {
			return s[:i] + "…"
		}
	}
	return s
}

const arabicDigits = "0123456789"

func isChineseDigit(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// StripOrdinal removes what numbers a label in front: 一、 (一) 1. ①, and
// 其中: 加: 减:. The label is normalized.
func StripOrdinal(s string) string {
	for {
		was := s
		for _, prefix := range asides {
			s = strings.TrimPrefix(s, prefix)
		}
		s = stripNumber(s)
		if s == was {
			return s
		}
	}
}

// stripNumber removes one number with its mark: 十二、 (3) 4.
func stripNumber(s string) string {
	rest, open := strings.CutPrefix(s, "(")
	tail := skipDigits(rest)
	if tail == rest {
		if r, size := utf8.DecodeRuneInString(s); r >= '①' && r <= '⑳' {
			return s[size:]
		}
		return s
	}
	if open {
		t, ok := strings.CutPrefix(tail, ")")
		if t = strings.TrimPrefix(t, "、"); ok && t != "" {
			return t
		}
		return s
	}
	for _, mark := range []string{"、", ".", ",", ":"} {
		if t, ok := strings.CutPrefix(tail, mark); ok && t != "" {
			return t
		}
	}
	return s
}

// skipDigits skips a number, Chinese or Arabic.
func skipDigits(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 {
		return s[n:]
	}
	for {
		r, size := utf8.DecodeRuneInString(s)
		if !isChineseDigit(r) {
			return s
		}
		s = s[size:]
	}
}

// YearOf gives the year that a normalized header begins with, such as
// 2023年度决算数; 0 for none, and for a balance, which the year is a part of:
// 2022年结转和结余 is carried into 2023.
func YearOf(s string) int {
	if n := yearLength(s); n == 0 || strings.Contains(s, "结转") || strings.Contains(s, "结余") {
		return 0
	}
	return 2000 + int(s[2]-'0')*10 + int(s[3]-'0')
}

// StripYear removes the year that a header begins with. A text that is nothing
// but a year stays.
func StripYear(s string) string {
	if n := yearLength(s); YearOf(s) != 0 && n < len(s) {
		return s[n:]
	}
	return s
}

// yearLength is how many bytes of a text the year takes that it begins with.
func yearLength(s string) int {
	const digits = len("20xx")
	if len(s) <= digits || s[:2] != "20" || skipDigits(s) != s[digits:] {
		return 0
	}
	for _, mark := range []string{"年度", "年"} {
		if strings.HasPrefix(s[digits:], mark) {
			return digits + len(mark)
		}
	}
	return 0
}

// StripRemark removes a bracketed remark at the end: 使用非财政拨款结余(含专用结余).
// A label that is nothing but a bracket stays.
func StripRemark(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	if i := strings.LastIndexByte(s, '('); i > 0 {
		return s[:i]
	}
	return s
}
