package bind

import (
	"slices"
	"strings"

	"suanqing/validate/form"
)

// codeContext remembers the codes above, for rows that print only the last
// level's digits.
type codeContext struct {
	class, section string
	first          int // the key cell that classes stand in: the name may be before it
}

// keyCells is what the key cells of a coded row come to.
type keyCells struct {
	code   string // of the cells that hold nothing else
	proper bool
	guess  bool
	level  int     // the last cell that holds digits of it
	beside written // in front of the name or behind it
	name   string
	nameAt int // its cell; -1 for none
}

// read reads the code and name of a coded row from its key cells: in one cell,
// split over 类 款 项, or with the name. Notes follow the table, page numbers and
// dates too: what is no whole code in a cell of its own, with neither a name nor
// a figure beside it, is one of those.
func (ctx *codeContext) read(r *Row, e *entry, f *form.Form) bool {
	k := ctx.cells(e.texts)
	whole, sure := k.code != "", !k.guess
	switch {
	case whole:
		k.code = ctx.complete(k.code, k.level-ctx.first)
		k.keepName(e.texts)
	default:
		k.code, k.proper, sure = k.beside.digits, k.beside.proper, !k.beside.guess
	}
	if !form.IsCode(k.code) {
		return false // none, or one of digits without end
	}
	r.Malformed = !k.proper || !f.WellFormed(k.code)
	named := isName(k.name) && (whole || !r.Malformed || k.proper && !k.beside.apart) // (2023)5号, 2024-8-20编制
	if (r.Malformed || !whole || !sure) && !named && !e.holds() {
		return false
	}
	r.Key, r.Code, r.Name = k.code, k.code, form.Clip(k.name)
	if k.nameAt >= 0 {
		r.NameAt.Col = e.lane.keys[k.nameAt]
	}
	if whole && k.beside.digits != k.code {
		r.Beside = k.beside.digits
	}
	ctx.enter(k.code)
	return true
}

// cells reads the key cells of a row.
func (ctx *codeContext) cells(texts []string) keyCells {
	k := keyCells{proper: true, nameAt: -1}
	for i, text := range texts {
		if text == "" || slices.Contains(dittos, text) {
			continue
		}
		w := codeIn(text)
		switch {
		case w.digits != "" && w.rest == "":
			k.add(w, i, ctx)
		case k.beside.digits == "" && w.inFront(text):
			k.beside = w
			text = w.rest
			fallthrough
		default:
			k.name += text
			k.nameAt = i
		}
	}
	return k
}

// add takes the digits of a cell that holds nothing else: of the next level, or of
// all levels once more.
func (k *keyCells) add(w written, cell int, ctx *codeContext) {
	digits := w.digits
	if len(digits) == 1 && cell > ctx.first {
		digits = "0" + digits // 款 or 项 as a number lost its zero
	}
	above := withoutZeros(k.code)
	switch {
	case above != "" && len(digits) > len(above) && strings.HasPrefix(digits, above): // each level repeats the one before
		k.code = digits
	case k.code == "" && len(digits) == lengths[0]:
		ctx.first = cell
		fallthrough
	default:
		k.code += digits
	}
	k.level, k.proper, k.guess = cell, k.proper && w.proper, k.guess || w.guess
}

// keepName puts digits back in front of the name, where the row has its code in a
// cell of its own and they are none: 863 计划.
func (k *keyCells) keepName(texts []string) {
	w := k.beside
	if w.digits == "" || slices.Contains(lengths, len(w.digits)) && w.proper && (w.apart || w.digits[0] == k.code[0]) {
		return
	}
	k.beside, k.name = written{}, ""
	for _, text := range texts {
		if w := codeIn(text); w.digits == "" || w.rest != "" {
			k.name += text
		}
	}
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

// enter remembers a code for those below it.
func (ctx *codeContext) enter(code string) {
	switch len(code) {
	case 3:
		ctx.class, ctx.section = code, ""
	case 5:
		ctx.class, ctx.section = code[:3], code
	case 7:
		ctx.class, ctx.section = code[:3], code[:5]
	}
}
