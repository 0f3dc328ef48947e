package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func callDraft(args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = drafted(args, &o, &e)
	return status, o.String(), e.String()
}

func TestDraft(t *testing.T) {
	status, out, errs := callDraft(seed)
	assert.Equal(t, allPass, status)
	assert.Empty(t, errs)
	assert.Contains(t, out, "2023年度收、支总计均为1,677.91万元。【与上年相比：…】。")

	status, text, _ := callDraft("--format", "json", seed)
	assert.Equal(t, allPass, status)
	var d struct {
		Sections []struct {
			Paragraphs []struct {
				Runs []struct {
					Text  string
					Cells []struct{ Sheet, Cell, Value string }
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(text), &d))
	run := d.Sections[0].Paragraphs[0].Runs[1]
	assert.Equal(t, "1,677.91万元", run.Text)
	assert.Equal(t, "1677.91", run.Cells[0].Value)

	for _, name := range []string{"说明.txt", "说明.docx"} {
		to := filepath.Join(t.TempDir(), name)
		status, said, errs := callDraft(seed, "-o", to)
		assert.Equal(t, allPass, status, errs)
		assert.Contains(t, said, to)
		data, err := os.ReadFile(to)
		require.NoError(t, err)
		if strings.HasSuffix(name, ".txt") {
			assert.Equal(t, out, string(data))
			continue
		}
		_, err = zip.NewReader(bytes.NewReader(data), int64(len(data)))
		assert.NoError(t, err)
	}
}

// TestDraftOfBroken: a book that fails has its draft all the same, and the first line says so.
func TestDraftOfBroken(t *testing.T) {
	status, out, _ := callDraft(broken(t, "F01[210, 金额] = 46.86"))
	assert.Equal(t, someFail, status)
	first, _, _ := strings.Cut(out, "\n")
	assert.Regexp(t, `^※ 有 [1-9][0-9]* 处错误还没改，草稿里的数可能不对。$`, first)
}

func TestDraftRefuses(t *testing.T) {
	pdf := filepath.Join(t.TempDir(), "a.pdf")
	require.NoError(t, os.WriteFile(pdf, []byte("%PDF-1.4"), 0o600))
	for _, c := range []struct {
		want int
		says string
		args []string
	}{
		{wrongUsage, "用法", nil},
		{wrongUsage, "用法", []string{seed, seed}},
		{wrongUsage, "用法", []string{seed, "--format", "csv"}},
		{wrongUsage, ".docx 或 .txt", []string{seed, "-o", "a.doc"}},
		{someUnread, "怎么办", []string{pdf}},
		{someUnread, "怎么办", []string{seed, "--previous", pdf}},
		{someUnread, "没有这个文件", []string{pdf + "x"}},
		{someUnread, "写不出", []string{seed, "-o", filepath.Join(pdf, "a.txt")}},
	} {
		status, out, errs := callDraft(c.args...)
		assert.Equal(t, c.want, status, "%v", c.args)
		assert.Contains(t, errs, c.says, "%v", c.args)
		assert.Empty(t, out, "%v", c.args)
	}
	in := broken(t)
	status, _, errs := callDraft(in, "-o", filepath.Join(filepath.Dir(in), "x.txt"), "--previous", seed)
	assert.NotEqual(t, wrongUsage, status, errs)
}

// TestDraftWithPrevious: the same figures a year before have changed nothing; those of
// another year are not compared with.
func TestDraftWithPrevious(t *testing.T) {
	_, out, _ := callDraft(seed, "--previous", seed)
	assert.Contains(t, out, "给的上年报表是 2023 年的，本年报表是 2023 年的，没有用来比较。")
	data, err := os.ReadFile(seed)
	require.NoError(t, err)
	last := filepath.Join(t.TempDir(), "报表2022年.xlsx")
	require.NoError(t, os.WriteFile(last, data, 0o600))
	_, out, errs := callDraft(seed, "--previous", last)
	assert.Empty(t, errs)
	assert.Contains(t, out, "2023年度收、支总计均为1,677.91万元。与2022年度持平。")
	assert.NotContains(t, out, "与上年相比")
}
