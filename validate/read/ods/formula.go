package ods

import "strings"

// fromOpenFormula is a formula as it stands in an .xlsx, without "=": of:=SUM([.A1:.B2];[$表.C3])
// is SUM(A1:B2,'表'!C3). What has no such form is left as it is, and nobody computes it.
func fromOpenFormula(s string) string {
	prefix, body, found := strings.Cut(s, "=")
	if !found {
		return ""
	}
	if prefix = strings.TrimSpace(prefix); prefix == "msoxl:" || strings.IndexByte(body, '[') < 0 && prefix == "" {
		return body
	}
	var b strings.Builder
	for body != "" {
		n := strings.IndexAny(body, `"[;~`)
		if n < 0 {
			break
		}
		b.WriteString(body[:n])
		c, rest := body[n], body[n+1:]
		switch c {
		case '"': // a doubled quote is two quoted pieces
			text, after, _ := strings.Cut(rest, `"`)
			b.WriteString(`"` + text + `"`)
			rest = after
		case '[':
			end := bracket(rest)
			b.WriteString(reference(rest[:end]))
			rest = strings.TrimPrefix(rest[end:], "]")
		default: // arguments, and ranges taken together, are both parted by a comma
			b.WriteByte(',')
		}
		body = rest
	}
	b.WriteString(body)
	return b.String()
}

// bracket is where the bracket ends that s stands in: a sheet's name may hold one.
func bracket(s string) int {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '\'':
			quoted = !quoted
		case s[i] == ']' && !quoted:
			return i
		}
	}
	return len(s)
}

// reference is what stands in brackets: .A1, .A1:.B2, $表.A1, $'表 二'.A1:.B2.
func reference(s string) string {
	if strings.Contains(s, "#REF!") {
		return "#REF!"
	}
	sheet, from, ok := cutSheet(s)
	from, to, area := strings.Cut(from, ":")
	if !ok || strings.ContainsRune(sheet, '#') { // of another file
		return "[" + s + "]"
	}
	if sheet != "" {
		if sheet = strings.TrimPrefix(sheet, "$"); sheet[:1] != "'" {
			sheet = "'" + sheet + "'"
		}
		from = sheet + "!" + from
	}
	if !area {
		return from
	}
	if _, to, ok = cutSheet(to); !ok {
		return "[" + s + "]"
	}
	return from + ":" + to
}

// cutSheet cuts what names a sheet off a reference, up to the point behind it.
func cutSheet(s string) (sheet, rest string, ok bool) {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '\'':
			quoted = !quoted
		case s[i] == '.' && !quoted:
			if sheet = s[:i]; sheet == "$" {
				return "", "", false
			}
			return sheet, s[i+1:], true
		}
	}
	return "", "", false
}
