package e2e

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/performance"
)

// withTables is the book with the performance tables of a broken report on sheets of their own.
func withTables(t *testing.T) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(read(t, "../../testdata/lanshan-2023.xlsx")))
	require.NoError(t, err)
	tables, err := excelize.OpenReader(bytes.NewReader(performance.BrokenOnce()[0].Doc.XLSX()))
	require.NoError(t, err)
	for _, sheet := range tables.GetSheetList() {
		_, err := f.NewSheet(sheet)
		require.NoError(t, err)
		rows, err := tables.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range rows {
			at, err := excelize.CoordinatesToCellName(1, i+1)
			require.NoError(t, err)
			require.NoError(t, f.SetSheetRow(sheet, at, &row))
		}
		merged, err := tables.GetMergeCells(sheet)
		require.NoError(t, err)
		for _, m := range merged {
			require.NoError(t, f.MergeCell(sheet, m.GetStartAxis(), m.GetEndAxis()))
		}
	}
	made, err := f.WriteToBuffer()
	require.NoError(t, err)
	return made.Bytes()
}

// TestTablesOnSheets: performance tables on sheets of a book that has no sentences are judged
// in the page as by the command.
func TestTablesOnSheets(t *testing.T) {
	book := withTables(t)
	p := open(t, options{prepare: hears}).ready()
	p.choose(p.write("带自评表.xlsx", book))
	p.verdict("带自评表.xlsx")
	p.sameAsNative("带自评表.xlsx", book, "")
	assert.Positive(t, strings.Count(eval[string](p, `window.lastReport`), `"rule":"performance.`), "they were judged")
}
