package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/department"
	"suanqing/validate/report"
)

// laid puts files into a new folder and gives their paths.
func laid(t *testing.T, files []department.File) (folder string, paths []string) {
	folder = t.TempDir()
	for _, f := range files {
		path := filepath.Join(folder, f.Name)
		require.NoError(t, os.WriteFile(path, f.Bytes, 0o600))
		paths = append(paths, path)
	}
	return folder, paths
}

func oneReport(t *testing.T, args ...string) (int, report.Report) {
	status, out, errs := call(append([]string{"check", "--format", "json"}, args...)...)
	require.Empty(t, errs)
	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(out), &r), out)
	return status, r
}

// TestRollup: a department and its units are one report, of the department; it is the
// first file, or the one named, or in a folder the likeliest.
func TestRollup(t *testing.T) {
	d := department.New(4, department.Options{Units: 3, Flows: 1})
	folder, paths := laid(t, d.Files())
	status, first := oneReport(t, append([]string{"--rollup"}, paths...)...)
	assert.Equal(t, allPass, status)
	assert.Equal(t, d.File, first.File)
	require.Len(t, first.Units, 3)
	assert.Equal(t, d.Units[0].File, first.Units[0].File)
	assert.Equal(t, d.Units[0].Book.Unit, first.Units[0].Unit)

	turned := slices.Clone(paths)
	slices.Reverse(turned)
	_, named := oneReport(t, append([]string{"--rollup", "--department", paths[0]}, turned...)...)
	assert.Equal(t, d.File, named.File)
	assert.Len(t, named.Units, 3)

	_, found := oneReport(t, "--rollup", folder)
	assert.Equal(t, d.File, found.File)
	assert.True(t, slices.ContainsFunc(found.Findings, func(f report.Finding) bool { return f.Rule == "rollup.department" }))
}

// TestRollupOfFolders: where each unit has a folder and all files one name, the report
// tells them apart.
func TestRollupOfFolders(t *testing.T) {
	d := department.New(4, department.Options{Units: 2})
	root := t.TempDir()
	for i, f := range d.Files() {
		folder := filepath.Join(root, string(rune('a'+i)))
		require.NoError(t, os.Mkdir(folder, 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(folder, "决算.xlsx"), f.Bytes, 0o600))
	}
	status, r := oneReport(t, "--rollup", root)
	assert.Equal(t, allPass, status)
	require.Len(t, r.Units, 2)
	assert.NotEqual(t, r.Units[0].File, r.Units[1].File)
	assert.True(t, strings.HasSuffix(r.Units[1].File, "c/决算.xlsx"), r.Units[1].File)
}

// TestRollupNamesTheCell: the wrong cell of a unit is named with its file, in every format.
func TestRollupNamesTheCell(t *testing.T) {
	d := department.New(4, department.Options{Units: 3})
	p := d.Plant(department.UnitCells[0], 2)
	_, paths := laid(t, p.Files)
	args := append([]string{"--rollup"}, paths...)
	status, r := oneReport(t, args...)
	assert.Equal(t, someFail, status)
	require.NotEmpty(t, r.Suspects)
	assert.Equal(t, p.Want.File, r.Suspects[0].File)
	assert.Equal(t, p.Want.Form, r.Suspects[0].Form)
	assert.Equal(t, p.Want.Row, r.Suspects[0].Row)
	_, out, _ := call(append([]string{"check"}, args...)...)
	assert.Contains(t, out, "["+p.Want.File+"]"+r.Suspects[0].Sheet+"!"+r.Suspects[0].Cell)
	_, out, _ = call(append([]string{"check", "--format", "csv"}, args...)...)
	assert.Contains(t, out, p.Want.File+"：")
}

// TestPrevious: last year's book comes beside this year's, or beside a department.
func TestPrevious(t *testing.T) {
	kinds := map[string]*department.PairKind{}
	for _, k := range department.PairKinds {
		kinds[k.ID] = k
	}
	for id, want := range map[string]report.Severity{"own": report.Error, "stated-own": report.Warning, "two-back": report.Notice} {
		_, paths := laid(t, department.NewPair(kinds[id], 1).Files())
		_, r := oneReport(t, "--previous", paths[1], paths[0])
		assert.True(t, slices.ContainsFunc(r.Findings, func(f report.Finding) bool {
			return strings.HasPrefix(f.Rule, "years.") && f.Rule != "years.changes" && f.Severity == want
		}), id)
	}
	d := department.New(4, department.Options{Units: 2})
	_, now := laid(t, d.After(1).Files())
	_, before := laid(t, d.Files()[:1])
	status, r := oneReport(t, append([]string{"--previous", before[0], "--rollup"}, now...)...)
	assert.Equal(t, allPass, status)
	assert.True(t, slices.ContainsFunc(r.Rules, func(o report.Rule) bool { return o.Rule == "years.F01" && o.Checked == 1 }))
	assert.True(t, slices.ContainsFunc(r.Rules, func(o report.Rule) bool { return o.Rule == "rollup.F03" && o.Checked > 0 }))
}

// TestBooksTogetherGivenWrongly: what does not go together is said.
func TestBooksTogetherGivenWrongly(t *testing.T) {
	for _, args := range [][]string{
		{"--rollup", "--together", "a.xlsx"}, {"--rollup", "--since", "a.jsonl", "a.xlsx"}, {"--department", "a.xlsx", "b.xlsx"},
		{"--previous", "a.xlsx", "b.xlsx", "c.xlsx"}, {"--previous", "a.xlsx", "."},
	} {
		status, _, errs := call(append([]string{"check"}, args...)...)
		assert.Equal(t, wrongUsage, status, args)
		assert.NotEmpty(t, errs, args)
	}
	status, out, _ := call("check", "--rollup", "没有.xlsx")
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "没有这个文件")
}
