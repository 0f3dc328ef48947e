package rule_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/rule"
)

func TestCatalogueIsValid(t *testing.T) {
	catalogue := rule.Catalogue()
	require.NoError(t, rule.Validate(catalogue))
	assert.Greater(t, len(catalogue), 90)
	for _, r := range catalogue {
		assert.True(t, strings.HasSuffix(r.Why, "。"), "%s: why is a sentence", r.ID)
		assert.True(t, strings.HasSuffix(r.Hint, "。"), "%s: hint is a sentence", r.ID)
	}
}

func TestValidateRejects(t *testing.T) {
	e := equation.MustParse("F03[合计, 基本支出] = F05[合计, 基本支出]")
	ok := rule.Rule{ID: "a", Title: "题", Why: "因。", Hint: "改。", Equation: e}
	change := func(f func(r *rule.Rule)) rule.Rule { r := ok; f(&r); return r }
	for name, rules := range map[string][]rule.Rule{
		"twice":    {ok, ok},
		"no id":    {change(func(r *rule.Rule) { r.ID = "" })},
		"no title": {change(func(r *rule.Rule) { r.Title = "" })},
		"no why":   {change(func(r *rule.Rule) { r.Why = "" })},
		"no hint":  {change(func(r *rule.Rule) { r.Hint = "" })},
		"nothing":  {change(func(r *rule.Rule) { r.Equation = nil })},
		"both":     {change(func(r *rule.Rule) { r.Check = func(*rule.Check) {} })},
		"different": {change(func(r *rule.Rule) {
			r.Equation = equation.MustParse("F03[合计, 基本支出] ≠ F05[合计, 基本支出]")
		})},
		"condition": {change(func(r *rule.Rule) {
			r.When = equation.MustParse("F03[本行, 基本支出] = F05[本行, 基本支出]")
		})},
	} {
		assert.Error(t, rule.Validate(rules), name)
	}
	assert.NoError(t, rule.Validate([]rule.Rule{ok}))
}

// TestEveryColumnIsJudged: each declared column of each form stands in some
// equation, so that no column passes unchecked.
func TestEveryColumnIsJudged(t *testing.T) {
	judged := map[string]bool{}
	for _, r := range rule.Catalogue() {
		if r.Equation == nil {
			continue
		}
		for _, term := range r.Equation.Terms() {
			judged[string(term.Form)+"|"+term.Column] = true
		}
	}
	for _, f := range form.Public().Forms {
		for _, c := range f.Columns {
			assert.True(t, judged[string(f.ID)+"|"+c.ID], "%s %s", f.ID, c.ID)
		}
	}
}
