package docx

// The caps of this package; those of the zip and its XML are in xmlpack, those of the
// sheets in grid. They are far above any honest text and low enough that a hostile one
// fails early.
const (
	maxBlocks = 300_000  // paragraphs and rows
	maxCells  = 600_000  // of tables, empty ones too
	maxTexts  = 32 << 20 // bytes of all texts
	maxFields = 500      // inside one another
	maxStyles = 100_000
	maxLists  = 100_000 // and levels of lists
	maxChain  = 32      // styles based on one another
	maxSpan   = 1 << 20 // columns that a cell may span
	maxLabel  = 256     // bytes of the text of a level
)
