package ods

// Every cap of this package; those of the zip and its XML are in xmlpack. They are
// as those of package xlsx: far above any honest report and low enough that a hostile
// file fails early. What is repeated without content costs nothing.
const (
	maxFlat = 64 << 20 // bytes of a workbook that is one XML text

	maxSheets  = 1_000
	maxName    = 1_024     // bytes of a sheet name
	maxUsedCol = 512       // columns that may hold a value: no form is wider
	maxCells   = 1_000_000 // cells with content
	maxMerges  = 100_000
	maxSpans   = 1 << 16 // runs of columns
	maxStyles  = 100_000 // of all families, and pieces of number formats
	maxParents = 16      // styles that a style comes from

	maxText      = 128 << 10 // bytes of one cell's text
	maxBlanks    = 1_024     // blanks that one text:s stands for
	maxFormula   = 32 << 10  // bytes of one formula
	maxCode      = 1_024     // bytes of a number format; a longer one says nothing
	maxDigits    = 30        // placeholders on a side of the point
	maxEmptyRows = 1 << 16   // rows without cells kept for the looks of sheets; further ones are skipped
)
