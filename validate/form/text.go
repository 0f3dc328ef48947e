package form

import (
	"strings"
	"unicode"
)

// Normalize brings a printed label to the one spelling in which declarations
// are written: blanks removed, full-width ASCII made half-width, quotation
// marks dropped, brackets and dashes unified.
func Normalize(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u00ad':
			continue
		case strings.ContainsRune("“”‘’「」『』\"'＂＇〝〞", r):
			continue
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case r == '〔' || r == '【' || r == '［' || r == '〈':
			r = '('
		case r == '〕' || r == '】' || r == '］' || r == '〉':
			r = ')'
		case r == '—' || r == '–' || r == '－' || r == '―' || r == '─' || r == '−':
			r = '-'
		case r == '．':
			r = '.'
		case r == '︰':
			r = ':'
		}
		if r == '"' || r == '\'' {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plain says whether s needs no change: letters and digits of ASCII only.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c <= ' ' || c >= 0x7f || c == '"' || c == '\'' {
			return false
		}
	}
	return true
}

const (
	chineseDigits = "一二三四五六七八九十"
	arabicDigits  = "0123456789"
)

// StripOrdinal removes what numbers a label in front: 一、 (一) 1. ①, and
// 其中: 加: 减:. The label is normalized.
func StripOrdinal(s string) string {
	for {
		was := s
		for _, prefix := range []string{"其中:", "加:", "减:", "*", "△", "▲"} {
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
	for _, r := range s {
		if r >= '①' && r <= '⑳' {
			return s[len(string(r)):]
		}
		break
	}
	open := strings.HasPrefix(s, "(")
	rest := strings.TrimPrefix(s, "(")
	tail := strings.TrimLeft(rest, chineseDigits)
	if tail == rest {
		tail = strings.TrimLeft(rest, arabicDigits)
	}
	if tail == rest {
		return s
	}
	marks := []string{"、", ".", ",", ":"}
	if open {
		marks = []string{")、", ")"}
	}
	for _, m := range marks {
		if t, ok := strings.CutPrefix(tail, m); ok && t != "" {
			return t
		}
	}
	return s
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
