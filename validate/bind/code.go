package bind

import (
	"strings"

	"suanqing/validate/form"
)

// codeContext remembers the codes above, for rows that print only the last
// level's digits.
type codeContext struct{ class, section string }

// codeMarks may part the levels of a code: 301|01.
var codeMarks = strings.NewReplacer("|", "", "-", "", ".", "")

// read reads the code and name of a coded row from its key cells: in one cell,
// split over 类 款 项, or in front of the name.
func (ctx *codeContext) read(r *Row, l *lane, texts []string, keying form.Keying) bool {
	code, level, name := "", -1, ""
	for k, text := range texts {
		digits := codeMarks.Replace(text)
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
			level = k
		default:
			if d := leadingDigits(text); code == "" && d >= 3 {
				code, text, level = text[:d], strings.TrimLeft(text[d:], "-.、:"), 0
			}
			name += text
			r.NameAt.Col = l.keys[k]
		}
	}
	if !form.IsCode(code) {
		return false // none, or one of digits without end
	}
	r.Code, r.Name = code, form.Clip(name)
	code = ctx.complete(code, level)
	r.Key = code
	r.Malformed = !wellFormed(code, keying)
	switch len(code) {
	case 3:
		ctx.class, ctx.section = code, ""
	case 5:
		ctx.class, ctx.section = code[:3], code
	case 7:
		ctx.class, ctx.section = code[:3], code[:5]
	}
	return true
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

// wellFormed says whether a code has the digits its classification allows:
// functional 3, 5 or 7, economic 3 or 5.
func wellFormed(code string, keying form.Keying) bool {
	switch len(code) {
	case 3, 5:
		return true
	case 7:
		return keying == form.ByFunctional
	}
	return false
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
