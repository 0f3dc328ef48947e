package rule

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// mistypedRules compare codes by the names beside them.
var mistypedRules = []Rule{
	{ID: "code.mistyped", Title: "同名的科目编码相同", Severity: report.Warning,
		Why:  "同名的科目在别的表上，或者在政府收支分类科目里，是另一个只差一两位的编码，而这张表上没有那个编码：多半是编码打错了。",
		Hint: "对照当年的政府收支分类科目核对编码；编码没有错的，不必改。", Check: codeMistyped},
}

// mostMistyped is how many digits of a code a slip of the hand changes.
const mostMistyped = 2

// mostUnknown is how many rows that no other form knows are looked into: a book with
// more has other forms, not slips of the hand.
const mostUnknown = 200

// Mistype is a row whose code was probably typed wrong.
type Mistype struct {
	Table *bind.Table
	Row   *bind.Row
	Codes []string    // that it may be, the nearest first; those that are as near stand together
	Same  bool        // the first of them has the same money there
	Like  *bind.Row   // the row of the first of them, on another form
	On    *bind.Table // nil where the standard classification says it
}

// Mistyped finds the rows of functional codes that no other form has under the same
// name, where other forms have the name under a code this form lacks; and those of
// economic codes whose name the standard has under another code.
func Mistyped(b *bind.Book) []Mistype {
	found := misnamed(b)
	unknown := 0
	var shared []*bind.Table
	b.Each(func(t *bind.Table) {
		if t.Form.SharesCodes() {
			shared = append(shared, t)
		}
	})
	eachFunctional(b, func(t *bind.Table, r *bind.Row) {
		if unknown > mostUnknown || r.Malformed || r.Name == "" || len(r.Figures) == 0 || knownElsewhere(shared, t, r) {
			return
		}
		if unknown++; unknown > mostUnknown {
			found = misnamed(b)
			return
		}
		m := Mistype{Table: t, Row: r}
		best, forms := mostMistyped+1, 0 // that have the first code
		eachFunctional(b, func(u *bind.Table, like *bind.Row) {
			n := digitsApart(t, like.Key, r.Key)
			if u == t || n == 0 || n > best || n > mostMistyped || like.Malformed || t.Row(like.Key) != nil || !form.SameName(like.Name, r.Name) {
				return
			}
			if n < best {
				best, forms, m = n, 0, Mistype{Table: t, Row: r, Like: like, On: u}
			}
			if !slices.Contains(m.Codes, like.Key) {
				m.Codes = append(m.Codes, like.Key)
			}
			if like.Key == m.Codes[0] {
				forms++
				m.Same = m.Same || sameMoney(r, like)
			}
		})
		// Two forms may differ for a reason: income without expenditure, and the reverse.
		if len(m.Codes) > 0 && (m.Same || forms > 1) {
			found = append(found, m)
		} else if code := byStandard(b, t, r); len(m.Codes) == 0 && code != "" {
			found = append(found, Mistype{Table: t, Row: r, Codes: []string{code}})
		}
	})
	return found
}

// byStandard is the one code that bears a row's name by the classification, a slip of
// the hand from one that has other names or is in no year, and that no form has; "" for
// none. Where another form has the row's code, the name is what is wrong.
func byStandard(b *bind.Book, t *bind.Table, r *bind.Row) string {
	n := nameOf(t.Form.Codes, r.Key, r.Name, b.Year)
	if n.verdict != otherCode && n.verdict != unlisted || len(n.codes) != 1 || len(t.Form.Codes.Named(r.Name)) != 1 {
		return ""
	}
	code := n.codes[0]
	if digitsApart(t, code, r.Key) > mostMistyped || t.Row(code) != nil {
		return ""
	}
	alone := true
	b.Each(func(u *bind.Table) { alone = alone && (u == t || !u.Form.SharesCodes() || u.Row(r.Key) == nil) })
	if !alone {
		return ""
	}
	return code
}

// misnamed finds the rows whose name the form's own classification has under another
// code, a slip of the hand away, that the form lacks.
func misnamed(b *bind.Book) (found []Mistype) {
	b.Each(func(t *bind.Table) {
		for i, r := range t.Rows {
			if r.Name == "" || !form.IsCode(r.Key) || t.Form.Codes == nil || t.Form.SharesCodes() || t.Form.Codes.Bears(r.Key, r.Name) {
				continue
			}
			m := Mistype{Table: t, Row: r}
			best := len(r.Key) + 1
			for _, code := range t.Form.Codes.Named(r.Name) {
				switch n := digitsApart(t, code, r.Key); {
				case n > best || t.Row(code) != nil || n > mostMistyped && !between(t.Rows, i, code):
				case n < best:
					best, m.Codes = n, []string{code}
				default:
					m.Codes = append(m.Codes, code)
				}
			}
			if len(m.Codes) > 0 {
				found = append(found, m)
			}
		}
	})
	return found
}

// between says whether a row would stand in order under a code, and does not under its own.
func between(rows []*bind.Row, at int, code string) bool {
	before, after := "", "~"
	for i := at - 1; i >= 0 && before == ""; i-- {
		if rows[i].Lane == rows[at].Lane && form.IsCode(rows[i].Key) {
			before = rows[i].Key
		}
	}
	for i := at + 1; i < len(rows) && after == "~"; i++ {
		if rows[i].Lane == rows[at].Lane && form.IsCode(rows[i].Key) {
			after = rows[i].Key
		}
	}
	in := func(c string) bool { return before < c && c < after }
	return in(code) && !in(rows[at].Key)
}

// knownElsewhere says whether another of these forms has a row's code under its name.
func knownElsewhere(forms []*bind.Table, t *bind.Table, r *bind.Row) bool {
	return slices.ContainsFunc(forms, func(u *bind.Table) bool {
		if u == t {
			return false
		}
		like := u.Row(r.Key)
		return like != nil && form.SameName(like.Name, r.Name)
	})
}

// sameMoney says whether the first figures of two rows are the same, and some.
func sameMoney(a, b *bind.Row) bool {
	first := func(r *bind.Row) amount.Amount {
		for _, f := range r.Figures {
			if f.State == bind.Money && !f.Value.IsZero() {
				return f.Value
			}
		}
		return amount.Zero
	}
	return !first(a).IsZero() && first(a).Cmp(first(b)) == 0
}

func eachFunctional(b *bind.Book, fn func(*bind.Table, *bind.Row)) {
	b.Each(func(t *bind.Table) {
		if !t.Form.SharesCodes() {
			return
		}
		for _, r := range t.Rows {
			if form.IsCode(r.Key) {
				fn(t, r)
			}
		}
	})
}

// digitsApart counts the digits in which codes of one length differ, as a form writes
// them; more than any slip for codes of two.
func digitsApart(t *bind.Table, a, b string) int {
	if t.Padded && a != b {
		a, b = filledUp(a), filledUp(b)
	}
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

// filledUp is a code with zeros up to the length of a 项.
func filledUp(code string) string {
	const zeros = "0000000"
	return code + zeros[min(len(code), len(zeros)):]
}

func codeMistyped(c *Check) {
	c.codedRowsOf(func(*bind.Table, *bind.Row) {})
	for _, m := range c.shared.mistyped(c.Book) {
		if m.On == nil {
			c.add(m.Table.Form.Short+"的科目 "+joinWords(m.Row.Key, m.Row.Name)+" 编码与名称不符：政府收支分类科目里“"+m.Row.Name+"”是 "+strings.Join(m.Codes, " 或 ")+"。",
				c.rowCell(m.Table, m.Row, m.Row.At))
			continue
		}
		message := m.Table.Form.Short + "的科目 " + joinWords(m.Row.Key, m.Row.Name) + " 别的表上没有；同名的科目在" + m.On.Form.Short +
			"上是 " + m.Codes[0] + "。"
		c.add(message, c.rowCell(m.Table, m.Row, m.Row.At), c.rowCell(m.On, m.Like, m.Like.At))
	}
}

// Instance names one instance of one rule's equation.
type Instance struct{ Rule, Row, Column string }

// Broken are the equations of an outcome that come out as errors.
func (out *Outcome) Broken() map[Instance]bool {
	broken := map[Instance]bool{}
	for i := range out.Equations {
		if e := &out.Equations[i]; e.Result == judge.Broken && e.Rule.Severity == report.Error {
			broken[Instance{e.Rule.ID, e.Row, e.Column}] = true
		}
	}
	return broken
}

// Broken are those of a book by the public catalogue, judged for nothing else.
func Broken(b *bind.Book) map[Instance]bool { return Catalogue().Broken(b) }

// Broken are those of a book, judged for nothing else.
func (catalogue Rules) Broken(b *bind.Book) map[Instance]bool {
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
