package txt

// Every cap of this package: far above any honest report.
const (
	maxFile  = 64 << 20  // bytes
	maxLines = 300_000   // with content
	maxLine  = 128 << 10 // bytes
	maxCells = 1_000_000 // of tables, empty ones counted
)

// mostLinesOfCell is how many line ends a cell in quotation marks may have: what is open
// for longer was not meant so.
const mostLinesOfCell = 8

// What tells a text from a table.
const (
	manySentences = 5  // a table hardly has more
	shortSentence = 15 // characters of a line below which it is none
	leadingTabs   = 2  // that make an empty first cell, and not an indent
	pageDigits    = 3
)

// blanks are what is no content by itself.
const blanks = " \t\r\n\u00A0\u3000\uFEFF"
