package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// forms are the forms of the seed, a file each.
func forms(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../../testdata/csv/*.csv")
	require.NoError(t, err)
	require.Len(t, files, 9)
	return files
}

// TestTogether: files judged as one book give one report, that of the workbook.
func TestTogether(t *testing.T) {
	files := forms(t)
	got := reportOf(t, allPass, append([]string{"--together"}, files...)...)
	want := reportOf(t, allPass, seed)
	assert.Equal(t, want.Verdict, got.Verdict)
	assert.Equal(t, filepath.Base(files[0])+" 等 9 个文件", got.File)
	require.Len(t, got.Findings, len(want.Findings))
	for i, f := range want.Findings {
		assert.Equal(t, f.Message, got.Findings[i].Message)
	}
	assert.Equal(t, "03支出决算表", got.Forms[2].Sheet)

	slices.Reverse(files)
	assert.Equal(t, got, reportOf(t, allPass, append(files, "--together")...))
}

// TestTogetherWithText: the text of a book of several files is judged as that of the
// workbook is.
func TestTogetherWithText(t *testing.T) {
	said := statement(t)
	got := reportOf(t, allPass, append([]string{"--together", "--text", said}, forms(t)...)...)
	want := reportOf(t, allPass, "--text", said, seed)
	require.NotNil(t, got.Text)
	assert.Equal(t, want.Text.Figures, got.Text.Figures)
	assert.Equal(t, want.Text.Checked, got.Text.Checked)
	assert.Equal(t, want.Text.Documents, got.Text.Documents)
	assert.Equal(t, want.Verdict, got.Verdict)

	_, out, _ := call(append([]string{"check", "--together", "--text", filepath.Join(t.TempDir(), "没有.docx")}, forms(t)...)...)
	assert.Contains(t, out, "没有.docx")
}

// TestApart: one form by itself is read, and lacks the others.
func TestApart(t *testing.T) {
	status, out, _ := call(append([]string{"check", "--format", "json"}, forms(t)...)...)
	assert.Equal(t, someUnread, status)
	assert.Equal(t, 9, strings.Count(out, `"verdict":"incomplete"`))
	assert.Equal(t, 9, strings.Count(out, `"error":null`))
}

func TestTogetherRefused(t *testing.T) {
	files := forms(t)
	status, out, _ := call("check", "--together", files[0], filepath.Join(t.TempDir(), "没有.csv"))
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "没有.csv")
	assert.Contains(t, out, "没有这个文件")

	status, out, _ = call("check", "--together", files[0], write(t, "a.pdf", []byte("%PDF-1.7")))
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "“a”：这个 PDF 已经损坏")

	secret := locked(t, twins+"lanshan-2023.xlsx", "密.xlsx")
	status, out, _ = call("check", "--together", secret)
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "--password")
	assert.Equal(t, "tails", string(reportOf(t, allPass, "--together", "--password", password, secret).Verdict))

	status, _, errs := call("check", "--together")
	assert.Equal(t, wrongUsage, status)
	assert.Contains(t, errs, "--together")
}
