package xlsx

// Every cap of this package; those of the zip and its XML are in xmlpack. They are
// far above any honest report and low enough that a hostile file fails early, in a
// 32-bit-sized wasm heap. A part may be used by many sheets, so what a sheet may
// have is counted for the book.
const (
	maxSheets  = 1_000
	maxName    = 1_024     // bytes of a sheet name; Excel stops at 31 characters
	maxUsedCol = 512       // columns that may hold a value: no form is wider
	maxCells   = 1_000_000 // cells with content; the largest reports have some 10,000
	maxMerges  = 100_000
	maxSpans   = 1 << 16 // <col> elements
	maxStrings = 1_000_000
	maxStyles  = 100_000 // <xf> and <numFmt> elements

	maxText      = 128 << 10 // bytes of one cell's text; Excel stops at 32,767 characters
	maxFormula   = 32 << 10  // bytes of one formula; Excel stops at 8,192 characters
	maxFormulas  = 32 << 20  // bytes of all expanded shared formulas
	maxEmptyRows = 1 << 16   // rows without cells kept for the looks of sheets; further ones are skipped
)
