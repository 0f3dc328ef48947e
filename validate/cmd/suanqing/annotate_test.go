package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func callAnnotate(args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = annotated(args, &o, &e)
	return status, o.String(), e.String()
}

func TestAnnotate(t *testing.T) {
	dir := t.TempDir()
	to := filepath.Join(dir, "批注.xlsx")
	fails := broken(t, "F01[210, 金额] = 46.86")
	before, err := os.ReadFile(fails)
	require.NoError(t, err)
	status, out, errs := callAnnotate(fails, "-o", to)
	assert.Equal(t, someFail, status, "the status is the check's")
	assert.Empty(t, errs)
	assert.Contains(t, out, to)
	f, err := excelize.OpenFile(to)
	require.NoError(t, err)
	defer f.Close()
	assert.Contains(t, f.GetSheetList(), "审核结果")
	after, err := os.ReadFile(fails)
	require.NoError(t, err)
	assert.Equal(t, before, after)

	status, _, _ = callAnnotate("-o", to, seed)
	assert.Equal(t, allPass, status, "an earlier copy is replaced")
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing else is left behind")
}

func TestAnnotateNeverWritesOverTheInput(t *testing.T) {
	in := broken(t, "F01[210, 金额] = 46.86")
	before, err := os.ReadFile(in)
	require.NoError(t, err)
	dir := t.TempDir()
	link, hard, loop := filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "b.xlsx"), filepath.Join(dir, "d")
	require.NoError(t, os.Symlink(in, link))
	require.NoError(t, os.Link(in, hard))
	require.NoError(t, os.Symlink(filepath.Dir(in), loop))
	for _, c := range [][2]string{{in, in}, {in, link}, {link, in}, {in, hard}, {in, filepath.Join(loop, filepath.Base(in))},
		{in, filepath.Dir(in) + "/./" + filepath.Base(in)}} {
		status, _, errs := callAnnotate(c[0], "-o", c[1])
		assert.Equal(t, wrongUsage, status, "%v", c)
		assert.Contains(t, errs, "原文件", "%v", c)
		after, err := os.ReadFile(in)
		require.NoError(t, err)
		assert.Equal(t, before, after, "%v", c)
	}
}

func TestAnnotateRefuses(t *testing.T) {
	to := filepath.Join(t.TempDir(), "out.xlsx")
	pdf, macros := filepath.Join(t.TempDir(), "a.pdf"), filepath.Join(t.TempDir(), "a.xlsm")
	require.NoError(t, os.WriteFile(pdf, []byte("%PDF-1.4"), 0o600))
	for _, c := range []struct {
		want int
		says string
		args []string
	}{
		{wrongUsage, "用法", nil},
		{wrongUsage, "用法", []string{seed}},
		{wrongUsage, "用法", []string{seed, pdf, "-o", to}},
		{wrongUsage, "-colour", []string{seed, "--colour", "-o", to}},
		{wrongUsage, ".xlsx", []string{seed, "-o", to + ".pdf"}},
		{wrongUsage, "以 .xlsm 结尾", []string{macros, "-o", to}},
		{wrongUsage, "以 .pdf 结尾", []string{pdf, "-o", to}},
		{someUnread, "已经损坏", []string{pdf, "-o", to + ".pdf"}},
		{someUnread, "没有这个文件", []string{pdf + "x", "-o", to}},
		{someUnread, "写不出", []string{seed, "-o", filepath.Join(to, "none", "a.xlsx")}},
	} {
		status, out, errs := callAnnotate(c.args...)
		assert.Equal(t, c.want, status, "%v", c.args)
		assert.Contains(t, errs, c.says, "%v", c.args)
		assert.Empty(t, out, "%v", c.args)
		assert.NoFileExists(t, to, "%v", c.args)
	}
}

// A PDF's copy is the PDF with what was added behind it.
func TestAnnotatePDF(t *testing.T) {
	const path = "../../../testdata/pdf/wrong.pdf"
	to := filepath.Join(t.TempDir(), "out.pdf")
	status, out, errs := callAnnotate(path, "-o", to)
	assert.Equal(t, someFail, status)
	assert.Contains(t, out, "问题写在页上的批注里")
	assert.Contains(t, errs, "PDF 是试读")
	original, err := os.ReadFile(path)
	require.NoError(t, err)
	made, err := os.ReadFile(to)
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(made, original))
	assert.Contains(t, string(made[len(original):]), "/Subtype /Highlight")
}

// A file in another format gets a copy as .xlsx, which says so.
func TestAnnotateAnotherFormat(t *testing.T) {
	to := filepath.Join(t.TempDir(), "out.xlsx")
	status, _, errs := callAnnotate("../../../testdata/xls/lanshan-2023.xls", "-o", to)
	require.Equal(t, allPass, status, errs)
	f, err := excelize.OpenFile(to)
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows("审核结果")
	require.NoError(t, err)
	assert.Contains(t, fmt.Sprint(rows), "原文件不是 .xlsx")
}

func TestAnnotateWithPassword(t *testing.T) {
	plain, err := os.ReadFile(seed)
	require.NoError(t, err)
	data, err := excelize.Encrypt(plain, &excelize.Options{Password: "密码1"})
	require.NoError(t, err)
	in, to := filepath.Join(t.TempDir(), "in.xlsx"), filepath.Join(t.TempDir(), "out.xlsx")
	require.NoError(t, os.WriteFile(in, data, 0o600))
	status, _, errs := callAnnotate(in, "-o", to)
	assert.Equal(t, someUnread, status)
	assert.Contains(t, errs, "密码")
	assert.NoFileExists(t, to)
	status, _, _ = callAnnotate(in, "-o", to, "--password", "密码2")
	assert.Equal(t, someUnread, status)
	assert.NoFileExists(t, to)
	status, out, errs := callAnnotate(in, "-o", to, "--password", "密码1")
	require.Equal(t, allPass, status, errs)
	assert.Contains(t, out, "副本没有密码")
	f, err := excelize.OpenFile(to)
	require.NoError(t, err)
	require.NoError(t, f.Close())
}
