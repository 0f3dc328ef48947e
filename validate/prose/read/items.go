package read

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
)

// coded says which form's rows the codes of a section are.
var coded = []struct {
	in   lexicon.Topic
	form form.ID
}{{lexicon.General | lexicon.Grants | lexicon.Grand | lexicon.Basic, "F05"}, {lexicon.Expenditure, "F03"}, {lexicon.Fund, "F07"}, {lexicon.Capital, "F08"}}

// finalColumn is the column of such a form that the text's 决算 is in.
func finalColumn(id form.ID) string {
	if id == "F03" {
		return "本年支出合计"
	}
	return "小计"
}

// RowsOf are the rows of a form by bare name and length of code.
type RowsOf struct {
	Table *bind.Table
	Named map[string][]*bind.Row
}

func (r *Reader) rowsOf(about lexicon.Topic) *RowsOf {
	for i := range coded {
		if coded[i].in&about != 0 {
			return r.Rows(coded[i].form)
		}
	}
	return r.Rows("F05")
}

// Rows are the rows of a form; its Table is nil where the book has none.
func (r *Reader) Rows(id form.ID) *RowsOf {
	if known := r.forms[id]; known != nil {
		return known
	}
	rows := &RowsOf{Table: r.Book.Tables[id], Named: map[string][]*bind.Row{}}
	if rows.Table != nil {
		for _, row := range rows.Table.Rows {
			if form.IsCode(row.Key) && row.Repeats == nil {
				rows.Named[form.BareName(row.Name)] = append(rows.Named[form.BareName(row.Name)], row)
			}
		}
	}
	r.forms[id] = rows
	return rows
}

// find gives the rows of a name with so many digits, under a code.
func (rows *RowsOf) find(name string, digits int, under string) (found []*bind.Row) {
	for _, row := range rows.Named[form.BareName(name)] {
		if len(row.Key) == digits && strings.HasPrefix(row.Key, under) {
			found = append(found, row)
		}
	}
	return found
}

// DigitsOf are the digits of the codes of classes, sections and items.
var DigitsOf = [3]int{3, 5, 7}

// item is the subject that names of a class, a section and an item mean; what of them
// the text leaves out is "".
func (r *Reader) item(names [3]string, about lexicon.Topic) *lexicon.Subject {
	if about&(lexicon.Silent|lexicon.Performance) != 0 {
		return nil
	}
	if s := r.itemOfOthers(names, about); s != nil {
		return s
	}
	rows := r.rowsOf(about)
	id := form.ID("F05")
	if rows.Table != nil {
		id = rows.Table.Form.ID
	}
	if names[0] != "" {
		alone := names[1] == "" && names[2] == ""
		r.several, r.alone = alone && r.alone && (r.several || names[0] != r.class), alone
		r.class = names[0]
		if r.classes++; !alone {
			r.classes = 0
		}
	} else {
		names[0], r.alone = r.heading(rows, names), false
	}
	deepest := -1
	for level, name := range names {
		if name != "" {
			deepest = level
		}
	}
	key := string(id) + ":" + form.BareName(names[0]) + "/" + form.BareName(names[1]) + "/" + form.BareName(names[2])
	if s := r.items[key]; s != nil {
		return s
	}
	s := &lexicon.Subject{Key: key, In: about, Form: string(id), Name: names[deepest], Digits: DigitsOf[deepest], Whole: lexicon.KeyGeneral}
	if id == "F07" {
		s.Whole = "基金本年支出"
	}
	under, wrong := "", ""
	for level, name := range names {
		if name == "" {
			continue
		}
		found := rows.find(name, DigitsOf[level], under)
		if len(found) == 0 {
			wrong = name
			continue
		}
		if len(found) > 1 {
			if under == "" && level > 0 || len(found) > 1 {
				continue
			}
		}
		under = found[0].Key
	}
	want := DigitsOf[deepest]
	if len(under) != want { // its own name, anywhere in the form, if it stands there once
		if found := rows.find(names[deepest], want, ""); len(found) == 1 {
			under, s.Misnamed = found[0].Key, wrong
		} else {
			under = ""
		}
	} else if wrong != "" {
		s.Misnamed = wrong
	}
	if under != "" {
		code := r.Code(id, under)
		if s.Misnamed == "" {
			r.items[key] = code
			return code
		}
		same := *code
		same.Misnamed = s.Misnamed
		s = &same
	}
	r.items[key] = s
	return s
}

// heading is the class that stands above an item; "" where none does, where several were named one
// behind the other, or where it has no such item and another class has.
func (r *Reader) heading(rows *RowsOf, names [3]string) string {
	found := rows.find(r.class, DigitsOf[0], "")
	if r.several || len(found) != 1 {
		return ""
	}
	for level := len(names) - 1; level > 0; level-- {
		if name := names[level]; name != "" {
			if len(rows.find(name, DigitsOf[level], found[0].Key)) == 0 && len(rows.find(name, DigitsOf[level], "")) > 0 {
				return ""
			}
			break
		}
	}
	return r.class
}

// namesakes are the rows of a name that stands in the form more than once, of which none is certain.
func (r *Reader) namesakes(s *lexicon.Subject) (all []*lexicon.Subject) {
	if s.Code != "" || s.Digits == 0 || s.Misnamed != "" {
		return nil
	}
	id := form.ID(s.Form)
	for _, row := range r.Rows(id).find(s.Name, s.Digits, "") {
		all = append(all, r.Code(id, row.Key))
	}
	return all
}

// itemOfOthers is an item of the fund's or the capital's form that a section about all
// expenditure describes among those of the general budget; nil for none.
func (r *Reader) itemOfOthers(names [3]string, about lexicon.Topic) *lexicon.Subject {
	deepest := len(names) - 1
	if about&lexicon.General == 0 || names[deepest] == "" || len(r.rowsOf(about).find(names[deepest], DigitsOf[deepest], "")) > 0 {
		return nil
	}
	for _, id := range []form.ID{"F07", "F08"} {
		under, rows := "", r.Rows(id)
		for level, name := range names {
			if name == "" {
				continue
			}
			found := rows.find(name, DigitsOf[level], under)
			if len(found) != 1 {
				under = ""
				break
			}
			under = found[0].Key
		}
		if len(under) == DigitsOf[deepest] {
			return r.Code(id, under)
		}
	}
	return nil
}

// Code is the subject of a row of a form.
func (r *Reader) Code(id form.ID, code string) *lexicon.Subject {
	key := string(id) + ":" + code
	if s := r.codes[key]; s != nil {
		return s
	}
	s := &lexicon.Subject{Key: key, Code: code, Digits: len(code), Form: string(id), In: lexicon.Anywhere, Whole: lexicon.KeyGeneral}
	switch id {
	case "F03":
		s.Whole = lexicon.KeySpending
	case "F07":
		s.Whole = "基金本年支出"
	case "F08":
		s.Whole = "国资本年支出"
	case "F06":
		s.Whole = "一般公共预算基本支出"
	}
	s.Final = string(id) + "[" + equation.ThisRow + ", " + finalColumn(id) + "]"
	if id == "F06" {
		s.Final = "F06[" + equation.ThisRow + ", 金额]"
	}
	if row := r.Book.Tables[id].Row(code); row != nil {
		s.Name = row.Name
	}
	r.codes[key] = s
	return s
}

// FormsOfOutlays have columns of basic and of project expenditure.
var FormsOfOutlays = []string{"F03", "F05", "F07", "F08"}

const (
	BasicOutlay   = "基本支出"
	ProjectOutlay = "项目支出"
)

// part is what of an item is basic or project expenditure.
func (r *Reader) part(item *lexicon.Subject, column string) *lexicon.Subject {
	key := item.Key + " " + column
	if s := r.codes[key]; s != nil {
		return s
	}
	s := &lexicon.Subject{Key: key, Code: item.Code, Form: item.Form, In: lexicon.Anywhere, Whole: item.Key, Name: item.Name + " " + column}
	if slices.Contains(FormsOfOutlays, item.Form) && item.Code != "" {
		s.Final = item.Form + "[" + equation.ThisRow + ", " + column + "]"
	}
	r.codes[key] = s
	return s
}
