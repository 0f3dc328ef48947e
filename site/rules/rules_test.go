package rules

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/catalogue"
	"suanqing/validate/form"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

var update = flag.Bool("update", false, "rewrite rules.html")

const (
	root   = "../.."
	golden = "rules.html"
)

// TestPage holds the committed page against the declarations.
func TestPage(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, Write(&b, root))
	if *update {
		require.NoError(t, os.WriteFile(golden, b.Bytes(), 0o644))
	}
	committed, err := os.ReadFile(golden)
	require.NoError(t, err)
	if !bytes.Equal(committed, b.Bytes()) {
		assert.Equal(t, strings.Split(string(committed), "\n"), strings.Split(b.String(), "\n"),
			"rules.html is stale: go test ./site/rules -update, and read the diff")
	}
}

// element is a parsed element: its attributes and all text in it.
type element struct {
	name, id, class, href string
	text                  strings.Builder
	inside                []*element
}

// parse reads a page by another reader than the browser's: it is well-formed XML.
func parse(t *testing.T, page []byte) *element {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Entity = xml.HTMLEntity
	top := &element{}
	open := []*element{top}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			require.Len(t, open, 1)
			return top
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local}
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "id":
					e.id = a.Value
				case "class":
					e.class = a.Value
				case "href":
					e.href = a.Value
				}
			}
			open[len(open)-1].inside = append(open[len(open)-1].inside, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text.Write(token)
			}
		}
	}
}

// all lists an element and those in it that a test picks.
func (e *element) all(pick func(*element) bool) (found []*element) {
	if pick(e) {
		found = append(found, e)
	}
	for _, x := range e.inside {
		found = append(found, x.all(pick)...)
	}
	return found
}

func (e *element) one(t *testing.T, class string) string {
	t.Helper()
	found := e.all(func(x *element) bool { return x.class == class })
	require.Len(t, found, 1, "%s: one %s wanted", e.id, class)
	return found[0].text.String()
}

func TestEveryRuleIsTold(t *testing.T) {
	data, err := os.ReadFile(golden)
	require.NoError(t, err)
	top := parse(t, data)
	byID := map[string]*element{}
	for _, e := range top.all(func(e *element) bool { return e.id != "" }) {
		assert.Nil(t, byID[e.id], "id %s stands twice", e.id)
		byID[e.id] = e
	}
	for _, e := range top.all(func(e *element) bool { return strings.HasPrefix(e.href, "#") }) {
		assert.Contains(t, byID, e.href[1:], "a link to nowhere")
	}
	told := 0
	for _, p := range catalogue.Parts() {
		for _, r := range p.Rules {
			e := byID[r.ID]
			require.NotNil(t, e, r.ID)
			if told++; e.name == "li" {
				tellsOneOfMany(t, top, e, r)
			} else {
				tells(t, e, r)
			}
		}
	}
	assert.Len(t, top.all(func(e *element) bool { return e.class == "rule-id" }), told)
	for _, e := range top.all(func(e *element) bool { return e.class == "rule" && !untold[e.id] }) {
		assert.NotEmpty(t, e.one(t, "change"), e.id)
		assert.Greater(t, len(e.one(t, "message")), len("✗。"), e.id)
		assert.Len(t, e.all(func(e *element) bool { return strings.HasPrefix(e.class, "mark ") }), 2, "%s: a severity at the title and at the example", e.id)
	}
}

// tells holds an entry of one rule against the rule.
func tells(t *testing.T, e *element, r *rule.Rule) {
	assert.Equal(t, "rule", e.class, r.ID)
	assert.Equal(t, r.Why, e.one(t, "why"), r.ID)
	assert.Equal(t, r.Hint, e.one(t, "hint"), r.ID)
	assert.Contains(t, e.text.String(), r.Title, r.ID)
	assert.NotEmpty(t, e.texts("mark "+string(r.Severity)), r.ID)
	if r.Equation == nil {
		return
	}
	formulas := []string{r.Equation.Text}
	for _, f := range r.Further {
		formulas = append(formulas, f.Text)
	}
	if r.ForEach != nil {
		formulas = append(formulas, r.ForEach.Text)
	}
	if r.When != nil {
		formulas = append(formulas, r.When.Text)
	}
	assert.Equal(t, formulas, e.texts("formula"), r.ID)
}

// tellsOneOfMany holds a line of an entry of many rules, and that entry, against the rule.
func tellsOneOfMany(t *testing.T, top, line *element, r *rule.Rule) {
	assert.Contains(t, line.text.String(), r.Title)
	assert.Equal(t, []string{r.Equation.Text}, line.texts("formula"), r.ID)
	if r.ForEach != nil {
		assert.Equal(t, r.ForEach.Text, line.one(t, "scope"), r.ID)
	}
	assert.Nil(t, r.When, "%s: the lines show no condition", r.ID)
	entries := top.all(func(e *element) bool {
		return e.class == "rule" && len(e.all(func(x *element) bool { return x == line })) > 0
	})
	require.Len(t, entries, 1)
	assert.Equal(t, r.Why, entries[0].one(t, "why"), r.ID)
	assert.Contains(t, entries[0].texts("hint"), r.Hint, r.ID)
	assert.NotEmpty(t, entries[0].all(func(e *element) bool { return e.class == "mark "+string(r.Severity) }), r.ID)
}

// texts are those of the elements of a class.
func (e *element) texts(class string) (texts []string) {
	for _, x := range e.all(func(x *element) bool { return x.class == class }) {
		texts = append(texts, x.text.String())
	}
	return texts
}

// Rules under a form speak of that form alone.
func TestGroups(t *testing.T) {
	seen := 0
	for _, g := range grouped(pointers(rule.Catalogue()), nil) {
		for _, e := range g.Entries {
			seen++
			family, _, _ := strings.Cut(e.ID, ".")
			switch {
			case form.Public().ByID(form.ID(g.ID)) != nil:
				assert.Equal(t, g.ID, family)
			case strings.HasPrefix(g.ID, "between-"):
				assert.Contains(t, family, "-", e.ID)
			default:
				assert.Contains(t, map[string]string{"codes": "code", "cells": "cell", "book": "book form joint"}[g.ID], family)
			}
		}
	}
	assert.Equal(t, len(rule.Catalogue()), seen)
}

func pointers(rules []rule.Rule) (all []*rule.Rule) {
	for i := range rules {
		all = append(all, &rules[i])
	}
	return all
}

// lighter are rules that tell of their example with less weight: other cases have all.
var lighter = map[string]bool{"performance.grade": true, "glossary.item": true}

// An example is about the figure that was changed: it stands in the core's words
// as it was mistyped.
func TestExamplesShowTheChange(t *testing.T) {
	parts := catalogue.Parts()
	examples, err := makeExamples(root, parts)
	require.NoError(t, err)
	for _, p := range parts {
		for _, r := range p.Rules {
			e := examples[r.ID]
			if e == nil {
				continue // one of many in an entry
			}
			if r.Equation != nil && p.ID == catalogue.Forms {
				assert.Contains(t, e.Finding.Equation, e.Change.After, r.ID)
				assert.NotEqual(t, e.Change.Before, e.Change.After, r.ID)
				assert.NotEmpty(t, e.Finding.Equation, r.ID)
			}
			if !lighter[r.ID] {
				assert.Equal(t, r.Severity, e.Finding.Severity, r.ID)
			}
		}
	}

	lone := []catalogue.Part{{ID: catalogue.Forms, Rules: []*rule.Rule{{ID: "cell.new", Check: func(*rule.Check) {}}}}}
	_, err = makeExamples(root, lone)
	assert.ErrorContains(t, err, "cell.new", "a rule that no example breaks")
	lone[0] = catalogue.Part{ID: catalogue.Text, Rules: []*rule.Rule{{ID: "text.new"}}}
	_, err = makeExamples(root, lone)
	assert.ErrorContains(t, err, "text.new", "a rule that no example breaks")
}

// The sample text is right, and each edit of it raises what it is an example of and
// nothing else.
func TestExamplesOfTextRaiseOneThing(t *testing.T) {
	bases, err := loadBases(root)
	require.NoError(t, err)
	for _, last := range []bool{false, true} {
		found, err := bases[0].judgeText(sample, last)
		require.NoError(t, err)
		assert.Empty(t, found)
	}
	for id, pattern := range reworded {
		text, _, err := rewrite(pattern)
		require.NoError(t, err, id)
		found, err := bases[0].judgeText(text, besideLast[id])
		require.NoError(t, err, id)
		raised := map[string]int{}
		for _, f := range found {
			raised[f.Rule]++
		}
		assert.Equal(t, map[string]int{id: 1}, raised, id)
	}
	_, _, err = rewrite("words that {stand→stood} nowhere")
	assert.ErrorContains(t, err, "nowhere")
}

// Books that add up raise nothing, and each example across books raises what it is one of;
// what closed with less than the year before also changed by much.
func TestExamplesAcrossBooksRaiseOneThing(t *testing.T) {
	bases, err := loadBases(root)
	require.NoError(t, err)
	found, err := bases[0].judgeTogether(together{books: []member{wholeBook, ownBook, unitBook}})
	require.NoError(t, err)
	assert.Empty(t, found)
	for id, x := range acrossBooks {
		found, err := bases[0].judgeTogether(x)
		require.NoError(t, err, id)
		raised := map[string]int{}
		for _, f := range found {
			raised[f.Rule]++
		}
		if id != "years.changes" && id != "years.previous" {
			delete(raised, "years.changes")
		}
		assert.Equal(t, map[string]int{id: 1}, raised, id)
	}
}

func TestWordsAreExplained(t *testing.T) {
	var legend strings.Builder
	for _, w := range words {
		legend.WriteString(w.Word + "、")
	}
	for _, r := range catalogue.All() {
		var used []string
		if r.ForEach != nil {
			used = append(used, string(r.ForEach.Rows))
		}
		if r.Equation != nil {
			for _, term := range r.Equation.Terms() {
				if term.Sum {
					used = append(used, term.Row)
				}
				if term.Role != "" {
					used = append(used, string(term.Role))
				}
				if !strings.HasPrefix(string(term.Form), "F0") {
					used = append(used, string(term.Form)+"[")
				}
			}
		}
		for _, w := range used {
			assert.Contains(t, legend.String(), w, r.ID)
		}
	}
}

func TestNothingUnescaped(t *testing.T) {
	const bad = `"><script>alert(1)</script><b class='x'>&amp;`
	cells := []report.Cell{{Sheet: bad, Cell: bad}}
	r := rule.Rule{ID: "cell.bad", Title: bad, Why: bad, Hint: bad, Severity: report.Error}
	found := report.Finding{Message: bad, Equation: bad, Severity: report.Error, Cells: cells}
	var b bytes.Buffer
	require.NoError(t, write(&b, []catalogue.Part{{ID: catalogue.Forms, Rules: []*rule.Rule{&r}}}, map[string]*example{
		r.ID: {Base: bad, Change: change{Sheet: bad, Cell: bad, Label: bad, Before: bad, After: bad, Words: bad}, Finding: found}}))
	top := parse(t, b.Bytes())
	assert.Empty(t, top.all(func(e *element) bool { return slices.Contains([]string{"script", "style", "x"}, e.name+e.class) }))
	article := top.all(func(e *element) bool { return e.class == "rule" })
	require.Len(t, article, 1)
	assert.Equal(t, 14, strings.Count(article[0].text.String(), bad), "every text of the rule, as it is")

	b.Reset()
	found.Cells = []report.Cell{{Words: bad}}
	require.NoError(t, write(&b, []catalogue.Part{{ID: catalogue.Text, Name: bad, Note: bad, Rules: []*rule.Rule{&r}}}, map[string]*example{
		r.ID: {Base: bad, Change: change{Text: []rewording{{bad, bad, bad, bad}}}, Finding: found}}))
	top = parse(t, b.Bytes())
	assert.Empty(t, top.all(func(e *element) bool { return slices.Contains([]string{"script", "style", "x"}, e.name+e.class) }))
	assert.Equal(t, 11, strings.Count(top.all(func(e *element) bool { return e.class == "rule" })[0].text.String(), bad))
}
