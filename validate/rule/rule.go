// Package rule holds the catalogue: every identity, inequality and structural
// check of the published final accounts, declared so that it reads like the
// standard. The equation text is both what runs and what is documented.
package rule

import (
	"slices"
	"sync"

	"suanqing/validate/internal/say"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// Rule is one rule of the catalogue. It has either an Equation or a Check.
type Rule struct {
	ID       string // stable: exports and acceptances refer to it
	Title    string // what holds, in the words of the forms
	Why      string // why it must hold
	Hint     string // the clerk's next step when it does not
	Severity report.Severity

	ForEach  *equation.Scope    // what the equation is repeated for; nil for once
	When     *equation.Equation // judged only where this holds exactly; nil for always
	Equation *equation.Equation
	Further  []*equation.Equation // of the written half: the same for figures that say it otherwise

	Check func(c *Check) // a structural rule
}

// Forms lists the forms a rule speaks of, in order; none for the whole book.
func (r *Rule) Forms() []form.ID {
	seen := map[form.ID]bool{}
	if r.Equation != nil {
		for _, t := range r.Equation.Terms() {
			seen[t.Form] = true
		}
	}
	var ids []form.ID
	for _, f := range form.Public().Forms {
		if seen[f.ID] {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Check is what a structural rule works on and reports to.
type Check struct {
	Book      *bind.Book
	Equations []Judged // those of the rules before
	Checked   int
	Unchecked string // why something that should have been judged was not
	found     fold
	rule      *Rule
	shared    *shared // with all checks of a run
}

// Catalogue is the explicit list of all rules, in the order in which they run
// and are documented.
//
// They are made when they are first asked for: no start has to wait for equations to be read.
func Catalogue() Rules {
	catalogue.once.Do(func() { catalogue.rules = build() })
	return catalogue.rules
}

// Rules is a catalogue. What is judged by another standard than the public one has
// another.
type Rules []Rule

var catalogue struct {
	once  sync.Once
	rules Rules
}

func build() Rules {
	all := Rules(slices.Concat(bookRules, f01Rules(), codedRules(), f04Rules(), f06Rules(), f07f08Rules(), f09Rules(),
		betweenTotals(), betweenFunds(), betweenCodes(), betweenThreePublic(), jointRules, codeRules, writtenRules, nameRules, mistypedRules, cellRules()))
	for i := range all {
		if all[i].Severity == "" {
			all[i].Severity = report.Error
		}
	}
	return all
}

// Validate, which a test asks of the catalogue and no start has to wait for, rejects a catalogue with a duplicate id, a rule without its words,
// or a rule that does nothing or two things.
func Validate(rules []Rule) error {
	seen := map[string]bool{}
	for i := range rules {
		r := &rules[i]
		switch {
		case r.ID == "":
			return say.Error("rule %d (%s): no id", i, r.Title)
		case seen[r.ID]:
			return say.Error("rule %s: twice", r.ID)
		case r.Title == "" || r.Why == "" || r.Hint == "":
			return say.Error("rule %s: title, why and hint wanted", r.ID)
		case (r.Equation == nil) == (r.Check == nil):
			return say.Error("rule %s: either an equation or a check", r.ID)
		case r.Equation != nil && r.Equation.Relation == equation.Different:
			return say.Error("rule %s: ≠ is for conditions", r.ID)
		case r.When != nil && !fixed(r.When):
			return say.Error("rule %s: a condition is about fixed cells", r.ID)
		}
		seen[r.ID] = true
	}
	return nil
}

// fixed says whether an equation names every cell, whatever the rule is at.
func fixed(e *equation.Equation) bool {
	for _, t := range e.Terms() {
		if t.Row == equation.ThisRow || t.Row == equation.Children || t.Column == equation.ThisColumn {
			return false
		}
	}
	return true
}
