package draft

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/internal/say"
	"suanqing/validate/rule"
)

// scope is what a sentence is repeated for; the zero scope is once.
type scope struct {
	form form.ID
	what string
}

// What a sentence may be repeated for.
const (
	eachColumn = "每列" // every column that the form prints but its total
	eachClass  = "每类"
	eachItem   = "每项" // every row that has none below it, in the order of the codes
)

var scopes = []string{eachColumn, eachClass, eachItem, form.PersonnelClasses, form.PublicUseClasses}

// readScope reads a scope. It panics on a mistake.
func readScope(text string) scope {
	if text == "" {
		return scope{}
	}
	id, what, _ := strings.Cut(text, " ")
	if form.Public().ByID(form.ID(id)) == nil || !slices.Contains(scopes, what) {
		panic(say.Text("sentence: no scope %q", text))
	}
	return scope{form.ID(id), what}
}

// each lists the places that a scope stands for.
func (w *writer) each(s scope, at place) []place {
	if s.form == "" {
		return []place{at}
	}
	table := w.book.Tables[s.form]
	if table == nil {
		return nil
	}
	at.table = table
	if s.what == eachColumn {
		return columns(table, at)
	}
	return rows(table, s.what, at)
}

func columns(table *bind.Table, at place) (out []place) {
	for i := range table.Form.Columns {
		if c := &table.Form.Columns[i]; i > 0 && table.Has(c.ID) {
			at.column = c.ID
			out = append(out, at)
		}
	}
	return out
}

func rows(table *bind.Table, what string, at place) (out []place) {
	for _, r := range table.Rows {
		if !form.IsCode(r.Key) || r.Repeats != nil {
			continue
		}
		leaf := len(r.Kids) == 0
		switch what {
		case eachClass:
			if len(r.Key) != classDigits {
				continue
			}
		case eachItem:
			if !leaf {
				continue
			}
		default:
			if !leaf || !table.Form.InGroup(r.Key, what) {
				continue
			}
		}
		at.row = r
		out = append(out, at)
	}
	slices.SortStableFunc(out, func(a, b place) int { return strings.Compare(a.row.Key, b.row.Key) })
	return out
}

const classDigits = 3

// levels are the words behind the names of a path, by how many digits a code has.
var levels = []struct {
	digits int
	word   string
}{{classDigits, "（类）"}, {5, "（款）"}, {7, "（项）"}}

// path is the names of a functional row and of those above it: …（类）…（款）…（项）.
func (w *writer) path(table *bind.Table, r *bind.Row) (runs []Run) {
	if !table.Form.WellFormed(r.Key) {
		return w.name(r)
	}
	for _, l := range levels {
		if l.digits > len(r.Key) {
			break
		}
		above := r
		if l.digits < len(r.Key) {
			above = table.Row(r.Key[:l.digits])
		}
		if above != nil {
			runs = append(runs, w.name(above)...)
		} else {
			runs = append(runs, w.standardName(table.Form, r.Key[:l.digits]))
		}
		runs = append(runs, Run{Text: l.word, Kind: Words})
	}
	return runs
}

// name is what a form calls a row.
func (w *writer) name(r *bind.Row) []Run {
	if r.Name == "" {
		return []Run{w.standardName(nil, "")}
	}
	c := rule.NameCell(w.book, r)
	return []Run{{Text: fullWidth(r.Name), Kind: Name, Cells: []Cell{{Cell: c}}}}
}

// standardName is the name that the classification has for a code the form does not
// print.
func (w *writer) standardName(f *form.Form, code string) Run {
	if f != nil && f.Codes != nil {
		for _, n := range f.Codes.Names(code) {
			if n.In(w.book.Year) {
				return Run{Text: fullWidth(n.Text), Kind: Name}
			}
		}
	}
	return Run{Text: unknownName, Kind: Hole}
}

var fullBrackets = strings.NewReplacer("(", "（", ")", "）")

// fullWidth has the brackets of a name as texts write them.
func fullWidth(name string) string { return fullBrackets.Replace(name) }
