// Package skin gives a plain workbook another skin: the same sheets, figures and
// merges as the other programs of the world write them: an HTML table that calls
// itself .xls, XML Spreadsheet 2003, a web page in a single file, CSV, OpenDocument,
// the workbook of Excel 5 and 95. Each entry is drawn from how such files come, and
// from nothing of how they are read here.
package skin

// Kind is the format behind a skin.
type Kind string

// The formats.
const (
	HTML    Kind = "html"
	XML2003 Kind = "xml2003"
	MHTML   Kind = "mhtml"
	CSV     Kind = "csv"
	ODS     Kind = "ods"
	BIFF5   Kind = "biff5"
	DOCX    Kind = "docx"
)

// Skin is one way of writing a book as one file.
type Skin struct {
	Name string // of the variant, unique: "html-asp"
	Kind Kind
	Ext  string // of the file's name: "xls"
	Make func(*Book) []byte

	Hides    bool // rows, columns and sheets that are hidden stay in it, hidden
	Computes bool // formulas stay in it, with their values
	OneSheet bool // holds one sheet; a book of several loses the others
}

// Part is one file of a set.
type Part struct {
	Name string
	Data []byte
}

// Set is one way of writing a book as several files, one a sheet.
type Set struct {
	Name string
	Kind Kind
	Make func(*Book) []Part
}

// All lists every skin.
func All() []Skin {
	var all []Skin
	for _, family := range [][]Skin{pages, workbooks2003, archives, sheets, documents, oldBooks, writings} {
		all = append(all, family...)
	}
	return all
}

// Sets lists every way to write a book as several files.
func Sets() []Set { return sets }
