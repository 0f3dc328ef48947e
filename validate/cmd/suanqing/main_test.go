package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/catalogue"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

const seed = "../../../testdata/lanshan-2023.xlsx"

func call(args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = run(args, strings.NewReader(""), &o, &e)
	return status, o.String(), e.String()
}

// broken writes a report with an error beside the test.
func broken(t *testing.T, edits ...string) string {
	t.Helper()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "edited.xlsx")
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

func TestExitStatus(t *testing.T) {
	fails := broken(t, "F01[210, 金额] = 46.86")
	lacks := broken(t, "F05 delete")
	pdf := filepath.Join(t.TempDir(), "a.pdf")
	require.NoError(t, os.WriteFile(pdf, []byte("%PDF-1.4"), 0o600))
	for _, c := range []struct {
		want int
		args []string
	}{
		{0, []string{"check", seed}},
		{0, []string{"check", "--format", "json", seed, seed}},
		{1, []string{"check", seed, fails}},
		{2, []string{"check", fails, lacks}},
		{2, []string{"check", pdf, fails}},
		{2, []string{"check", filepath.Join(t.TempDir(), "none.xlsx")}},
		{2, []string{"check", t.TempDir()}},
		{64, nil},
		{64, []string{"check"}},
		{64, []string{"check", "--format", "yaml", seed}},
		{64, []string{"check", "--colour", seed}},
		{64, []string{"audit"}},
		{64, []string{"rules", "extra"}},
		{0, []string{"schema"}},
		{64, []string{"schema", "extra"}},
		{0, []string{"rules"}},
		{0, []string{"help"}},
	} {
		status, _, errs := call(c.args...)
		assert.Equal(t, c.want, status, "%v", c.args)
		assert.Equal(t, c.want == 64, errs != "", "%v: usage goes to standard error, and only usage", c.args)
	}
}

func TestJSONIsOneReportALineInOrder(t *testing.T) {
	fails := broken(t, "F01[210, 金额] = 46.86")
	_, out, _ := call("check", fails, "--format", "json", seed)
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	require.Len(t, lines, 2)
	for i, want := range []report.Verdict{report.Fail, report.Tails} {
		var r report.Report
		d := json.NewDecoder(strings.NewReader(lines[i]))
		d.DisallowUnknownFields()
		require.NoError(t, d.Decode(&r))
		assert.Equal(t, want, r.Verdict)
		assert.Equal(t, report.Schema, r.Schema)
	}
	var raw map[string]any
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &raw))
	for _, name := range []string{"schema", "file", "sha256", "verdict", "department", "year", "unit", "error", "forms", "rules", "findings", "suspects"} {
		assert.Contains(t, raw, name)
	}
	assert.Nil(t, raw["error"])
}

func TestSchemaIsPrinted(t *testing.T) {
	_, out, _ := call("schema")
	assert.Equal(t, string(load(t, "../../report/schema/report.schema.json")), out)
}

func TestTextIsForPeople(t *testing.T) {
	_, out, _ := call("check", broken(t, "F03[2010302, 项目支出] = 2560.05"))
	for _, want := range []string{"✗ 不通过", "临沂市兰山区人民政府办公室", "万元", "2,304.00", "03支出决算表!C11", "怎么改"} {
		assert.Contains(t, out, want)
	}
}

func TestRulesAreTheCatalogue(t *testing.T) {
	_, out, _ := call("rules", "--format", "json")
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	all := catalogue.All()
	require.Len(t, lines, len(all))
	for i, line := range lines {
		var r ruleJSON
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		assert.Equal(t, all[i].ID, r.Rule)
		assert.NotEmpty(t, r.Severity)
	}
}
