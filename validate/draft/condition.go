package draft

import (
	"slices"
	"strings"

	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/internal/say"
)

// test is conditions that hold together; of several tests any is enough.
type test []condition

type condition struct {
	equation *equation.Equation
	form     form.ID // whether it has figures
	some     []equation.Term
	filled   bool // the form has figures, else it has none
}

// readTests reads conditions. It panics on a mistake.
func readTests(text string) (tests []test) {
	if text == "" {
		return nil
	}
	for _, any := range strings.Split(text, " 或 ") {
		var t test
		for _, part := range strings.Split(any, " 且 ") {
			t = append(t, readCondition(part))
		}
		tests = append(tests, t)
	}
	return tests
}

func readCondition(text string) condition {
	subject, state, _ := cutLast(text, " ")
	switch {
	case state == "不为零":
		return condition{some: terms(subject)}
	case state == "有数" || state == "无数":
		if form.Public().ByID(form.ID(subject)) == nil {
			panic(say.Text("condition: no form %q", subject))
		}
		return condition{form: form.ID(subject), filled: state == "有数"}
	}
	return condition{equation: equation.MustParse(text)}
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// meets says whether any of the tests holds at a place; none always do.
func (w *writer) meets(tests []test, at place) bool {
	return len(tests) == 0 || slices.ContainsFunc(tests, func(t test) bool {
		return !slices.ContainsFunc(t, func(c condition) bool { return !w.holds(c, at) })
	})
}

// holds: an amount that cannot be read is taken for one, so that its sentence stands
// with a place to fill in; two sides of which one cannot be read are taken for equal.
func (w *writer) holds(c condition, at place) bool {
	switch {
	case c.equation != nil:
		left, right := w.value(c.equation.Left, at), w.value(c.equation.Right, at)
		same := !left.known || !right.known || left.amount == right.amount
		return same == (c.equation.Relation == equation.Equal)
	case c.some != nil:
		if w.bookOf(c.some[0].Role) == nil {
			return false
		}
		v := w.value(c.some, at)
		return v.unread || v.known && !v.amount.IsZero()
	}
	table := w.book.Tables[c.form]
	return table != nil && table.Filled() == c.filled
}
