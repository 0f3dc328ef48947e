package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

var update = flag.Bool("update", false, "rewrite report.schema.json")

// TestSchemaIsThatOfTheTypes holds the committed schema against the types.
func TestSchemaIsThatOfTheTypes(t *testing.T) {
	made, err := generate("..")
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(Name, made, 0o644))
	}
	committed, err := os.ReadFile(Name)
	require.NoError(t, err)
	assert.Equal(t, string(made), string(committed), "stale: go test ./validate/report/schema -update, and read the diff")
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSON))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(Name, document))
	s, err := c.Compile(Name)
	require.NoError(t, err)
	return s
}

// whole is a report with something of everything.
func whole() *report.Report {
	change := report.Change{Sheet: "03", Cell: "C6"}
	return &report.Report{Schema: report.Schema, Verdict: report.Fail, Error: &report.Failure{}, Forms: []report.Form{{Status: report.Empty}},
		Rules: []report.Rule{{Outcome: report.Violated, Unchecked: true}}, Text: &report.Text{Documents: []report.Document{{}}, Unchecked: []report.Passage{{}}, Marks: []report.TextMark{{}}},
		Findings: []report.Finding{{Severity: report.Error, Suspect: new(int), Accepted: &report.Acceptance{}, Alike: 2,
			Cells: []report.Cell{{Side: report.Left, Sign: "+"}, {Words: "六", Paragraph: 3}}}},
		Suspects: []report.Suspect{{Change: change, Shape: report.Block, Changes: []report.Change{change}, Explains: []int{0}, Alternatives: []report.Alternative{{Change: change}}}}}
}

func TestRightAndWrongReports(t *testing.T) {
	s := compile(t)
	parsed := func() map[string]any {
		line, err := whole().JSON()
		require.NoError(t, err)
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		require.NoError(t, err)
		return v.(map[string]any)
	}
	require.NoError(t, s.Validate(parsed()))
	first := func(r map[string]any, name string) map[string]any { return r[name].([]any)[0].(map[string]any) }
	for what, wrong := range map[string]func(r map[string]any){
		"no verdict":               func(r map[string]any) { delete(r, "verdict") },
		"an unknown verdict":       func(r map[string]any) { r["verdict"] = "good" },
		"another schema":           func(r map[string]any) { r["schema"] = json.Number("2") },
		"an unknown field":         func(r map[string]any) { r["colour"] = "red" },
		"findings null":            func(r map[string]any) { r["findings"] = nil },
		"a year as text":           func(r map[string]any) { r["year"] = "2023" },
		"an unknown severity":      func(r map[string]any) { first(r, "findings")["severity"] = "fatal" },
		"an unknown shape":         func(r map[string]any) { first(r, "suspects")["shape"] = "" },
		"an amount as a number":    func(r map[string]any) { first(r, "findings")["left"] = json.Number("1.5") },
		"an unknown outcome":       func(r map[string]any) { first(r, "rules")["outcome"] = "?" },
		"an unknown status":        func(r map[string]any) { first(r, "forms")["status"] = "?" },
		"an unknown side":          func(r map[string]any) { first(first(r, "findings"), "cells")["side"] = "top" },
		"a field more of a cell":   func(r map[string]any) { first(first(r, "findings"), "cells")["x"] = "" },
		"a field less of a cell":   func(r map[string]any) { delete(first(first(r, "findings"), "cells"), "cell") },
		"a field more of a change": func(r map[string]any) { first(first(r, "suspects"), "changes")["shape"] = "cell" },
		"a field more of the text": func(r map[string]any) { r["text"].(map[string]any)["x"] = "" },
	} {
		r := parsed()
		wrong(r)
		assert.Error(t, s.Validate(r), what)
	}
	r := parsed()
	r["error"] = nil
	assert.NoError(t, s.Validate(r))
}
