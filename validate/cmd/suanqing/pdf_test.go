package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTryPDF: a PDF is read where that is asked for, with a word of caution; else it is
// said what it is.
func TestTryPDF(t *testing.T) {
	const printed = "../../../testdata/pdf/national.pdf"
	status, out, errs := call("check", printed)
	assert.Equal(t, someUnread, status)
	assert.Contains(t, out, "这是 PDF 文件")
	assert.Empty(t, errs)
	status, out, errs = call("check", "--try-pdf", printed)
	assert.Equal(t, allPass, status, out)
	assert.Contains(t, errs, "PDF 是试读")
	status, out, _ = call("check", "--try-pdf", "../../../testdata/pdf/carry-over.pdf")
	assert.Equal(t, allPass, status, out)
	assert.Contains(t, out, "单元格：第3页 收入决算表!C7、C8")
	status, _, _ = call("check", "--try-pdf", seed)
	assert.Equal(t, allPass, status)
}
