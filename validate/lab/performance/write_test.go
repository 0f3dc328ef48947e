package performance

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// TestWorkbooksShowWhatIsPrinted opens each workbook and compares what its cells show.
func TestWorkbooksShowWhatIsPrinted(t *testing.T) {
	for _, l := range Layouts {
		d := Make(l, 0).Draw()
		book, err := excelize.OpenReader(bytes.NewReader(d.XLSX()))
		require.NoError(t, err, l.Name)
		d.Find("")
		for key, at := range d.places {
			if at.Row < 0 {
				continue
			}
			shown, err := book.GetCellValue(at.Sheet, at.Ref)
			require.NoError(t, err)
			assert.Equal(t, at.Text, shown, "%s %s %s", l.Name, key, at.Ref)
		}
		require.NoError(t, book.Close())
	}
}

// wordTables reads the tables of a document: rows of (span, merge, text).
type wordBody struct {
	Tables []struct {
		Grid []struct{} `xml:"tblGrid>gridCol"`
		Rows []struct {
			Cells []struct {
				Span struct {
					Val string `xml:"val,attr"`
				} `xml:"tcPr>gridSpan"`
				Merge *struct {
					Val string `xml:"val,attr"`
				} `xml:"tcPr>vMerge"`
				Lines []struct {
					Texts []string `xml:"r>t"`
				} `xml:"p"`
			} `xml:"tc"`
		} `xml:"tr"`
	} `xml:"body>tbl"`
}

// TestDocumentsHoldTheGrid reads the tables of each document back.
func TestDocumentsHoldTheGrid(t *testing.T) {
	for _, l := range Layouts {
		d := Make(l, 1).Draw()
		z, err := zip.NewReader(bytes.NewReader(d.DOCX()), int64(len(d.DOCX())))
		require.NoError(t, err)
		f, err := z.Open("word/document.xml")
		require.NoError(t, err)
		data, err := io.ReadAll(f)
		require.NoError(t, err)
		var body wordBody
		require.NoError(t, xml.Unmarshal(data, &body))
		at := 0
		for _, b := range d.Blocks {
			if b.Table == nil {
				continue
			}
			table := body.Tables[at]
			at++
			require.Len(t, table.Grid, b.Table.Cols)
			require.Len(t, table.Rows, len(b.Table.Rows))
			for row, cells := range table.Rows {
				col := 0
				for _, c := range cells.Cells {
					var lines []string
					for _, line := range c.Lines {
						lines = append(lines, strings.Join(line.Texts, ""))
					}
					assert.Equal(t, b.Table.Rows[row][col].Text, strings.Join(lines, "\n"))
					span := 1
					if c.Span.Val != "" {
						span, err = strconv.Atoi(c.Span.Val)
						require.NoError(t, err)
					}
					col += span
				}
				require.Equal(t, b.Table.Cols, col, "%s row %d", l.Name, row)
			}
		}
		require.Len(t, body.Tables, at)
	}
}
