package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
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

// TestRulesInTheOneFile: the page of rules is in the file; a link opens it at the rule.
func TestRulesInTheOneFile(t *testing.T) {
	p := openOneFile(t, oneFilePage(t), nil).ready()
	p.drop("a.xlsx", typo(t))
	p.verdict("a.xlsx")
	p.press("j")
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('#equation a.rule-id')`)
	p.run(`document.querySelector('#equation a.rule-id').focus()`)
	p.press(kb.Enter)
	rule := p.text("#equation a.rule-id")
	var opened *page
	require.Eventually(t, func() bool {
		infos, err := chromedp.Targets(p.ctx)
		require.NoError(t, err)
		for _, info := range infos {
			if info.Type == "page" && strings.HasPrefix(info.URL, "blob:") && strings.HasSuffix(info.URL, "#"+rule) {
				ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(info.TargetID))
				t.Cleanup(cancel)
				opened = &page{t: t, ctx: ctx}
				return true
			}
		}
		return false
	}, patience, 10*time.Millisecond)
	opened.until(`document.querySelector('article:target')`)
	assert.Equal(t, rule, opened.text("article:target .rule-id"))
	assert.Contains(t, opened.text("article:target"), "为什么")
	assert.Equal(t, "0px", eval[string](opened, `getComputedStyle(document.body).marginTop`), "its style is in it")
	assert.Equal(t, "grid", eval[string](opened, `getComputedStyle(document.querySelector('.rules-body')).display`))
	assert.Equal(t, 0, eval[int](opened, `document.querySelectorAll('a[href]:not([href^="#"])').length`), "nothing leads out of it")
	for _, link := range eval[[]string](opened, `[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))`) {
		assert.True(t, eval[bool](opened, `!!document.getElementById(`+strconv.Quote(link[1:])+`)`), link)
	}
}
