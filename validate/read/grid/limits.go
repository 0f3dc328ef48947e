package grid

// The caps that all markup has in common. They are far above any honest report, whose
// largest have some 10,000 cells and, as a web page, some 2 MB; and low enough that what
// is read of a hostile file stays within the memory that a check may take, a page being
// held as its bytes, as UTF-8, and as what is made of it.
const (
	MaxFile   = 32 << 20  // bytes of a file
	MaxText   = 128 << 10 // bytes of one cell's text
	MaxStyles = 100_000   // rules of a style sheet
	MaxMerges = 100_000
	MaxCells  = 300_000 // cells with content

	maxSheets    = 1_000
	maxName      = 60        // characters of a sheet's name
	maxUsedCol   = 512       // columns that may hold a value: no form is wider
	maxTexts     = 32 << 20  // bytes of all texts
	maxCode      = 1_024     // bytes of a number format
	maxFormula   = 32 << 10  // bytes of one formula
	maxEmptyRows = 1 << 16   // rows without cells kept for the looks of sheets; further ones are skipped
	maxFormats   = MaxStyles // different number formats
)
