package twin

import (
	"errors"
	"slices"
	"testing"

	"suanqing/validate/document"
)

// Sound checks what a reader makes of a file: a refusal of two sentences, or a document
// as it promises to be.
func Sound(t *testing.T, data []byte, open func([]byte) (*document.Document, error)) {
	t.Helper()
	book, err := open(data)
	if err != nil {
		var refusal *document.Refusal
		if !errors.As(err, &refusal) || refusal.Code == "" || refusal.Message == "" || refusal.Hint == "" || book != nil {
			t.Fatalf("%#v", err)
		}
		return
	}
	for _, s := range book.Sheets {
		if s.Name == "" {
			t.Fatal("a sheet without a name")
		}
		if !slices.IsSortedFunc(s.Cols, func(a, b document.ColSpan) int { return a.First - b.Last - 1 }) {
			t.Fatal("columns in disorder", s.Cols)
		}
		for _, m := range s.Merges {
			if m.Row0 > m.Row1 || m.Col0 > m.Col1 || m.Row1 >= document.MaxRows || m.Col1 >= document.MaxCols {
				t.Fatal("a bad merge", m)
			}
		}
		row := -1
		for _, r := range s.Rows {
			if r.Index <= row || r.Index >= document.MaxRows {
				t.Fatal("rows in disorder", r.Index)
			}
			row = r.Index
			col := -1
			for i := range r.Cells {
				c := &r.Cells[i]
				if c.Row != row || c.Col <= col || c.Format == nil || c.Stored == "" && c.Formula == "" {
					t.Fatalf("a bad cell %+v in row %d behind column %d", c, row, col)
				}
				if col = c.Col; c.Kind == document.Number && !document.IsNumber(c.Stored) {
					t.Fatal("no number", c.Stored)
				}
				c.Shown()
			}
		}
	}
}
