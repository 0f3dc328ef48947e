package catalogue_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
		assert.Nil(t, form.Public().ByID(form.ID(p.ID)), p.ID)
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

// TestBooksAreDeclared: what the rollup says of whole books is listed here, by its titles.
func TestBooksAreDeclared(t *testing.T) {
	titles := map[string]string{}
	for _, r := range catalogue.All() {
		titles[r.ID] = r.Title
	}
	files, err := filepath.Glob("../rollup/*.go")
	require.NoError(t, err)
	source, ids := "", 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		source += string(data)
	}
	for _, id := range regexp.MustCompile(`"((?:rollup|years)\.[a-z-]+)"`).FindAllStringSubmatch(source, -1) {
		ids++
		require.Contains(t, titles, id[1])
		assert.Contains(t, source, `"`+titles[id[1]]+`"`, id[1])
	}
	assert.Greater(t, ids, 10)
}
