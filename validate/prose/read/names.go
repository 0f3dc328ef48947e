package read

import (
	"slices"

	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
)

// learnClasses adds the standard names of classes that no form has.
func (r *Reader) learnClasses(byText map[string]*lexicon.Word) {
	if r.Book.Tables["F05"] != nil {
		return
	}
	for _, c := range form.Functional() {
		for _, name := range c.Names {
			if byText[name] == nil {
				byText[name] = &lexicon.Word{Runes: []rune(name), Sense: lexicon.ASubject, Subjects: []*lexicon.Subject{r.item([3]string{name}, lexicon.General)}}
			}
		}
	}
	r.class, r.alone, r.several = "", false, false
}

// learn adds the names of the forms' rows to the dictionary.
func (r *Reader) learn() {
	r.names = lexicon.Lexicon{}
	byText := map[string]*lexicon.Word{}
	for _, of := range []struct {
		form form.ID
		in   lexicon.Topic
		most int // digits
	}{{"F05", lexicon.General, 7}, {"F03", lexicon.Expenditure, 3}, {"F07", lexicon.Fund, 7}, {"F08", lexicon.Capital, 7}, {"F06", lexicon.Basic, 5}} {
		t := r.Book.Tables[of.form]
		if t == nil {
			continue
		}
		for _, row := range t.Rows {
			if !form.IsCode(row.Key) || row.Repeats != nil || len(row.Key) > of.most {
				continue
			}
			s := *r.Code(of.form, row.Key)
			s.In = of.in
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
					e = &lexicon.Word{Runes: []rune(name), Sense: lexicon.ASubject}
					byText[name] = e
				}
				if !slices.ContainsFunc(e.Subjects, func(o *lexicon.Subject) bool { return o.Key == own.Key }) {
					e.Subjects = append(e.Subjects, own)
				}
			}
		}
	}
	r.learnClasses(byText)
	for _, e := range byText {
		r.names.Add(e)
	}
	r.names.Sort()
}
