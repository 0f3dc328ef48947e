// Package equation reads the identities of the final accounts as they are
// written in the rules, so that what is read is what runs:
//
//	F04[本年支出合计, 一般公共预算] = F05[合计, 小计]
//	F03[本行, 本列] = Σ F03[下级, 本列]
//	F01[年初结转和结余, 金额] = 上年.F01[年末结转和结余, 金额]
//	文[本行, 增减率] = 文[本行, 增减额] ÷ (文[本行, 决算] − 文[本行, 增减额])
//	文[本行, 增减率] = (文[本行, 决算] − 文[本行, 上年]) ÷ 文[本行, 上年]
//	文[总体, 决算] = Σ 文[各部分, 决算] × 文[各部分, 占比]
//	文[本行, 方向] 同号 文[本行, 决算] − 文[本行, 相比]
//
// A reference is a form with a row and a column. 本行 and 本列 are the row and
// column that the rule is at; 下级 are the rows next below 本行 in the
// classification; a group such as 各类 is declared with the form. Σ sums a set; × goes
// between two references, of sets figure by figure, before Σ adds. What
// stands before a point is the role of another book of the case. Of subordinate units
// there are many: Σ 下属单位.F03[本行, 本列] sums over all of their books.
package equation

import (
	"slices"
	"strings"
	"suanqing/validate/internal/say"

	"suanqing/validate/form"
)

// Relation is what holds between the two sides.
type Relation string

const (
	Equal     Relation = "="
	AtMost    Relation = "≤"
	AtLeast   Relation = "≥"
	Different Relation = "≠"  // in conditions only
	SameSign  Relation = "同号" // both more than nothing, both less, or both nothing
)

// Words for rows and columns that are not fixed.
const (
	ThisRow    = "本行"
	ThisColumn = "本列"
	Children   = "下级"
)

// Term is one reference, with its sign.
type Term struct {
	Minus  bool
	Sum    bool
	Role   form.Role // of the book it refers to
	Form   form.ID
	Row    string // a row key, a code, a group, 本行 or 下级
	Column string // a column id or 本列
}

// Equation is one parsed identity or inequality.
type Equation struct {
	Text        string
	Left, Right []Term
	Over        []Term // what Right is divided by, the left side being in percent; nil for no quotient
	Times       []Term // what Right is multiplied by, each figure by its own; nil for no product
	Relation    Relation
}

// Terms lists all terms, left ones first.
func (e *Equation) Terms() []Term {
	return append(append(append(append([]Term{}, e.Left...), e.Right...), e.Over...), e.Times...)
}

// MustParse parses an equation of the catalogue and panics on a bad one: it
// runs on our own text only.
func MustParse(text string) *Equation { return MustParseBy(form.Public(), text) }

// MustParseBy is MustParse for the forms of another standard.
func MustParseBy(standard *form.Standard, text string) *Equation {
	e, err := ParseBy(standard, text)
	if err != nil {
		panic(err)
	}
	return e
}

// Parse parses an equation and resolves its references against the public forms.
func Parse(text string) (*Equation, error) { return ParseBy(form.Public(), text) }

// ParseBy is Parse for the forms of another standard.
func ParseBy(standard *form.Standard, text string) (*Equation, error) {
	e := &Equation{Text: text}
	for _, rel := range []Relation{Equal, AtMost, AtLeast, Different, SameSign} {
		left, right, ok := strings.Cut(text, string(rel))
		if !ok {
			continue
		}
		e.Relation = rel
		over, quotient := "", false
		right, over, quotient = strings.Cut(right, "÷")
		if quotient {
			right, over = strings.Trim(right, "() "), strings.Trim(over, "() ")
		}
		right, by, product := strings.Cut(right, "×")
		var err error
		if e.Left, err = side(standard, left); err == nil {
			e.Right, err = side(standard, right)
		}
		if quotient && err == nil {
			e.Over, err = side(standard, over)
		}
		if product && err == nil {
			if e.Right[0].Sum {
				by = "Σ" + by // over both
			}
			if e.Times, err = side(standard, by); err == nil && (quotient || len(e.Right)+len(e.Times) != 2) {
				err = say.Error("× goes between two references, and without ÷")
			}
		}
		if err != nil {
			return nil, say.Error("equation %q: %s", text, err)
		}
		return e, nil
	}
	return nil, say.Error("equation %q: no relation", text)
}

// side parses terms joined by + and −.
func side(standard *form.Standard, text string) ([]Term, error) {
	terms := make([]Term, 0, strings.Count(text, "["))
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		t := Term{}
		switch {
		case len(terms) == 0:
		case strings.HasPrefix(text, "+"):
			text = text[1:]
		case strings.HasPrefix(text, "−"):
			text, t.Minus = text[len("−"):], true
		default:
			return nil, say.Error("+ or − wanted before %q", text)
		}
		text = strings.TrimSpace(text)
		if rest, ok := strings.CutPrefix(text, "Σ"); ok {
			text, t.Sum = strings.TrimSpace(rest), true
		}
		id, rest, ok := strings.Cut(text, "[")
		if !ok {
			return nil, say.Error("reference wanted at %q", text)
		}
		inner, rest, ok := strings.Cut(rest, "]")
		row, column, two := strings.Cut(inner, ",")
		if !ok || !two {
			return nil, say.Error("[row, column] wanted at %q", text)
		}
		if role, rest, ok := strings.Cut(id, "."); ok {
			if t.Role, id = form.Role(role), rest; !slices.Contains(form.Roles, t.Role) {
				return nil, say.Error("no role %q", role)
			}
		}
		t.Form, t.Row, t.Column = form.ID(id), strings.TrimSpace(row), strings.TrimSpace(column)
		if err := t.resolve(standard); err != nil {
			return nil, err
		}
		terms = append(terms, t)
		text = rest
	}
	if len(terms) == 0 {
		return nil, say.Error("empty side")
	}
	return terms, nil
}

// resolve checks a reference against the declared forms.
func (t Term) resolve(standard *form.Standard) error {
	f := standard.ByID(t.Form)
	if f == nil {
		return say.Error("no form %q", string(t.Form))
	}
	if t.Column != ThisColumn && f.Column(t.Column) == nil {
		return say.Error("%s has no column %q", string(t.Form), t.Column)
	}
	if set := t.Row == Children || f.HasGroup(t.Row); t.Role == form.Subordinate && (set || !t.Sum) {
		return say.Error("%s.%s: Σ goes with the books of %s, over a row of each", string(t.Role), string(t.Form), string(t.Role))
	} else if t.Role != form.Subordinate && t.Sum != set {
		return say.Error("%s[%s]: Σ goes with a set of rows, and only with one", string(t.Form), t.Row)
	}
	switch {
	case t.Sum && t.Role != form.Subordinate, t.Row == ThisRow, f.Row(t.Row) != nil:
	case f.Coded() && (t.Row == form.Total || form.IsCode(t.Row)):
	default:
		return say.Error("%s has no row %q", string(t.Form), t.Row)
	}
	return nil
}

// HasTotal says whether the left side is a total and the right side its parts: one
// reference of a form against a sum of the same form. F07[年初] + F07[收入] − F07[小计] =
// F07[年末] has none, nor has an equation between forms.
func (e *Equation) HasTotal() bool {
	if len(e.Left) != 1 || e.Over != nil || e.Times != nil || e.Left[0].Sum || e.Relation != Equal || len(e.Right) == 1 && !e.Right[0].Sum {
		return false
	}
	for i := range e.Right {
		if t := &e.Right[i]; t.Minus || t.Role != e.Left[0].Role || t.Form != e.Left[0].Form {
			return false
		}
	}
	return true
}
