package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/report"
)

// TestSample: what a new user sees are two likely suspects that explain every error,
// and tails.
func TestSample(t *testing.T) {
	book, err := sampleBook("../..")
	require.NoError(t, err)
	r := validate.Check("示例-2023.xlsx", book, nil).Report
	assert.Equal(t, "示例单位", r.Department)
	assert.Equal(t, 2023, r.Year)
	assert.Equal(t, report.Fail, r.Verdict)
	require.Len(t, r.Suspects, 2)
	mended := map[string]string{}
	explained := 0
	for _, s := range r.Suspects {
		assert.True(t, s.Likely)
		explained += len(s.Explains)
		for _, c := range s.Changes {
			mended[c.Form+c.Cell] = c.Value + " " + c.Suggest
		}
	}
	assert.Equal(t, map[string]string{"F03E11": "139.29 256.05", "F03E12": "256.05 139.29", "F02C17": "9.49 89.49"}, mended)
	severities := map[report.Severity]int{}
	for _, f := range r.Findings {
		severities[f.Severity]++
	}
	assert.Equal(t, map[report.Severity]int{report.Error: explained, report.Tail: 7}, severities)
}

// TestSampleIsTheSeed: nothing but the name and the planted figures differs, and
// nobody is named.
func TestSampleIsTheSeed(t *testing.T) {
	data, err := sampleBook("../..")
	require.NoError(t, err)
	assert.NotContains(t, string(data), "兰山")
	assert.NotContains(t, string(data), "临沂")
	seed, err := excelize.OpenFile("../../" + sampleOf)
	require.NoError(t, err)
	defer seed.Close()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer book.Close()
	require.Equal(t, seed.GetSheetList(), book.GetSheetList())
	differ := 0
	for _, sheet := range seed.GetSheetList() {
		was, err := seed.GetRows(sheet)
		require.NoError(t, err)
		is, err := book.GetRows(sheet)
		require.NoError(t, err)
		require.Len(t, is, len(was))
		for i := range was {
			require.Len(t, is[i], len(was[i]))
			for j := range was[i] {
				if was[i][j] != is[i][j] && !strings.HasPrefix(is[i][j], "部门：") {
					differ++
				}
			}
		}
	}
	assert.Equal(t, len(planted), differ)
}

// TestSampleIsWellFormed: no part uses a prefix that it does not declare, which
// spreadsheet programs refuse.
func TestSampleIsWellFormed(t *testing.T) {
	data, err := sampleBook("../..")
	require.NoError(t, err)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	for _, f := range z.File {
		text, err := textOf(f)
		require.NoError(t, err, "sizes and sums are right")
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, f.Name)
			if e, ok := token.(xml.StartElement); ok {
				for _, a := range append(e.Attr, xml.Attr{Name: e.Name}) {
					space := a.Name.Space
					assert.True(t, space == "" || space == "xmlns" || strings.Contains(space, "://"), "%s: %s:%s", f.Name, space, a.Name.Local)
				}
			}
		}
	}
	module, err := sampleModule("../..")
	require.NoError(t, err)
	assert.NotContains(t, strings.ToLower(string(module)), "</s")
}
