package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRuleLinks: every rule the page names leads to what the rules page says of it,
// which opens beside the verdict.
func TestRuleLinks(t *testing.T) {
	p := judged(t, "a.xlsx", typo(t))
	p.press("j")
	p.until(`document.querySelector('#equation a.rule-id')`)
	assert.Equal(t, "_blank noopener", eval[string](p, `(({ target, rel }) => target + ' ' + rel)(document.querySelector('#equation a.rule-id'))`))
	p.click(".ran .link")
	links := eval[[]string](p, `[...document.querySelectorAll('#equation a.rule-id, #scope a.rule-id')].map((a) => a.getAttribute('href'))`)
	require.Greater(t, len(links), 80)
	dir, err := published()
	require.NoError(t, err)
	rules, err := os.ReadFile(filepath.Join(dir, "rules.html"))
	require.NoError(t, err)
	for _, link := range links {
		require.Regexp(t, `^rules\.html#.`, link)
		assert.Contains(t, string(rules), `id="`+link[len("rules.html#"):]+`"`)
	}
}
