package catalogue_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/catalogue"
	"suanqing/validate/form"
)

// TestEveryRuleHasItsWords: an id stands for one rule over all judges, and each says what
// holds, why and what to do.
func TestEveryRuleHasItsWords(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range catalogue.Parts() {
		assert.NotEmpty(t, p.Rules, p.ID)
		assert.NotEmpty(t, p.Name, p.ID)
		assert.Nil(t, form.Public.ByID(form.ID(p.ID)), p.ID)
		for _, r := range p.Rules {
			assert.False(t, seen[r.ID], "%s stands twice", r.ID)
			seen[r.ID] = true
			assert.NotEmpty(t, r.Title, r.ID)
			assert.NotEmpty(t, r.Why, r.ID)
			assert.NotEmpty(t, r.Hint, r.ID)
			assert.NotEmpty(t, r.Severity, r.ID)
		}
	}
	assert.Len(t, catalogue.All(), len(seen))
}
