package performance

import (
	"bytes"
	"fmt"
	"strconv"
)

// Doc is a drawn report: paragraphs and tables in order.
type Doc struct {
	Blocks []Block
	places map[string]At
}

// Block is a paragraph, or a table with the lines above it.
type Block struct {
	Key      string // of a paragraph
	Text     string
	Numbered bool // Word writes the number in front by itself
	Heading  bool
	Table    *Table
}

// Table is a grid with merges. Lines stand above it: paragraphs in Word, rows in a worksheet.
type Table struct {
	Sheet  string // its name in a workbook
	Lines  []string
	Cols   int
	Rows   [][]Cell
	Merges []Merge
}

// Merge is a block of cells, ends included, counted from 0.
type Merge struct{ Row0, Col0, Row1, Col1 int }

// Cell is a text with what it says in the model, such as "p0/fund/0/done" (empty for labels).
type Cell struct {
	Key, Text string
	Number    string // what a worksheet holds instead of the text; empty for a text
	Format    string // the number format with it
}

// At is a place in a Doc: a cell counted from 0, or a paragraph (Row and Col are -1) with its words.
type At struct {
	Key      string
	Block    int
	Row, Col int
	Text     string
	Sheet    string // in the workbook
	Ref      string // in the workbook, such as C12
}

// Find is where the model's figure of a key is drawn. The document is not changed afterwards.
func (d *Doc) Find(key string) (At, bool) {
	if d.places == nil {
		d.places = map[string]At{}
		for i, b := range d.Blocks {
			d.list(i, b)
		}
	}
	at, ok := d.places[key]
	return at, ok
}

func (d *Doc) list(i int, b Block) {
	if b.Table == nil {
		if b.Key != "" {
			d.places[b.Key] = At{Key: b.Key, Block: i, Row: -1, Col: -1, Text: b.Text}
		}
		return
	}
	for row, cells := range b.Table.Rows {
		for col, c := range cells {
			if c.Key != "" {
				d.places[c.Key] = At{Key: c.Key, Block: i, Row: row, Col: col, Text: c.Text, Sheet: sheetName(b.Table.Sheet), Ref: ref(row+len(b.Table.Lines), col)}
			}
		}
	}
}

// Text is the paragraphs alone, for a document beside the workbook of the tables. Its blocks count anew.
func (d *Doc) Text() *Doc {
	out := &Doc{}
	for _, b := range d.Blocks {
		if b.Table == nil {
			out.Blocks = append(out.Blocks, b)
		}
	}
	return out
}

// same says whether two documents print the same and hold the same values.
func (d *Doc) same(other *Doc) bool {
	return d.Tabbed() == other.Tabbed() && bytes.Equal(d.XLSX(), other.XLSX())
}

// ref is a cell's name in a worksheet; the tables have fewer than 26 columns.
func ref(row, col int) string {
	return string(rune('A'+col)) + strconv.Itoa(row+1)
}

// covered says whether a cell is hidden by a merge that begins elsewhere, and gives the merge.
func (t *Table) covered(row, col int) (Merge, bool) {
	for _, m := range t.Merges {
		if row >= m.Row0 && row <= m.Row1 && col >= m.Col0 && col <= m.Col1 {
			return m, row != m.Row0 || col != m.Col0
		}
	}
	return Merge{row, col, row, col}, false
}

// sound says what is wrong with a grid: rows of another width, merges that overlap or hide texts.
func (t *Table) sound() error {
	seen := map[[2]int]bool{}
	for _, m := range t.Merges {
		for row := m.Row0; row <= m.Row1; row++ {
			for col := m.Col0; col <= m.Col1; col++ {
				switch {
				case row >= len(t.Rows) || col >= t.Cols:
					return fmt.Errorf("merge outside: %v", m)
				case seen[[2]int{row, col}]:
					return fmt.Errorf("merges overlap: %v", m)
				case (row != m.Row0 || col != m.Col0) && t.Rows[row][col].Text != "":
					return fmt.Errorf("merge hides %q", t.Rows[row][col].Text)
				}
				seen[[2]int{row, col}] = true
			}
		}
	}
	for row, cells := range t.Rows {
		if len(cells) != t.Cols {
			return fmt.Errorf("row %d has %d cells of %d", row, len(cells), t.Cols)
		}
	}
	return nil
}
