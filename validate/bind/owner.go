package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// byUnits is why a form is set aside that lists the codes of each unit under a row of the unit's own.
const byUnits = "各单位分别列出，同一科目有好几行"

// isOwner says whether a row of a form of codes is that of a unit, whose codes stand below it:
// it names one, and has no code or one that no class has.
func (t *Table) isOwner(e *entry) bool {
	label := e.label()
	if !t.Form.SharesCodes() || label == "" || strings.Contains(label, ":") || !form.NamesUnit(label) && (t.Department == "" || label != t.Department) {
		return false
	}
	if !e.holds() {
		return false // a line of a page's heading
	}
	k := (&codeContext{}).cells(e.texts)
	code := k.code
	if code == "" {
		code = k.beside.digits
	}
	if t.Form.Codes.Named(k.name) != nil {
		return false
	}
	switch len(code) {
	case 0, 6, 9: // of a department 101, its units 101001, theirs 101001001
		return true
	}
	return len(code) == 3 && t.Form.Codes.Unlisted(code)
}

// tookOwner hears of such a row. One above all codes is the whole of the form once more;
// with others it says whose the codes are, and those come again.
func (t *Table) tookOwner() {
	if t.owners++; t.owners > 1 || slices.ContainsFunc(t.Rows, func(r *Row) bool { return form.IsCode(r.Key) }) {
		t.Doubt = byUnits
	}
}

// isHidden says whether a row of the form is out of sight.
func (b *Book) isHidden(at Place) bool {
	s := b.SheetAt(at)
	i, found := slices.BinarySearchFunc(s.Rows, at.Row, func(r document.Row, row int) int { return r.Index - row })
	return found && s.Rows[i].Hidden
}

// hides says whether of two rows of one key the one that is out of sight is passed over: an old
// draft of the other.
func (t *Table) hides(b *Book, was, r *Row) bool {
	old, this := b.isHidden(was.At), b.isHidden(r.At)
	switch {
	case old == this:
		return false
	case this:
		t.Unseen = append(t.Unseen, r)
		return true
	}
	t.Unseen = append(t.Unseen, was)
	t.Rows = slices.DeleteFunc(t.Rows, func(o *Row) bool { return o == was })
	t.byKey[r.Key], r.Repeats = r, nil
	return false
}
