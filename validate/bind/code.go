package bind

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suanqing/validate/form"
)

// codeContext remembers the codes above, for rows that print only the last
// level's digits.
type codeContext struct{ class, section string }

// groups are the digits of the levels that marks may part: 201-01-01, 301|01.
var groups = [][]int{{3, 2}, {3, 2, 2}, {5, 2}}

// marks may part the levels of a code.
const marks = "|-."

// sentence are marks that a note has and the name of an account has not.
const sentence = "。；;:!?"

// read reads the code and name of a coded row from its key cells: in one cell,
// split over 类 款 项, or in front of the name. Notes follow the table, page
// numbers and dates too: what is no whole code in a cell of its own, with
// neither a name nor a figure beside it, is one of those.
func (ctx *codeContext) read(r *Row, l *lane, texts []string, f *form.Form, figures func() bool) bool {
	code, level, name := "", -1, ""
	whole, parted := true, true // in a cell of its own; its levels parted as they should be
	for k, text := range texts {
		digits, proper := codeDigits(text)
		switch {
		case text == "":
		case form.IsCode(digits):
			if len(digits) == 1 && k > 0 {
				digits = "0" + digits // 款 or 项 as a number lost its zero
			}
			if code != "" && strings.HasPrefix(digits, code) {
				code = digits // each level repeats the one above
			} else {
				code += digits
			}
			level, parted = k, parted && proper
		default:
			if d := leadingDigits(text); code == "" && d >= 3 && !isRemark(text, d) {
				code, text, level, whole = text[:d], strings.TrimLeft(text[d:], "-.、:"), 0, false
			}
			name += text
			r.NameAt.Col = l.keys[k]
		}
	}
	if !form.IsCode(code) {
		return false // none, or one of digits without end
	}
	key := ctx.complete(code, level)
	r.Malformed = !parted || !f.WellFormed(key)
	if (r.Malformed || !whole) && !isName(name) && !figures() {
		return false
	}
	r.Key, r.Code, r.Name = key, code, form.Clip(name)
	switch len(key) {
	case 3:
		ctx.class, ctx.section = key, ""
	case 5:
		ctx.class, ctx.section = key[:3], key
	case 7:
		ctx.class, ctx.section = key[:3], key[:5]
	}
	return true
}

// codeDigits are the digits of a cell that holds nothing but a code. proper says
// whether marks part it at its levels, if they do: 2024-8-20 has digits enough
// and is no code. The cell may be a number that is shown as money.
func codeDigits(text string) (digits string, proper bool) {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return "", false
	}
	text = asInteger(text)
	if form.IsCode(text) {
		return text, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(marks, r) })
	proper = slices.ContainsFunc(groups, func(sizes []int) bool {
		return slices.EqualFunc(parts, sizes, func(part string, size int) bool { return len(part) == size })
	})
	return strings.Join(parts, ""), proper
}

// asInteger is a number without what a format for money adds: 2,010,101.00.
func asInteger(text string) string {
	whole, decimals, _ := strings.Cut(text, ".")
	if strings.Trim(decimals, "0") != "" || strings.Trim(whole, "0") == "" {
		return text
	}
	parts := strings.Split(whole, ",")
	for i, part := range parts {
		if !form.IsCode(part) || i > 0 && len(part) != 3 || len(parts) > 1 && len(parts[0]) > 3 {
			return text
		}
	}
	return strings.Join(parts, "")
}

// isRemark says whether a text whose first digits are no code is a note.
func isRemark(text string, digits int) bool {
	rest := text[digits:]
	return strings.HasPrefix(rest, "年") || form.SaysNothing(text)
}

// isName says whether what stands beside a code may be the name of an account.
func isName(name string) bool {
	name = strings.TrimLeft(name, marks)
	if name == "" || name[0] < utf8.RuneSelf || strings.ContainsAny(name, sentence) {
		return false
	}
	return !slices.ContainsFunc(form.NotNames, func(s string) bool { return strings.HasPrefix(name, s) })
}

// complete puts the levels above before a code that prints only its own digits.
func (ctx *codeContext) complete(code string, level int) string {
	switch {
	case len(code) == 2 && level == 1 && ctx.class != "", len(code) == 4 && ctx.class != "" && level == 2:
		return ctx.class + code
	case len(code) == 2 && level == 2 && ctx.section != "":
		return ctx.section + code
	}
	return code
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
