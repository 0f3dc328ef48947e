// Package document is what a file says, whatever the file: sheets of cells with
// their shown text and stored value, formulas, merges, and what is hidden. Readers
// (validate/read) only produce it, and everything behind them sees nothing else.
package document

// Document is one file as it was read.
type Document struct {
	Sheets []*Sheet // in the order of the file
}

// Sheet is one grid of cells: a sheet of a workbook in tab order. A table of a text
// is one as well, named by what stands above it, and so are the paragraphs between
// two tables, each a row of one cell. Rows and the cells in them are sparse and
// ascending.
type Sheet struct {
	Name   string
	Hidden bool // hidden or veryHidden
	// Written: it is of a text, whose tables hold nothing but what they show.
	Written bool
	// File is the document that came beside the book and that it is of; "" for the
	// book's own sheets.
	File   string
	Rows   []Row
	Merges []Range
	Cols   []ColSpan // widths and hidden columns, ascending, not overlapping
	Spots  []Spot    // where its cells stand on pages, ascending by row, column and At; none of a file without pages
	// Doubt is why it is not certain which of its cells are in which rows and columns, or that
	// it has all of them: in one clause, for a person; "" where it is.
	Doubt string

	DefaultWidth  int // of a column without a width, as ColSpan.Width; 0 when the file gives none
	DefaultHeight int // of a row without a height, as Row.Height; 0 when the file gives none
}

// Place is where a cell stands: in which of the documents that are judged together,
// on which of its sheets, in which row and column. All count from 0.
type Place struct {
	Document int
	Sheet    int
	Row, Col int
}

// Row is one row that the file writes. Index counts from 0. A row without cells
// is there for its height; long runs of them are left out.
type Row struct {
	Index  int
	Hidden bool // or of no height
	Height int  // in 1/20 point; 0 when the file gives none
	Cells  []Cell
}

// ColSpan is a run of columns with one width. Columns count from 0, Last inclusive.
type ColSpan struct {
	First, Last int
	Width       int // in 1/256 of a character; 0 when the file gives none
	Hidden      bool
}

// Kind is the type of a cell's stored value.
type Kind uint8

const (
	Blank      Kind = iota // no value: a formula that came without one
	Number                 // Stored is the number's text as the file has it
	Text                   // Stored is the text
	Bool                   // Stored is TRUE or FALSE
	ErrorValue             // Stored is the error, such as #REF!
)

// Cell is one cell with a value or a formula; cells that have only a style are
// not kept.
type Cell struct {
	Row, Col int // from 0
	Kind     Kind
	Cached   bool    // a formula that came with a value; meaningless without a formula
	Stored   string  // the stored value: exact, unformatted
	Formula  string  // without "=", shared formulas expanded to this cell; "" when none
	Format   *Format // never nil
}

// Range is a rectangle of cells, all bounds inclusive and counted from 0.
type Range struct{ Row0, Col0, Row1, Col1 int }
