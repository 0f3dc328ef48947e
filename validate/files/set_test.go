package files_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/report"
)

// split is each sheet of a workbook as a file of its own, as spreadsheets save them.
func split(t *testing.T, d *document.Document, delimiter rune, ending string, inGB bool) (parts []files.Part) {
	t.Helper()
	for i, s := range d.Sheets {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = delimiter, true
		rows, cols := s.Dimensions()
		for row := range rows {
			record := make([]string, cols)
			for col := range cols {
				if c := s.At(row, col); c != nil {
					record[col] = c.Shown()
				}
			}
			require.NoError(t, w.Write(record))
		}
		w.Flush()
		data := b.Bytes()
		if inGB {
			var err error
			data, err = simplifiedchinese.GB18030.NewEncoder().Bytes(data)
			require.NoError(t, err)
		}
		parts = append(parts, files.Part{Name: fmt.Sprintf("%d.%s%s", i+1, s.Name, ending), Data: data})
	}
	return parts
}

func checkSet(parts []files.Part) *report.Report {
	open := func(parts []files.Part) (*document.Document, error) { return files.OpenSet(parts, "") }
	return validate.CheckSet(parts, open, nil).Report
}

// findings is what a report finds, without the names of sheets.
func findings(r *report.Report) (list []string) {
	for _, f := range r.Findings {
		line := f.Rule + " " + f.Message
		for _, c := range f.Cells {
			line += " " + c.Cell
		}
		list = append(list, line)
	}
	slices.Sort(list)
	return list
}

// TestSet: a book saved as one text a form is judged as the workbook is.
func TestSet(t *testing.T) {
	books, err := filepath.Glob("../../testdata/*.xlsx")
	require.NoError(t, err)
	require.NotEmpty(t, books)
	for _, path := range books {
		data := load(t, path)
		d, err := files.Open(data, "")
		require.NoError(t, err)
		name := filepath.Base(path)
		want := validate.Check(name, data, nil).Report
		for _, c := range []struct {
			delimiter rune
			ending    string
			inGB      bool
		}{{',', ".csv", false}, {',', ".csv", true}, {'\t', ".tsv", true}, {';', ".txt", false}} {
			t.Run(fmt.Sprint(name, c), func(t *testing.T) {
				parts := split(t, d, c.delimiter, c.ending, c.inGB)
				got := checkSet(parts)
				require.Nil(t, got.Error)
				assert.Equal(t, want.Verdict, got.Verdict)
				assert.Equal(t, findings(want), findings(got))
				assert.Equal(t, []any{want.Department, want.Unit}, []any{got.Department, got.Unit})
				for i := range want.Forms {
					assert.Equal(t, want.Forms[i].Figures, got.Forms[i].Figures, want.Forms[i].Title)
				}
				assert.Equal(t, fmt.Sprintf("%s 等 %d 个文件", parts[0].Name, len(parts)), got.File)
			})
		}
	}
}

// TestOrderOfSet: in whatever order the files come, the report is the same.
func TestOrderOfSet(t *testing.T) {
	d, err := files.Open(load(t, "../../testdata/lanshan-2023.xlsx"), "")
	require.NoError(t, err)
	parts := split(t, d, ',', ".csv", false)
	sum := sha256.New()
	for _, p := range parts {
		sum.Write(p.Data)
	}
	want, err := checkSet(parts).JSON()
	require.NoError(t, err)
	assert.Contains(t, string(want), hex.EncodeToString(sum.Sum(nil)))
	slices.Reverse(parts)
	got, err := checkSet(parts).JSON()
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

// TestMixedSet: the files of a set may be of several formats, and one alone is a set.
func TestMixedSet(t *testing.T) {
	xlsx := load(t, twin+".xlsx")
	d, err := files.OpenSet([]files.Part{{Name: "b.xlsx", Data: lock(t, xlsx)}, {Name: "a.xls", Data: load(t, twin+".xls")}, {Name: "c.csv", Data: []byte("a,b\nc,d\n")}}, "p")
	require.NoError(t, err)
	n := (len(d.Sheets) - 1) / 2
	assert.True(t, strings.HasPrefix(d.Sheets[0].Name, "a ") && strings.HasPrefix(d.Sheets[n].Name, "b "), d.Sheets[n].Name)
	assert.Equal(t, "c", d.Sheets[2*n].Name)
	assert.Equal(t, shown(d.Sheets[0]), shown(d.Sheets[n]))

	r := checkSet([]files.Part{{Name: "x.pdf", Data: []byte("%PDF-1.7")}})
	assert.Equal(t, "x.pdf", r.File)
	assert.Equal(t, "corrupt", r.Error.Code)
	assert.Contains(t, r.Error.Message, "“x”")
	assert.Equal(t, "empty", checkSet(nil).Error.Code)
}
