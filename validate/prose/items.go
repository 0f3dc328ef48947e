package prose

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// coded says which form's rows the codes of a section are.
var coded = []struct {
	in   topic
	form form.ID
}{{general | grants | grand | basic, "F05"}, {expenditure, "F03"}, {fund, "F07"}, {capital, "F08"}}

// finalColumn is the column of such a form that the text's 决算 is in.
func finalColumn(id form.ID) string {
	if id == "F03" {
		return "本年支出合计"
	}
	return "小计"
}

// rowsOf are the rows of a form by bare name and length of code.
type rowsOf struct {
	table *bind.Table
	named map[string][]*bind.Row
}

func (r *reader) rowsOf(about topic) *rowsOf {
	for i := range coded {
		if coded[i].in&about != 0 {
			return r.rows(coded[i].form)
		}
	}
	return r.rows("F05")
}

func (r *reader) rows(id form.ID) *rowsOf {
	if known := r.forms[id]; known != nil {
		return known
	}
	rows := &rowsOf{table: r.book.Tables[id], named: map[string][]*bind.Row{}}
	if rows.table != nil {
		for _, row := range rows.table.Rows {
			if form.IsCode(row.Key) && row.Repeats == nil {
				rows.named[bare(row.Name)] = append(rows.named[bare(row.Name)], row)
			}
		}
	}
	r.forms[id] = rows
	return rows
}

// find gives the rows of a name with so many digits, under a code.
func (rows *rowsOf) find(name string, digits int, under string) (found []*bind.Row) {
	for _, row := range rows.named[bare(name)] {
		if len(row.Key) == digits && strings.HasPrefix(row.Key, under) {
			found = append(found, row)
		}
	}
	return found
}

var digitsOf = [3]int{3, 5, 7}

// item is the subject that names of a class, a section and an item mean; what of them
// the text leaves out is "".
func (r *reader) item(names [3]string, about topic) *subject {
	if about&(silent|performance) != 0 {
		return nil
	}
	if s := r.itemOfOthers(names, about); s != nil {
		return s
	}
	rows := r.rowsOf(about)
	id := form.ID("F05")
	if rows.table != nil {
		id = rows.table.Form.ID
	}
	if names[0] != "" {
		r.class = names[0]
		if r.classes++; names[1] != "" || names[2] != "" {
			r.classes = 0
		}
	} else if names[0] = r.class; len(rows.find(names[0], 3, "")) != 1 {
		names[0] = ""
	}
	deepest := -1
	for level, name := range names {
		if name != "" {
			deepest = level
		}
	}
	key := string(id) + ":" + bare(names[0]) + "/" + bare(names[1]) + "/" + bare(names[2])
	if s := r.items[key]; s != nil {
		return s
	}
	s := &subject{key: key, in: about, form: string(id), name: names[deepest], digits: digitsOf[deepest], whole: keyGeneral}
	if id == "F07" {
		s.whole = "基金本年支出"
	}
	under, wrong := "", ""
	for level, name := range names {
		if name == "" {
			continue
		}
		found := rows.find(name, digitsOf[level], under)
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
	want := digitsOf[deepest]
	if len(under) != want { // its own name, anywhere in the form, if it stands there once
		if found := rows.find(names[deepest], want, ""); len(found) == 1 {
			under, s.misnamed = found[0].Key, wrong
		} else {
			under = ""
		}
	} else if wrong != "" {
		s.misnamed = wrong
	}
	if under != "" {
		code := r.code(id, under)
		if s.misnamed == "" {
			r.items[key] = code
			return code
		}
		same := *code
		same.misnamed = s.misnamed
		s = &same
	}
	r.items[key] = s
	return s
}

// itemOfOthers is an item of the fund's or the capital's form that a section about all
// expenditure describes among those of the general budget; nil for none.
func (r *reader) itemOfOthers(names [3]string, about topic) *subject {
	deepest := len(names) - 1
	if about&general == 0 || names[deepest] == "" || len(r.rowsOf(about).find(names[deepest], digitsOf[deepest], "")) > 0 {
		return nil
	}
	for _, id := range []form.ID{"F07", "F08"} {
		under, rows := "", r.rows(id)
		for level, name := range names {
			if name == "" {
				continue
			}
			found := rows.find(name, digitsOf[level], under)
			if len(found) != 1 {
				under = ""
				break
			}
			under = found[0].Key
		}
		if len(under) == digitsOf[deepest] {
			return r.code(id, under)
		}
	}
	return nil
}

// code is the subject of a row of a form.
func (r *reader) code(id form.ID, code string) *subject {
	key := string(id) + ":" + code
	if s := r.codes[key]; s != nil {
		return s
	}
	s := &subject{key: key, code: code, digits: len(code), form: string(id), in: anywhere, whole: keyGeneral}
	switch id {
	case "F03":
		s.whole = keySpending
	case "F07":
		s.whole = "基金本年支出"
	case "F08":
		s.whole = "国资本年支出"
	case "F06":
		s.whole = "一般公共预算基本支出"
	}
	s.final = string(id) + "[" + equationRow + ", " + finalColumn(id) + "]"
	if id == "F06" {
		s.final = "F06[" + equationRow + ", 金额]"
	}
	if row := r.book.Tables[id].Row(code); row != nil {
		s.name = row.Name
	}
	r.codes[key] = s
	return s
}

const (
	basicOutlay   = "基本支出"
	projectOutlay = "项目支出"
)

// part is what of an item is basic or project expenditure.
func (r *reader) part(item *subject, column string) *subject {
	key := item.key + " " + column
	if s := r.codes[key]; s != nil {
		return s
	}
	s := &subject{key: key, code: item.code, form: item.form, in: anywhere, whole: item.key, name: item.name + " " + column}
	if _, known := cellEquations[item.form+"["+equationRow+", "+column+"]"]; known && item.code != "" {
		s.final = item.form + "[" + equationRow + ", " + column + "]"
	}
	r.codes[key] = s
	return s
}

const equationRow = "本行"

// learnClasses adds the standard names of classes that no form has.
func (r *reader) learnClasses(byText map[string]*word) {
	if r.book.Tables["F05"] != nil {
		return
	}
	for _, c := range form.Functional() {
		for _, name := range c.Names {
			if byText[name] == nil {
				byText[name] = &word{runes: []rune(name), sense: aSubject, subjects: []*subject{r.item([3]string{name}, general)}}
			}
		}
	}
	r.class = ""
}

// learn adds the names of the forms' rows to the dictionary.
func (r *reader) learn() {
	r.names = lexicon{}
	byText := map[string]*word{}
	for _, of := range []struct {
		form form.ID
		in   topic
		most int // digits
	}{{"F05", general, 7}, {"F03", expenditure, 3}, {"F07", fund, 7}, {"F08", capital, 7}, {"F06", basic, 5}} {
		t := r.book.Tables[of.form]
		if t == nil {
			continue
		}
		for _, row := range t.Rows {
			if !form.IsCode(row.Key) || row.Repeats != nil || len(row.Key) > of.most {
				continue
			}
			s := *r.code(of.form, row.Key)
			s.in = of.in
			own := &s
			names := []string{form.StripOrdinal(form.Normalize(row.Name))}
			for _, n := range t.Form.Codes.Names(row.Key) {
				names = append(names, n.Text)
			}
			for _, name := range names {
				if len([]rune(name)) < 2 {
					continue
				}
				e := byText[name]
				if e == nil {
					e = &word{runes: []rune(name), sense: aSubject}
					byText[name] = e
				}
				if !slices.ContainsFunc(e.subjects, func(o *subject) bool { return o.key == own.key }) {
					e.subjects = append(e.subjects, own)
				}
			}
		}
	}
	r.learnClasses(byText)
	for _, e := range byText {
		r.names.add(e)
	}
	r.names.sort()
}
