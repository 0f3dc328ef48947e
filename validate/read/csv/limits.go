package csv

// Every cap of this package: far above any honest report.
const (
	maxFile    = 64 << 20  // bytes
	maxUsedCol = 512       // columns that may hold a value: no form is wider
	maxCells   = 1_000_000 // cells with content
	maxText    = 128 << 10 // bytes of one cell's text
	maxSample  = 500       // lines by which the delimiter is found
	maxDigits  = 15        // of a number, as a spreadsheet has them; a longer one stays a text
)
