package e2e

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/site/web"
	"suanqing/validate"
	"suanqing/validate/report"
)

// What is said of a file stays true of it, whatever comes after.

func TestFileChangedOnDisk(t *testing.T) {
	p := open(t, options{prepare: saves}).ready()
	path := filepath.Join(t.TempDir(), "v.xlsx")
	require.NoError(t, os.WriteFile(path, read(t, seed), 0o600))
	p.choose(path, "../../testdata/clean-yuan.xlsx")
	p.verdict("v.xlsx")
	p.until(`!document.querySelector('#files').textContent.match(/等待|检查中/)`)
	require.NoError(t, os.WriteFile(path, typo(t), 0o600))
	p.click(".file:nth-child(2)")
	p.verdict("clean-yuan.xlsx")
	p.until(`document.querySelector('#sheet td.n')`)
	p.click(".file:nth-child(1)")
	p.verdict("v.xlsx")
	p.click(".tab:nth-child(5)")
	p.until(`document.querySelector('#sheet').textContent.includes('请重新拖入')`)
	p.run(`document.querySelector('#export').open = true`)
	p.click(`[data-export="csv"]`)
	p.until(`document.querySelector('#exported.trouble')`)
	assert.Contains(t, p.text("#exported"), "v-问题清单.csv：原文件在检查之后改动")
	assert.Equal(t, "有尾差（可接受）", p.text(".verdict-word"))
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), "有尾差（可接受）")
}

func TestWarningsAloneAreNoTails(t *testing.T) {
	data := edited(t, "../../testdata/clean-yuan.xlsx", map[string]any{"3!B10": "卫生健康支出"})
	r := validate.Check("a.xlsx", data, nil).Report
	require.NotEmpty(t, r.Findings)
	require.Equal(t, report.Pass, r.Verdict)
	p := open(t, options{prepare: saves}).ready()
	p.drop("a.xlsx", data)
	assert.Equal(t, r.VerdictWord(), p.verdict("a.xlsx"))
	assert.Equal(t, r.VerdictMark(), p.text(".verdict-mark"))
	assert.Contains(t, p.text("#live"), r.VerdictWord())
	_, list := p.export("csv")
	assert.Contains(t, string(list), r.VerdictWord())
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), "✓ "+r.VerdictWord())
	assert.NotContains(t, p.text("#print"), "四舍五入允许")
}

// The page's words for verdicts and severities are those of the command and the exports.
func TestOneGlossary(t *testing.T) {
	text := string(read(t, "../page/ui/text.js"))
	for _, s := range []report.Severity{report.Error, report.Warning, report.Tail, report.Notice} {
		assert.Contains(t, text, fmt.Sprintf("%s: { mark: '%s', word: '%s' }", s, s.Mark(), s.Word()))
	}
	for _, v := range []report.Verdict{report.Pass, report.Tails, report.Fail, report.Incomplete} {
		r := report.Report{Verdict: v}
		assert.Contains(t, text, fmt.Sprintf("%s: { mark: '%s', word: '%s',", v, r.VerdictMark(), r.VerdictWord()))
	}
}

const closing = `!dispatchEvent(new Event('beforeunload', { cancelable: true }))`

func TestUnsavedAcceptancesHoldThePage(t *testing.T) {
	p := open(t, options{prepare: keepsSaved}).ready()
	in := func(year string) []byte {
		return edited(t, seed, map[string]any{"3!E11": 2560.05, "1!A2": year + "年度"})
	}
	for _, year := range []string{"2022", "2023"} {
		p.drop(year+".xlsx", in(year))
		p.verdict(year + ".xlsx")
		assert.Contains(t, p.text(".verdict-of"), year)
		p.press(kb.ArrowRight)
		p.press("j")
		p.until(`document.querySelector('.item.error[aria-selected="true"]')?.dataset.finding`)
		p.acceptWith("已核对")
		assert.True(t, eval[bool](p, closing), "the browser asks before the page goes")
	}
	p.click(".save-accepted")
	p.savedText("2023-接受.json")
	assert.True(t, eval[bool](p, closing), "2022's are in no file yet")
	p.click(".file:nth-child(1)")
	p.verdict("2022.xlsx")
	p.click(".save-accepted")
	p.savedText("2022-接受.json")
	assert.False(t, eval[bool](p, closing))
}

// A finding that stands for many is not accepted unseen.
func TestManyAreNotAcceptedAtOnce(t *testing.T) {
	cells := []report.Cell{{Sheet: "表", Cell: "A1", Form: "F03"}}
	p := open(t, options{prepare: answers(t, report.Report{Schema: 1, File: "a.xlsx", Verdict: report.Fail,
		Forms: []report.Form{{Form: "F03", Title: "支出决算表", Sheet: "表", Range: "A1:B2", Status: report.Read}}, Rules: []report.Rule{}, Suspects: []report.Suspect{},
		Findings: []report.Finding{
			{Rule: "r", Severity: report.Error, Title: "一", Fingerprint: strings.Repeat("1", 16), Cells: cells},
			{Rule: "r", Severity: report.Error, Title: "二", Fingerprint: strings.Repeat("2", 16), Alike: 101, Cells: cells}}},
		map[string]any{"name": "表", "rows": 0, "cols": 0, "widths": []int{}, "heights": map[int]int{}, "hiddenRows": []int{}, "hiddenCols": []int{}, "merges": [][4]int{}, "cells": []any{}})}).ready()
	p.drop("a.xlsx", []byte("x"))
	p.verdict("a.xlsx")
	p.until(`document.querySelector('.accept')`)
	p.click(`[data-finding="1"]`)
	p.until(`!document.querySelector('.accept')`)
	p.stroke("a")
	assert.Contains(t, p.text("#live"), "不能一次接受")
	assert.False(t, eval[bool](p, `!!document.querySelector('dialog[open]')`))
}

// A reason that is being written is for the file it was asked about.
func TestAnotherFileClosesTheDialog(t *testing.T) {
	p := judged(t, "a.xlsx", typo(t))
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.item.error[aria-selected="true"]')?.dataset.finding`)
	p.stroke("a")
	p.until(`document.activeElement?.id === 'reason'`)
	p.drop("b.xlsx", read(t, "../../testdata/clean-yuan.xlsx"))
	p.verdict("b.xlsx")
	assert.False(t, eval[bool](p, `!!document.querySelector('dialog[open]')`))
	p.click(".file:nth-child(1)")
	p.verdict("a.xlsx")
	assert.NotContains(t, p.text(".counts"), "已接受")
}

func TestExportsFollowEachOther(t *testing.T) {
	p := open(t, options{prepare: saves}).ready()
	p.drop("a.xlsx", typo(t))
	p.verdict("a.xlsx")
	p.run(`for (const what of ['copy', 'csv']) document.querySelector('[data-export="' + what + '"]').click()`)
	p.until(`window.saved.length === 2`)
	assert.Equal(t, []string{"a-批注.xlsx", "a-问题清单.csv"}, eval[[]string](p, `window.saved.map((f) => f.name)`))
	p.drop("b.xls", read(t, twins+"clean-yuan.xls"))
	p.verdict("b.xls")
	assert.True(t, eval[bool](p, `document.querySelector('#exported').hidden`), "what was said of another file is gone")
	p.click(`[data-export="copy"]`)
	p.until(`window.saved.length === 3`)
	assert.Contains(t, p.text("#exported"), "b-批注.xlsx")
	p.click(".file:nth-child(1)")
	p.verdict("a.xlsx")
	assert.True(t, eval[bool](p, `document.querySelector('#exported').hidden`))
}

// Hosts that send "/" on to "/index.html" are kept like others: no browser takes a
// redirected answer for a navigation.
func TestKeptFromAHostThatRedirects(t *testing.T) {
	redirecting := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" {
				http.Redirect(w, r, "/index.html", http.StatusFound)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
	p := open(t, options{wrap: redirecting}).ready().kept()
	p.reload()
	assert.True(t, eval[bool](p, `Boolean(navigator.serviceWorker.controller)`))
}

// Two builds on one host keep out of each other's way.
func TestTwoSitesOnOneHost(t *testing.T) {
	first := site(t)
	h := newHost(t, first)
	second := another(t, first)
	mux := http.NewServeMux()
	mux.Handle("/a/", http.StripPrefix("/a", web.Handler(os.DirFS(first))))
	mux.Handle("/b/", http.StripPrefix("/b", web.Handler(os.DirFS(second))))
	inner := h.Config.Handler
	h.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h.off.Load() {
			inner.ServeHTTP(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	})
	p := visit(t, h.URL+"/a/", hears).ready().kept()
	p.drop("a.xls", read(t, twins+"clean-yuan.xls"))
	p.verdict("a.xls")
	p.do(chromedp.Navigate(h.URL + "/b/"))
	p.ready().kept()
	h.off.Store(true)
	p.do(chromedp.Navigate(h.URL + "/a/"))
	p.ready()
	p.drop("a.xls", read(t, twins+"clean-yuan.xls"))
	assert.Equal(t, "通过", p.verdict("a.xls"))
}

// The rules of a newer build are not shown to an older one as its own.
func TestRulesOfAnotherBuildAreNotServed(t *testing.T) {
	h := newHost(t, site(t))
	p := visit(t, h.URL, nil).ready().kept()
	newer := t.TempDir()
	require.NoError(t, os.CopyFS(newer, os.DirFS(site(t))))
	for _, name := range []string{"rules.html", "rules.html.br", "rules.html.gz"} {
		require.NoError(t, os.WriteFile(filepath.Join(newer, name), []byte("<p>newer rules</p>"), 0o644))
	}
	h.dir.Store(&newer)
	p.do(chromedp.Navigate(h.URL + "/rules.html"))
	p.until(`document.body.textContent.includes('本站已有新版本')`)
	assert.NotContains(t, p.text("body"), "newer rules")
}
