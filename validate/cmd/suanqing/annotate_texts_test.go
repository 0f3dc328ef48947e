package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/prose"
	"suanqing/validate/report"
)

func inside(t *testing.T, path, member string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.Open(member)
	require.NoError(t, err)
	content, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(content)
}

var (
	tags     = regexp.MustCompile(`<w:delText>[^<]*</w:delText>|<w:instrText[^>]*>[^<]*</w:instrText>|<[^>]*>`)
	startsAt = regexp.MustCompile(`<w:commentRangeStart w:id="(\d+)"/>`)
)

// remarkedOn are the words that comments stand on.
func remarkedOn(part string) (words []string) {
	for _, at := range startsAt.FindAllStringSubmatchIndex(part, -1) {
		rest := part[at[1]:]
		rest = rest[:strings.Index(rest, `<w:commentRangeEnd w:id="`+part[at[2]:at[3]]+`"/>`)]
		words = append(words, html.UnescapeString(tags.ReplaceAllString(rest, "")))
	}
	return words
}

// TestAnnotatedTexts: a figure that is wrong in a text is remarked on there, be the forms
// in a workbook beside it or in the same document.
func TestAnnotatedTexts(t *testing.T) {
	dir := t.TempDir()
	said, book, whole := filepath.Join(dir, "说明.docx"), filepath.Join(dir, "报表.xlsx"), filepath.Join(dir, "全文.docx")
	for _, x := range prose.Texts()[:4] {
		slip := prose.Slip{}
		for _, s := range prose.Slips(x, 20, 5) {
			if s.Seen && !s.Small {
				slip = s
				break
			}
		}
		require.NotEmpty(t, slip.Was, x.Name)
		require.NoError(t, os.WriteFile(said, prose.Docx(slip.Text), 0o600))
		require.NoError(t, os.WriteFile(book, x.Workbook(), 0o600))
		require.NoError(t, os.WriteFile(whole, prose.Docx(slip.Text.WithForms()), 0o600))
		out := filepath.Join(dir, "副本.docx")
		for name, args := range map[string][]string{"beside": {"--text", said, book}, "alone": {whole}} {
			_, line, errs := call(append([]string{"check", "--format", "json"}, args...)...)
			var r report.Report
			require.NoError(t, json.Unmarshal([]byte(line), &r), errs)
			require.Nil(t, r.Error)
			require.NotNil(t, r.Text)
			_, told, errs := call(append([]string{"annotate", "-o", out}, args...)...)
			require.Contains(t, told, "已写出", errs)
			comments := inside(t, out, "word/comments.xml")
			on := remarkedOn(inside(t, out, "word/document.xml"))
			found := false
			for _, f := range r.Findings {
				if len(f.Cells) == 0 || f.Cells[0].Words == "" {
					continue
				}
				for _, c := range f.Cells {
					found = found || strings.Contains(c.Words, slip.Mark.Words)
				}
				assert.Contains(t, comments, html.EscapeString(f.Message)[:24])
				assert.Contains(t, on, f.Cells[0].Words)
			}
			assert.True(t, found, "%s %s: %s → %s", x.Name, name, slip.Was, slip.Mark.Words)
			status, told, errs := call(append([]string{"annotate", "-o", filepath.Join(dir, "副本.xlsx")}, args...)...)
			assert.Less(t, status, someUnread, told+errs)
			assert.Contains(t, told, "审核结果")
			sheets, err := excelize.OpenFile(filepath.Join(dir, "副本.xlsx"))
			require.NoError(t, err)
			all, err := sheets.GetRows("审核结果")
			require.NoError(t, err)
			assert.NoError(t, sheets.Close())
			listed := ""
			for _, row := range all {
				listed += strings.Join(row, "|") + "\n"
			}
			assert.Contains(t, listed, report.Clipped(slip.Mark.Words))
			assert.Contains(t, listed, "文字||"+r.Text.Counted())
		}
	}
}

// TestAnnotatedMisplaced: what the copy would be of must be clear.
func TestAnnotatedMisplaced(t *testing.T) {
	said, dir := statement(t), t.TempDir()
	for want, args := range map[string][]string{
		"没有 .docx 可以加批注": {seed, "-o", filepath.Join(dir, "a.docx")},
		"原文件不会改动":        {seed, "--text", said, "-o", said},
		"以 .xlsx 结尾":     {seed, "--text", said, "-o", filepath.Join(dir, "a.pdf")},
	} {
		status, _, errs := call(append([]string{"annotate"}, args...)...)
		assert.Equal(t, wrongUsage, status)
		assert.Contains(t, errs, want)
	}
}
