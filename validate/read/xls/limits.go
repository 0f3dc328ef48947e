package xls

// Every cap of this package. Excel's own limits for the format are 65,536 rows,
// 256 columns and 32,767 characters a cell; the others are far above any honest
// report and low enough that a hostile file fails early. What is not named here
// is bounded by the length of the file, which is never exceeded by more than a
// small factor: no count a file declares is believed. Substreams may overlap, so
// what a sheet may have is counted for the book.
const (
	maxFile = 64 << 20 // bytes of the file

	maxParts   = 1 << 16 // CONTINUE records behind one record
	maxSheets  = 1_000
	maxCols    = 256
	maxCells   = 1_000_000 // cells with content
	maxMerges  = 100_000
	maxStrings = 1_000_000
	maxStyles  = 100_000   // XF records, and FORMAT records
	maxRefs    = 1 << 16   // EXTERNSHEET entries, and SUPBOOK records
	maxText    = 128 << 10 // bytes of one cell's text
	maxCode    = 1_024     // bytes of a number format; Excel stops at 255 characters

	maxFormula   = 4_096    // bytes of one formula's text; a longer one stays undecoded
	maxOperands  = 256      // of a formula, waiting for their operator
	maxFormulas  = 32 << 20 // bytes of all formulas' text
	maxDecoding  = 64 << 20 // effort for all formulas, about a byte each
	maxShared    = 1 << 16  // shared formulas of a sheet
	maxEmptyRows = 1 << 16  // rows without cells kept for the looks of sheets; further ones are skipped
)
