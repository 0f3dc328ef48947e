package annotate

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// convert has LibreOffice open workbooks and store each again.
func convert(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	if os.Getenv("SUANQING_SKIP_OFFICE") == "1" {
		t.Skip("SUANQING_SKIP_OFFICE=1")
	}
	soffice, err := exec.LookPath("soffice")
	require.NoError(t, err, "this test needs LibreOffice: apt-get install libreoffice-calc（SUANQING_SKIP_OFFICE=1 跳过）")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--norestore",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out")}
	for name, data := range files {
		path := filepath.Join(dir, name+".xlsx")
		require.NoError(t, os.WriteFile(path, data, 0o600))
		args = append(args, path)
	}
	said, err := exec.Command(soffice, args...).CombinedOutput()
	require.NoError(t, err, string(said))
	out := map[string][]byte{}
	for name := range files {
		data, err := os.ReadFile(filepath.Join(dir, "out", name+".xlsx"))
		require.NoError(t, err, "%s was not opened: %s", name, said)
		out[name] = data
	}
	return out
}

// LibreOffice, which shares no code with us, opens the copy and finds in it the
// formulas, values and formats it finds in the original, our comments, and the sheet.
func TestLibreOfficeOpensTheCopy(t *testing.T) {
	all := samples(t)
	files := map[string][]byte{}
	for name, s := range all {
		files[name], files[name+"-copy"] = s.data, s.copy
	}
	wideParts := commented(t)
	for name, text := range wideParts {
		wideParts[name] = inUTF16("\uFEFF"+declaring(t, text, `encoding="UTF-16"`), binary.LittleEndian)
	}
	odd := map[string][]byte{"bare": small(t), "in UTF-16": zipped(t, wideParts),
		"with formats only": withStyles(t, `<styleSheet xmlns="`+mainSpace+`"><cellXfs><xf numFmtId="4"/></cellXfs></styleSheet>`)}
	for name, data := range odd {
		out, err := Copy(data, about("A1", "B2", "D9"))
		require.NoError(t, err, name)
		files[name] = out
	}
	stored := convert(t, files)
	for name := range odd {
		assert.Len(t, comments(t, open(t, stored[name]), "A"), 3, name)
		assert.Contains(t, members(t, stored[name])["xl/styles.xml"], fills[failing], name)
	}
	for name, s := range all {
		f, g, ours := open(t, stored[name]), open(t, stored[name+"-copy"]), open(t, s.copy)
		sheets := f.GetSheetList()
		require.Equal(t, append(sheets, ours.GetSheetList()[len(sheets)]), g.GetSheetList(), name)
		formulas := 0
		for _, sheet := range sheets {
			if sheet == oddName { // cells put in for a fill shift what LibreOffice says of empty ones
				assert.Equal(t, mustRows(t, f, sheet), mustRows(t, g, sheet))
				assert.Equal(t, formulasOf(t, f, sheet), formulasOf(t, g, sheet))
			} else {
				sameSheet(t, f, g, sheet)
			}
			formulas += len(formulasOf(t, g, sheet))
			want := comments(t, ours, sheet)
			got := comments(t, g, sheet)
			require.Len(t, got, len(want), "%s %s", name, sheet)
			for cell, c := range want {
				assert.Equal(t, squeezed(text(c)), squeezed(text(got[cell])), "%s %s!%s", name, sheet, cell)
			}
		}
		if name == "rich" {
			assert.GreaterOrEqual(t, formulas, 6, "shared and array formulas, and one on a form")
		}
		result := sheets[:0:0]
		for _, row := range mustRows(t, g, g.GetSheetList()[len(sheets)]) {
			result = append(result, row...)
		}
		for i := range s.report.Findings {
			assert.Contains(t, squeezed(strings.Join(result, "|")), squeezed(strings.ReplaceAll(s.report.Findings[i].Message, "\x01", "")), name)
		}
		for _, sheet := range g.GetSheetList()[len(sheets):] {
			assert.Empty(t, formulasOf(t, g, sheet), "no text becomes a formula")
		}
	}
}

func mustRows(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	return rows
}

func formulasOf(t *testing.T, f *excelize.File, sheet string) (list []string) {
	t.Helper()
	for i, row := range mustRows(t, f, sheet) {
		for col := range row {
			cell, err := excelize.CoordinatesToCellName(col+1, i+1)
			require.NoError(t, err)
			formula, err := f.GetCellFormula(sheet, cell)
			require.NoError(t, err)
			if formula != "" {
				list = append(list, cell+formula)
			}
		}
	}
	return list
}

// squeezed is a text without white space, in which programs differ.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
