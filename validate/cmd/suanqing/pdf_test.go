package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/read/pdf"
)

const pdfs = "../../../testdata/pdf/"

// TestPDF: a PDF is read like any other file, with one word of caution, the page's.
func TestPDF(t *testing.T) {
	status, out, errs := call("check", pdfs+"national.pdf")
	assert.Equal(t, allPass, status, out)
	assert.Equal(t, pdf.Caution+"\n", errs)
	status, again, _ := call("check", "--try-pdf", pdfs+"national.pdf")
	assert.Equal(t, allPass, status)
	assert.Equal(t, out, again)
	status, out, errs = call("check", pdfs+"carry-over.pdf", pdfs+"national.pdf", seed)
	assert.Equal(t, allPass, status, out)
	assert.Contains(t, out, "单元格：第3页 收入决算表!C7、C8")
	assert.Equal(t, 1, strings.Count(errs, pdf.Caution))
	_, _, errs = call("check", seed)
	assert.Empty(t, errs)

	page, err := os.ReadFile("../../../site/page/index.html")
	require.NoError(t, err)
	assert.Contains(t, regexp.MustCompile("<[^>]*>").ReplaceAllString(string(page), ""), pdf.Caution)
}

// TestPDFInFolder: a folder stands for the PDFs in it too.
func TestPDFInFolder(t *testing.T) {
	dir := t.TempDir()
	data, err := os.ReadFile(pdfs + "national.pdf")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "公开.PDF"), data, 0o600))
	status, out, errs := call("check", dir)
	assert.Equal(t, allPass, status, out)
	assert.Contains(t, out, "公开.PDF")
	assert.Equal(t, pdf.Caution+"\n", errs)
}

// TestPDFPassword: a password that a PDF does not need is no wrong one.
func TestPDFPassword(t *testing.T) {
	for _, name := range []string{"national.pdf", "restricted.pdf"} {
		_, plain, _ := call("check", pdfs+name)
		_, given, _ := call("check", "--password", "x", pdfs+name)
		assert.Equal(t, plain, given, name)
	}
	status, out, _ := call("check", pdfs+"password.pdf")
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "请加上 --password 密码 再检查。")
	_, out, _ = call("check", "--password", "not this one", pdfs+"password.pdf")
	assert.Contains(t, out, "密码不对")
}

// TestPDFWithOthers: books that go together may be PDFs; a text beside one is refused.
func TestPDFWithOthers(t *testing.T) {
	status, out, errs := call("check", "--text", "a.docx", pdfs+"national.pdf")
	assert.Equal(t, wrongUsage, status, out)
	assert.Equal(t, "公开的 PDF 里表和文字都有，不能和 --text 一起用。请直接检查这个 PDF。\n", errs)
	status, _, _ = call("check", "--text", pdfs+"national.pdf", seed)
	assert.Equal(t, wrongUsage, status)
	_, printed, errs := call("check", "--format", "json", "--previous", pdfs+"national.pdf", seed)
	_, book, _ := call("check", "--format", "json", "--previous", seed, seed)
	assert.Equal(t, pdf.Caution+"\n", errs)
	assert.NotEmpty(t, printed)
	assert.Equal(t, strings.Count(book, `"severity":"error"`), strings.Count(printed, `"severity":"error"`))
}
