package e2e

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

// What a page cannot be seen to be by looking: axe on every state, in light and dark,
// on an office screen and on the same at 200 %.

var axe = sync.OnceValues(func() (string, error) {
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	return string(source), err
})

// looks are CSS pixels and colours: 1366 × 768, and that at a zoom of 200 %. Colours do
// not depend on the size, nor sizes on the colours.
var looks = []struct {
	width, height int64
	scheme        string
}{{1366, 768, "light"}, {683, 384, "dark"}}

// accessible asks axe about what is on screen, or what is in one element of it: no rule
// fails, and none is undecided but the contrast of what is scrolled partly out of view,
// whose colours are seen elsewhere.
func (p *page) accessible(state string, within ...string) {
	p.t.Helper()
	for _, look := range looks {
		p.do(chromedp.EmulateViewport(look.width, look.height))
		p.scheme(look.scheme)
		found := eval[[]string](p, fmt.Sprintf(`(async () => {
			for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); // what the window's size changes is drawn
			axe.configure({ checks: [{ id: 'color-contrast', options: { ignoreUnicode: false, ignoreLength: true, ignorePseudo: true } }] });
			const { violations, incomplete } = await axe.run(%q || document, {
				runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations', 'incomplete'] });
			const scrolledAway = (node) => node.any.every((check) => ['bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring'].includes(check.data?.messageKey));
			for (const rule of incomplete) rule.nodes = rule.nodes.filter((node) => !scrolledAway(node));
			return [...violations, ...incomplete].flatMap((rule) => rule.nodes.map((node) => [violations.includes(rule) ? 'fails' : 'undecided',
				rule.id, rule.impact, node.target.join(' '), node.html.slice(0, 160), node.any.map((check) => check.data?.messageKey ?? '').join(' ')].join(' | ')));
		})()`, strings.Join(within, ", ")))
		assert.Empty(p.t, found, "%s, %d px, %s", state, look.width, look.scheme)
		assert.Empty(p.t, eval[[]string](p, bareTables), "%s: tables without caption, headers without scope", state)
		assert.LessOrEqual(p.t, eval[int64](p, `document.scrollingElement.scrollWidth`), look.width, "%s: the page does not scroll sideways", state)
	}
	p.do(chromedp.EmulateViewport(looks[0].width, looks[0].height))
	p.scheme(looks[0].scheme)
}

const bareTables = `[...document.querySelectorAll('table')].filter((table) => !table.closest('[aria-hidden="true"]')
	&& !(table.caption?.textContent && [...table.querySelectorAll('th')].every((th) => th.scope))).map((table) => table.outerHTML.slice(0, 200))`

func (p *page) scheme(name string) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
	require.NoError(p.t, err)
}

// withAxe opens the page with axe in it.
func withAxe(t *testing.T, o options) *page {
	t.Helper()
	fromNPM(t, "axe-core")
	source, err := axe()
	require.NoError(t, err)
	prepare := o.prepare
	o.prepare = func(p *page) {
		before(source)(p)
		if prepare != nil {
			prepare(p)
		}
	}
	return open(t, o)
}

func TestAccessBeforeAVerdict(t *testing.T) {
	gate, broken := make(chan struct{}), true
	p := withAxe(t, options{wrap: func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "suanqing.wasm") {
				<-gate
				if broken {
					http.Error(w, "down", http.StatusServiceUnavailable)
					return
				}
			}
			next.ServeHTTP(w, r)
		})
	}})
	p.accessible("empty")
	p.run(`document.querySelector('#veil').hidden = false`)
	p.accessible("a file above the window")
	p.run(`document.querySelector('#veil').hidden = true`)
	p.press("?")
	p.until(`document.querySelector('#keys').open`)
	p.accessible("keys")
	p.press(kb.Escape)
	p.click("#privacy")
	p.accessible("privacy")
	p.press(kb.Escape)
	p.drop("a.xlsx", read(t, seed))
	p.until(`!document.querySelector('#working').hidden`)
	p.accessible("working")
	close(gate)
	p.problem("没有加载完成")
	p.accessible("trouble")
	broken = false
	p.click("#problem button")
	p.verdict("a.xlsx")
	p.drop("report.pdf", []byte("%PDF-1.7\n1 0 obj"))
	p.problem("report.pdf")
	p.accessible("refused, among several files")
	p.drop("locked.xlsx", lock(t, read(t, seed)))
	p.until(`document.activeElement?.id === 'password'`)
	p.accessible("locked")
	p.password("no")
	p.problem("密码不对")
	p.accessible("wrong password")
	p.run(`document.querySelector('#update').hidden = false`)
	p.accessible("an update")
	for _, id := range []string{"old", "torn"} {
		p.run(fmt.Sprintf(`for (const main of document.querySelectorAll('main')) main.hidden = main.id !== %q`, id))
		if id == "old" {
			p.accessible(id)
		}
	}
}

func TestAccessOfAVerdict(t *testing.T) {
	p := withAxe(t, options{prepare: keepsSaved}).ready()
	p.choose(seed)
	p.verdict("lanshan-2023.xlsx")
	p.until(`document.querySelector('#sheet td.n')`)
	p.accessible("tails, none chosen")
	p.press("j")
	p.until(`document.querySelector('td.focused')`)
	p.accessible("a tail")
	p.choose("../../testdata/clean-yuan.xlsx")
	p.verdict("clean-yuan.xlsx")
	p.until(`document.querySelector('#sheet td.n')`)
	p.accessible("pass")
	p.click("#compare-button")
	p.until(`document.querySelector('dialog[open]')`)
	p.accessible("comparison with another subject")
	p.press(kb.Escape)
	p.drop("lanshan-2023.xlsx", typo(t))
	p.until(`!document.querySelector('#compare').hidden && document.querySelector('td.suggested')`)
	p.accessible("suspect chosen")
	p.press("c")
	p.until(`document.querySelector('dialog[open]')`)
	p.accessible("comparison")
	p.press(kb.Escape)
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.item.error[aria-selected="true"]')?.dataset.finding`)
	p.accessible("error chosen")
	p.click(".ran .link")
	p.until(`document.querySelector('#scope').open`)
	p.accessible("scope")
	p.press(kb.Escape)
	p.stroke("a")
	p.until(`document.activeElement?.id === 'reason'`)
	p.accessible("asks for a reason")
	p.press(kb.Enter)
	p.until(`document.querySelector('#reason[aria-invalid]')`)
	p.accessible("no reason")
	p.press("已与单位核对")
	p.press(kb.Enter)
	p.until(`!document.querySelector('dialog[open]')`)
	p.accessible("accepted")
}

func TestAccessOfWhatIsTakenAway(t *testing.T) {
	p := withAxe(t, options{prepare: keepsSaved}).ready()
	p.drop("lanshan-2023.xlsx", typo(t))
	p.verdict("lanshan-2023.xlsx")
	p.run(`document.querySelector('#export').open = true`)
	p.accessible("export menu", "#export") // it lies over what is below it
	p.click(`[data-export="csv"]`)
	p.until(`!document.querySelector('#exported').hidden`)
	p.accessible("exported")
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.item.error[aria-selected="true"]')?.dataset.finding`)
	p.acceptWith("已与单位核对")
	p.click(".accepted-count")
	p.until(`document.querySelector('dialog[open]')`)
	p.accessible("list of the accepted")
	p.press(kb.Escape)
	p.click(".save-accepted")
	p.until(`!document.querySelector('#notice').hidden`)
	p.accessible("saved")
	p.press("f")
	p.press(" ")
	p.accessible("filtered")
	p.press(kb.Escape)
	p.press("t")
	p.until(`!document.querySelector('#trial').hidden`)
	p.accessible("trial")
	p.press(kb.Escape)
	p.run(`document.querySelector('#print').removeAttribute('aria-hidden'); dispatchEvent(new Event('beforeprint'))`)
	p.accessible("printed")
}

func TestAccessOfTheSample(t *testing.T) {
	p := withAxe(t, options{}).ready()
	p.click("#try-sample")
	p.until(`!document.querySelector('#sample').hidden && document.querySelector('td.focused')`)
	p.accessible("sample")
}

func TestAccessOfAnIncompleteReport(t *testing.T) {
	p := withAxe(t, options{prepare: answers(t, report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Incomplete, Forms: []report.Form{
		{Form: "F01", Title: "收入支出决算总表", Sheet: "表", Range: "A1:B2", Status: report.Read},
		{Form: "F07", Title: "政府性基金预算财政拨款收入支出决算表", Status: report.Missing}},
		Rules: []report.Rule{{Rule: "b", Title: "乙规则", Outcome: report.Skipped, Reason: "没有这一列", Unchecked: true}},
		Findings: []report.Finding{
			{Rule: "a", Severity: report.Warning, Title: "甲", Message: "甲", Cells: []report.Cell{{Sheet: "表", Cell: "A1", Form: "F01"}}},
			{Rule: "b", Severity: report.Notice, Title: "乙", Message: "乙", Cells: []report.Cell{{Sheet: "表", Cell: "B1", Form: "F01"}}}},
		Suspects: []report.Suspect{}},
		map[string]any{"name": "表", "rows": 2, "cols": 2, "widths": []int{0, 0}, "heights": map[int]int{}, "hiddenRows": []int{1}, "hiddenCols": []int{1},
			"merges": [][4]int{}, "cells": [][5]any{{0, 0, "甲", "t", 0}, {0, 1, "1.00", "n", 2}, {1, 1, "#REF!", "e", 0}}})}).ready()
	p.drop("a.xlsx", []byte("x"))
	p.verdict("a.xlsx")
	p.until(`document.querySelector('#sheet td')`)
	p.accessible("incomplete")
}

func TestAccessOfTheRulesPage(t *testing.T) {
	dir, err := published()
	require.NoError(t, err)
	p := withAxe(t, options{})
	p.do(chromedp.Navigate(p.url + "/rules.html"))
	p.until(`document.readyState === 'complete'`)
	p.accessible(filepath.Join(dir, "rules.html"))
}
