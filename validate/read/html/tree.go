package html

import "suanqing/validate/document"

// Caps of this package beside those of package grid.
const (
	maxTables = 20_000
	maxToken  = 8 << 20 // bytes of one tag or text; pictures in attributes are long
	maxDepth  = 64      // tables in tables
	maxSlots  = 1 << 25 // columns passed over while cells find their places, of all tables
	maxSpan   = 1_000   // columns of one cell, as browsers have it
)

// block is a piece of what a page or a cell shows: a text without line breaks around
// it, or a table; or the mark that LibreOffice sets before each sheet.
type block struct {
	mark   bool
	text   string
	hidden bool
	table  *table
}

// table is a table as its markup has it, before its cells have found their places.
type table struct {
	above  []block // its caption
	hidden bool
	texts  bool // cells are texts unless they say that they are numbers
	cols   []document.ColSpan
	rows   []row

	widest int  // row, in columns that its own cells take
	filled int  // cells that show a text of their own
	within int  // and cells of tables within its cells
	nested bool // there are such tables
}

type row struct {
	hidden bool
	height int
	group  int // which thead, tbody or tfoot it is of: no cell reaches beyond it
	cells  []cell
	width  int // columns that its own cells take, those at its end included that are empty
}

// cell is a cell with something to it; skip counts the empty ones before it.
type cell struct {
	skip       int
	rows, cols int  // it spans
	hidden     bool // not shown, nor has it a place where browsers show the table
	loose      bool // its columns are not merged
	flow       []block
	typed      typed
}

// typed is what a cell says of its value beside its text.
type typed struct {
	kind    document.Kind // Blank: nothing said
	stored  string        // "" for what the text shows
	formula string
	format  string // code or name of its number format
}

// isLayout says whether a table only arranges others: more is in them than beside them.
func (t *table) isLayout() bool { return t.nested && t.within > t.filled }
