package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/internal/wide"
)

// often is a book whose sheets, 1 to n, are all the same part.
func often(n int, sheet string) []byte {
	var sheets strings.Builder
	for i := range n {
		fmt.Fprintf(&sheets, `<sheet name="第%d张" r:id="rId1"/>`, i+1)
	}
	return book(sheet, member{"xl/workbook.xml", "<workbook " + nsRel + "><sheets>" + sheets.String() + "</sheets></workbook>"})
}

// TestCapsAreOfTheBook: what one sheet may have, many may not have each.
func TestCapsAreOfTheBook(t *testing.T) {
	rep := strings.Repeat
	row := `<row r="1"><c r="A1"><v>1</v></c></row>`
	shared := `<row><c><f t="shared" si="0">` + rep("A1+", 5000) + `A1</f></c>` + rep(`<c><f t="shared" si="0"/></c>`, 500) + `</row>`
	for name, c := range map[string]struct {
		times       int
		sheet, part string
	}{
		"merges":          {2, sheetXML(row, "<mergeCells>"+rep(`<mergeCell ref="A1"/>`, maxMerges*2/3)+"</mergeCells>"), "合并单元格"},
		"columns":         {2, strings.Replace(sheetXML(row), "<sheetData>", "<cols>"+rep(`<col min="1" max="1"/>`, maxSpans*2/3)+"</cols><sheetData>", 1), "列"},
		"cells":           {2, sheetXML(rep("<row>"+rep("<c><v>1</v></c>", 500)+"</row>", maxCells/500*2/3)), "单元格"},
		"shared formulas": {maxFormulas/(500*15_000) + 1, sheetXML(shared), "共享公式"},
	} {
		t.Run(name, func(t *testing.T) {
			only(t, book(c.sheet))
			refused(t, often(c.times, c.sheet), "too-complex", fmt.Sprintf("“第%d张”", c.times), c.part)
		})
	}
}

// TestRowsWithoutCells: only so many are kept in a book, and those below the last
// cell, which are not kept, take nothing from the other sheets.
func TestRowsWithoutCells(t *testing.T) {
	above := sheetXML(strings.Repeat(`<row hidden="1"/>`, maxEmptyRows/4) + `<row><c><v>1</v></c></row>`)
	b, err := Open(often(6, above))
	require.NoError(t, err)
	kept := 0
	for i, s := range b.Sheets {
		kept += len(s.Rows) - 1
		if i < 4 {
			assert.Len(t, s.Rows, maxEmptyRows/4+1)
		}
	}
	assert.Equal(t, maxEmptyRows, kept)

	below := sheetXML(strings.Repeat(`<row hidden="1"/>`, 9) + `<row><c><v>1</v></c></row>` + strings.Repeat(`<row hidden="1"/>`, maxEmptyRows))
	b, err = Open(often(3, below))
	require.NoError(t, err)
	for _, s := range b.Sheets {
		assert.Len(t, s.Rows, 10)
	}
}

// TestOneTableOfEach: texts and styles are numbered in one part each; of two,
// nobody knows which is meant.
func TestOneTableOfEach(t *testing.T) {
	sheet := sheetXML(`<row><c t="s"><v>0</v></c></row>`)
	for _, kind := range []string{"sharedStrings", "styles"} {
		again := strings.Replace(bookRel, "</Relationships>", `<Relationship Id="rId9" Type="http://x/`+kind+`" Target="other.xml"/></Relationships>`, 1)
		refused(t, book(sheet, member{"xl/sharedStrings.xml", someStrings}, member{"xl/_rels/workbook.xml.rels", again}), "corrupt", "不止一份")
	}
}

// TestUTF16Counts: what UTF-16 grows by is counted among what is unpacked.
func TestUTF16Counts(t *testing.T) {
	utf16 := func(s string) string { return string(wide.Bytes(s)) }
	sheet := utf16("<worksheet><!--") + strings.Repeat(utf16("表"), 25<<20) + utf16("--></worksheet>")
	only(t, book(sheet))
	refused(t, often(3, sheet), "too-large", "“第3张”") // 150 MB that are 225 MB
}
