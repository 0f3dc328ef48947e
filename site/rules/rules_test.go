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
	told := top.all(func(e *element) bool { return e.class == "rule" })
	catalogue := rule.Catalogue()
	assert.Len(t, told, len(catalogue))
	for i := range catalogue {
		r := &catalogue[i]
		e := byID[r.ID]
		require.NotNil(t, e, r.ID)
		assert.Equal(t, r.Why, e.one(t, "why"), r.ID)
		assert.Equal(t, r.Hint, e.one(t, "hint"), r.ID)
		assert.Contains(t, e.text.String(), r.Title, r.ID)
		assert.NotEmpty(t, e.one(t, "change"), r.ID)
		assert.Greater(t, len(e.one(t, "message")), len("✗。"), r.ID)
		marks := e.all(func(e *element) bool { return e.class == "mark "+string(r.Severity) })
		assert.Len(t, marks, 2, "%s: its severity at the title and at the example", r.ID)
		if r.Equation == nil {
			continue
		}
		formulas := []string{r.Equation.Text}
		if r.ForEach != nil {
			formulas = append(formulas, r.ForEach.Text)
		}
		if r.When != nil {
			formulas = append(formulas, r.When.Text)
		}
		var written []string
		for _, f := range e.all(func(e *element) bool { return e.class == "formula" }) {
			written = append(written, f.text.String())
		}
		assert.Equal(t, formulas, written, r.ID)
		assert.NotEmpty(t, e.one(t, "figures"), r.ID)
	}
}

// Rules under a form speak of that form alone.
func TestGroups(t *testing.T) {
	seen := 0
	for _, g := range grouped(rule.Catalogue(), nil) {
		for _, e := range g.Entries {
			seen++
			family, _, _ := strings.Cut(e.ID, ".")
			switch {
			case form.Public.ByID(form.ID(g.ID)) != nil:
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

// An example is about the figure that was changed: it stands in the core's words
// as it was mistyped.
func TestExamplesShowTheChange(t *testing.T) {
	catalogue := rule.Catalogue()
	examples, err := makeExamples(root, catalogue)
	require.NoError(t, err)
	for i := range catalogue {
		e := examples[catalogue[i].ID]
		if catalogue[i].Equation != nil {
			assert.Contains(t, e.Finding.Equation, e.Change.After, catalogue[i].ID)
			assert.NotEqual(t, e.Change.Before, e.Change.After, catalogue[i].ID)
		}
		assert.Equal(t, catalogue[i].Severity, e.Finding.Severity, catalogue[i].ID)
	}

	_, err = makeExamples(root, []rule.Rule{{ID: "cell.new", Check: func(*rule.Check) {}}})
	assert.ErrorContains(t, err, "cell.new", "a rule that no example breaks")
}

func TestWordsAreExplained(t *testing.T) {
	var legend strings.Builder
	for _, w := range words {
		legend.WriteString(w.Word + "、")
	}
	catalogue := rule.Catalogue()
	for i := range catalogue {
		r := &catalogue[i]
		var used []string
		if r.ForEach != nil {
			used = append(used, string(r.ForEach.Rows))
		}
		if r.Equation != nil {
			for _, term := range r.Equation.Terms() {
				if term.Sum {
					used = append(used, term.Row)
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
	require.NoError(t, write(&b, []rule.Rule{r}, map[string]*example{
		r.ID: {Base: bad, Change: change{Sheet: bad, Cell: bad, Label: bad, Before: bad, After: bad, Words: bad}, Finding: found}}))
	top := parse(t, b.Bytes())
	assert.Empty(t, top.all(func(e *element) bool { return slices.Contains([]string{"script", "style", "x"}, e.name+e.class) }))
	article := top.all(func(e *element) bool { return e.class == "rule" })
	require.Len(t, article, 1)
	assert.Equal(t, 14, strings.Count(article[0].text.String(), bad), "every text of the rule, as it is")
}
