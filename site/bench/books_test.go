package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/read/pdf/pdfium"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// reader opens what a row measures.
func reader(r row) func([]byte) (*document.Document, error) {
	if r.pdf {
		return func(data []byte) (*document.Document, error) { return pdfium.Open(data, "") }
	}
	return xlsx.Open
}

// What is measured is what the table says: a clean book has no error, the others have.
func TestBooks(t *testing.T) {
	wrong := map[string]bool{"one": true, "four": true, "slipped": true}
	for _, r := range rows {
		if r.many || r.id == "10000" { // which grows as the one before
			continue
		}
		t.Run(r.id, func(t *testing.T) {
			files, err := r.make()
			require.NoError(t, err)
			rep := validate.CheckBook("book", files[0], reader(r), nil).Report
			by := map[report.Severity]int{}
			for _, f := range rep.Findings {
				by[f.Severity]++
			}
			t.Log(r.id, len(files[0]), "bytes", rep.Verdict, by)
			assert.Nil(t, rep.Error)
			assert.Equal(t, wrong[r.id], by[report.Error] > 0, by)
		})
	}
}
