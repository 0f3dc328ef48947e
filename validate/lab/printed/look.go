package printed

// Look says how the tables of a book are drawn by this package's own painters, for what
// departments' published PDFs do that neither a workbook's default nor a skin does. The
// zero Look is a form a page, A4 landscape, a full grid, figures to the right.
type Look struct {
	By       Painter
	Pages    Pages
	Flow     Flow
	Rules    Rules
	Turn     Turn
	Figures  Align
	Font     string // family; "" for Noto Sans CJK SC
	Digits   string // family of the figures, wider than the rest; "" for Font
	Size     int    // of the letters in tenths of a point; 0 for 90
	Name     int    // width of the names' column in mm; 0 for 55
	Figure   int    // width of a figure's column in mm; 0 for 27
	Repeat   bool   // the headers stand again on each page
	Heads    bool   // the department above and “— 3 —” below each page
	Prose    bool   // paragraphs before each table
	Bold     bool   // totals in bold
	Fake     bool   // totals printed twice, a little apart, for bold
	Wide     bool   // space between the characters of titles
	Spaced   bool   // space between the digits of figures
	Full     bool   // full-width digits in figures
	Mark     string // across each page
	Seal     bool   // a round one over the first rows of each table, its letters along the edge (Web)
	Torn     bool   // a row may go on on the next page (Writer; a browser always tears rows)
	Margin   string // stands upright in a merged cell left of all rows
	Hashes   int    // figures of so many characters or more show ###; 0 for none
	Spare    int    // empty rows after so many rows; 0 for none
	Fit      bool   // the sheet is shrunk to the page's width; else its columns go on on further pages (Calc)
	Pad      int    // inside cells in tenths of a mm; 0 for 5
	Sentence bool   // the statement of an empty form stands in the table, over its width
	Foots    string // a note under each table
	Broken   bool   // lines of the text may end within a number (Web)
	Apart    bool   // each character is drawn by itself, a hair off its place (Web)
	Struck   int    // in each so many-th cell of a figure another one is struck out, before it or alone; 0 for none (Web, Writer)
	TextLast bool   // the tables of a whole report stand in front of its text, else behind it
}

// Painter is the program that prints.
type Painter uint8

const (
	Web    Painter = iota // Chromium, from HTML
	Calc                  // LibreOffice, from a spreadsheet
	Writer                // LibreOffice, from a Word document
)

// Pages are the size and the direction of pages.
type Pages uint8

const (
	Landscape Pages = iota
	Portrait
	Mixed   // each form the other way than the one before
	LargeA3 // landscape
)

// Flow is how tables follow one another.
type Flow uint8

const (
	PageEach   Flow = iota
	Running         // each begins where the one before ends, in mid-page
	TitleAbove      // the title and the unit stand on the page before the table
)

// Rules are the lines of tables.
type Rules uint8

const (
	Grid    Rules = iota
	NoRules       // nothing between cells
	Zebra         // every second row on grey, no lines
	Dotted
	RowsOnly   // a line under each row
	ThreeLines // above and below the header and below the table
	Double
	Boxes     // cells are white boxes on a black one, whose edges look like lines
	OuterOnly // a frame around the table
	ColsOnly  // upright lines, and three level ones
	Thin      // hairlines of grey
	Pieces    // filled rectangles along each side of each cell, as WPS and Word paint borders (Web)
)

// Turn is what is done to the finished pages.
type Turn uint8

const (
	Straight    Turn = iota
	TurnedBack       // the content lies on its side, /Rotate sets it upright
	OnItsSide        // the content is upright, /Rotate lays it on its side
	LyingWithin      // the content lies on its side and nothing sets it upright
	HalfRound        // /Rotate 180, content upside down: shows upright
)

// Align is where figures stand in their cells.
type Align uint8

const (
	Right Align = iota
	Left
	Centre
)
