package files_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
)

// TestPasted: nine forms copied out of a document with the statements about them, as one
// text, are judged as the workbook is.
func TestPasted(t *testing.T) {
	data, err := os.ReadFile("../../testdata/lanshan-2023.xlsx")
	require.NoError(t, err)
	open := func(data []byte) (*document.Document, error) { return files.Open(data, "") }
	book, err := open(data)
	require.NoError(t, err)
	var b strings.Builder
	b.WriteString("第二部分 部门决算表\n\n")
	for _, s := range book.Sheets {
		for _, r := range s.Rows {
			var line []string
			for i := range r.Cells {
				for len(line) < r.Cells[i].Col {
					line = append(line, "")
				}
				line = append(line, strings.ReplaceAll(r.Cells[i].Shown(), "\n", " "))
			}
			b.WriteString(strings.Join(line, "\t") + "\n")
		}
		b.WriteString("\n")
	}
	b.WriteString("第三部分 决算情况说明\n\n" + strings.Repeat("2023年度收、支总计均为1,677.91万元，与上年相比，收、\n支总计各增加12.50万元。\n\n", 6))
	want := validate.CheckBook("a", data, open, nil).Report
	got := validate.CheckBook("a", []byte(b.String()), open, nil).Report
	require.Nil(t, got.Error)
	assert.Equal(t, want.Verdict, got.Verdict)
	require.Len(t, got.Findings, len(want.Findings))
	for i := range want.Findings {
		assert.Equal(t, want.Findings[i].Message, got.Findings[i].Message)
	}
	for i := range want.Forms {
		assert.Equal(t, want.Forms[i].Figures, got.Forms[i].Figures)
	}
}
