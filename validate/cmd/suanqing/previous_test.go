package main

import (
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

// TestPreviousWithText: a book is checked with its text and last year's book, and what the
// text says of last year is held against that; the draft of such a text is right.
func TestPreviousWithText(t *testing.T) {
	p := department.NewPair(department.RightPairs[0], 3)
	folder, paths := laid(t, p.Files())
	text := filepath.Join(folder, "说明.txt")
	status, _, errs := call("draft", "--previous", paths[1], paths[0], "-o", text)
	require.Zero(t, status, errs)
	args := []string{"--text", text, "--previous", paths[1], paths[0]}

	_, right := oneReport(t, args...)
	require.NotNil(t, right.Text)
	assert.Equal(t, "说明.txt", right.Text.Documents[0].Name)
	assert.True(t, slices.ContainsFunc(right.Rules, func(r report.Rule) bool { return r.Rule == "text.previous" && r.Checked > 0 }))
	assert.True(t, slices.ContainsFunc(right.Rules, func(r report.Rule) bool { return r.Rule == "years.F01" }))
	assert.False(t, slices.ContainsFunc(right.Findings, ofPrevious))

	written, err := os.ReadFile(text)
	require.NoError(t, err)
	slip := strings.NewReplacer("总计各增加", "总计各增加9", "总计各减少", "总计各减少9").Replace(string(written))
	require.NoError(t, os.WriteFile(text, []byte(slip), 0o600))
	status, wrong := oneReport(t, args...)
	assert.Equal(t, someFail, status)
	k := slices.IndexFunc(wrong.Findings, ofPrevious)
	require.GreaterOrEqual(t, k, 0)
	assert.Equal(t, "说明.txt", wrong.Findings[k].Cells[0].Document)
	assert.True(t, slices.ContainsFunc(wrong.Findings[k].Cells, func(c report.Cell) bool { return c.File == filepath.Base(paths[1]) }))

	_, told, _ := call(append([]string{"check"}, args...)...)
	assert.Contains(t, told, wrong.Findings[k].Message)
}

func ofPrevious(f report.Finding) bool { return f.Rule == "text.previous" }

// TestTextWithRollup: a text is of one book, and that is said.
func TestTextWithRollup(t *testing.T) {
	status, _, errs := call("check", "--rollup", "--text", "说明.txt", "部门.xlsx", "单位.xlsx")
	assert.Equal(t, wrongUsage, status)
	assert.Contains(t, errs, "--text 不能和 --rollup 一起用")
}
