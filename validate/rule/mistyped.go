package rule

import (
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// mistypedRules compare codes by the names beside them.
var mistypedRules = []Rule{
	{ID: "code.mistyped", Title: "同名的科目在各表上编码相同", Severity: report.Warning,
		Why:  "这个编码别的表上没有，同名的科目在别的表上是另一个只差一两位的编码，而这张表上没有那个编码：多半是编码打错了。",
		Hint: "对照当年的政府收支分类科目核对编码；编码没有错的，不必改。", Check: codeMistyped},
}

// mostMistyped is how many digits of a code a slip of the hand changes.
const mostMistyped = 2

// Mistype is a row whose code was probably typed wrong.
type Mistype struct {
	Table *bind.Table
	Row   *bind.Row
	Codes []string  // that it may be, the nearest first; those that are as near stand together
	Sure  bool      // one code is nearer than the others
	Like  *bind.Row // the row of the first of them, on another form
	On    *bind.Table
}

// Mistyped finds the rows of functional codes that no other form has under the same
// name, where other forms have the name under a code this form lacks.
func Mistyped(b *bind.Book) []Mistype {
	var found []Mistype
	eachFunctional(b, func(t *bind.Table, r *bind.Row) {
		if r.Malformed || r.Name == "" || len(r.Figures) == 0 || knownElsewhere(b, t, r) {
			return
		}
		m := Mistype{Table: t, Row: r}
		best := mostMistyped + 1
		eachFunctional(b, func(u *bind.Table, like *bind.Row) {
			n := digitsApart(like.Key, r.Key)
			if u == t || n == 0 || n > best || n > mostMistyped || like.Malformed || t.Row(like.Key) != nil || slices.Contains(m.Codes, like.Key) || !sameName(like.Name, r.Name) {
				return
			}
			if n < best {
				best, m.Codes, m.Like, m.On = n, nil, like, u
			}
			m.Codes = append(m.Codes, like.Key)
		})
		if m.Sure = len(m.Codes) == 1; len(m.Codes) > 0 {
			found = append(found, m)
		}
	})
	return found
}

// knownElsewhere says whether another form has a row's code under its name.
func knownElsewhere(b *bind.Book, t *bind.Table, r *bind.Row) (known bool) {
	b.Each(func(u *bind.Table) {
		if u != t && u.Form.Keying == form.ByFunctional && !known {
			like := u.Row(r.Key)
			known = like != nil && sameName(like.Name, r.Name)
		}
	})
	return known
}

func eachFunctional(b *bind.Book, fn func(*bind.Table, *bind.Row)) {
	b.Each(func(t *bind.Table) {
		if t.Form.Keying != form.ByFunctional {
			return
		}
		for _, r := range t.Rows {
			if form.IsCode(r.Key) {
				fn(t, r)
			}
		}
	})
}

// digitsApart counts the digits in which codes of one length differ; more than any
// slip for codes of two.
func digitsApart(a, b string) int {
	if len(a) != len(b) {
		return mostMistyped + 1
	}
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func codeMistyped(c *Check) {
	c.codedRowsOf(func(*bind.Table, *bind.Row) {})
	for _, m := range Mistyped(c.Book) {
		message := m.Table.Form.Short + "的科目 " + joinWords(m.Row.Key, m.Row.Name) + " 别的表上没有；同名的科目在" + m.On.Form.Short +
			"上是 " + m.Codes[0] + "。"
		c.add(message, c.rowCell(m.Table, m.Row, m.Row.At), c.rowCell(m.On, m.Like, m.Like.At))
	}
}

// Instance names one instance of one rule's equation.
type Instance struct{ Rule, Row, Column string }

// Broken are the equations of a book that come out as errors.
func Broken(b *bind.Book) map[Instance]bool {
	broken := map[Instance]bool{}
	j := judge.New(b)
	for i := range catalogue {
		r := &catalogue[i]
		if r.Equation == nil || r.Severity != report.Error {
			continue
		}
		instances, _ := j.Run(r.Equation, r.When, r.ForEach)
		for k := range instances {
			if in := &instances[k]; in.Result == judge.Broken {
				broken[Instance{r.ID, in.Row, in.Column}] = true
			}
		}
	}
	return broken
}
