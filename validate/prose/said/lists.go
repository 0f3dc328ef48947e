package said

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/read"
	"suanqing/validate/report"
)

// groupsOf are the classes of the economic classification that 人员经费 and 公用经费 are.
var groupsOf = map[string]string{"人员经费": form.PersonnelClasses, "公用经费": form.PublicUseClasses}

const mostNames = 300 // of one list; no form has so many rows

// fewest is how many names of a list must be the form's, for others to be judged.
const fewest = 3

// economicNames judges the names behind 主要包括 against the rows of F06.
func economicNames(j *judging.Text) {
	t := j.Book.Tables["F06"]
	if t == nil || !t.HasFigures() {
		return
	}
	for i := range j.Lists {
		list(j, t, &j.Lists[i])
	}
}

func list(j *judging.Text, t *bind.Table, l *mention.List) {
	rows := j.Rows("F06")
	text := string(l.Passage.Text[min(l.At, l.End):l.End])
	body := strings.TrimLeft(text, ":,的有")
	open, names := false, 0
	named := map[*bind.Row]bool{}
	var strange, empty []string
	var cells []report.Cell
	for name := range strings.FieldsFuncSeq(body, func(c rune) bool { return strings.ContainsRune("、,。;:", c) }) {
		if names++; names > mostNames {
			return
		}
		for _, end := range []string{"等支出", "等"} {
			if cut := strings.TrimSuffix(name, end); cut != name {
				name, open = cut, true
			}
		}
		found := rows.Named[form.BareName(name)]
		switch {
		case name == "" || passage.HasAmount([]rune(name)):
			continue
		case len(found) == 0:
			strange = append(strange, name)
			continue
		}
		for _, row := range found {
			named[row] = true
		}
		j.Judged("text.list", report.Holds)
		if !anyHas(found) {
			empty = append(empty, name)
			cells = append(cells, j.FormCell(found[0].Figure("金额")))
		}
	}
	if len(empty) > 0 {
		at, last := l.At+runesBefore(text, empty[0]), empty[len(empty)-1]
		j.Told("text.list", report.Warning, l.Passage, at, l.At+runesBefore(text, last)+len([]rune(last)),
			"“主要包括”里有"+judging.SomeOf(judging.Quoted(empty))+"，"+t.Form.Short+"里没有数", cells[:min(len(cells), judging.MostCells)]...)
	}
	if len(named) < fewest {
		return
	}
	for _, name := range strange {
		if !economic(j, rows, name) {
			at := l.At + runesBefore(text, name)
			j.Told("text.list", report.Warning, l.Passage, at, at+len([]rune(name)), "“主要包括”里有“"+name+"”，"+t.Form.Short+"里没有这个科目")
		}
	}
	if group := groupsOf[keyOf(l.Subject)]; group != "" && !open && len(strange) == 0 {
		leftOut(j, t, l, group, named)
	}
}

func keyOf(s *lexicon.Subject) string {
	if s == nil {
		return ""
	}
	return s.Key
}

// anyHas says whether one of some rows has a figure.
func anyHas(rows []*bind.Row) bool {
	for _, row := range rows {
		if f := row.Figure("金额"); f == nil || f.State >= bind.Words || f.State == bind.Money && !f.Value.IsZero() {
			return true
		}
	}
	return false
}

func runesBefore(text, name string) int {
	return len([]rune(text[:max(0, strings.Index(text, name))]))
}

// economic says whether a name is one of the economic classification, of whatever year, or
// is short or long for one of the form's.
func economic(j *judging.Text, rows *read.RowsOf, name string) bool {
	b := form.BareName(name)
	if len(rows.Table.Form.Codes.Named(name)) > 0 {
		return true
	}
	for n := range rows.Named {
		if strings.Contains(n, b) || strings.Contains(b, n) {
			return true
		}
	}
	return false
}

// leftOut tells rows with figures that a closed list does not name.
func leftOut(j *judging.Text, t *bind.Table, l *mention.List, group string, named map[*bind.Row]bool) {
	var names []string
	var cells []report.Cell
	for _, row := range t.Rows {
		f := row.Figure("金额")
		if len(row.Key) != 5 || !t.Form.InGroup(row.Key, group) || named[row] || f == nil || f.State != bind.Money || f.Value.IsZero() || row.Repeats != nil {
			continue
		}
		names = append(names, "“"+row.Key+" "+form.StripOrdinal(row.Name)+"”（"+amount.Group(f.Value)+" "+j.Unit.Name+"）")
		if len(cells) < judging.MostCells {
			cells = append(cells, j.FormCell(f))
		}
	}
	if len(names) == 0 || len(names) > len(named) {
		return
	}
	j.Told("text.list", report.Warning, l.Passage, l.At, l.End, "“主要包括”里没有写"+judging.SomeOf(names)+"，"+t.Form.Short+"里有数（没有写全的，后面加“等”）", cells...)
}
