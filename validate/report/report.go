// Package report is the finding model: what a check says about one file.
//
// It is a leaf: of this project it imports only the JSON writer. The JSON names are a
// contract with tests, exports and people's scripts; fields may be added, none
// changes its meaning without a new Schema number.
package report

// Schema is the version of the JSON below.
const Schema = 1

// Verdict is the one-word answer for the whole file.
type Verdict string

const (
	Pass       Verdict = "pass"       // every identity holds to the last digit; warnings and notices there may be
	Tails      Verdict = "tails"      // rounding tails among the findings, and no error
	Fail       Verdict = "fail"       // at least one error
	Incomplete Verdict = "incomplete" // a form is missing, or a rule that should have run did not
)

// Severity orders findings: an error makes the file fail, the others do not.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Tail    Severity = "tail" // 尾差: within the rounding bound, normal
	Notice  Severity = "notice"
)

// Outcome is what became of one rule.
type Outcome string

const (
	Holds    Outcome = "holds"
	HasTail  Outcome = "tail"
	Violated Outcome = "violated"
	Skipped  Outcome = "skipped"
)

// Status is what was found of one form.
type Status string

const (
	Read    Status = "read"    // found, with figures
	Empty   Status = "empty"   // found, without figures
	Missing Status = "missing" // not in the file
)

// Side says on which side of the equation an operand stands.
type Side string

const (
	Left  Side = "left"
	Right Side = "right"
)

// Report is everything a check says about one file.
type Report struct {
	Schema int    `json:"schema"`
	File   string `json:"file"` // its name, without folders
	// Folder is where it lies, from the folder on that was given to be checked with all in
	// it: 全区/岚山区. Absent from the report of a file that was named itself.
	Folder     string    `json:"folder,omitempty"`
	SHA256     string    `json:"sha256"` // of the file as it came, in hexadecimal; "" when it could not be had
	Verdict    Verdict   `json:"verdict"`
	Department string    `json:"department"` // as the forms print it; "" when they do not
	Year       int       `json:"year"`       // likewise; 0 when they do not
	Unit       string    `json:"unit"`       // of all amounts here: 元, 万元 …
	Error      *Failure  `json:"error"`      // why the file could not be judged; null when it was
	Forms      []Form    `json:"forms"`
	Rules      []Rule    `json:"rules"`
	Findings   []Finding `json:"findings"`       // most important first, complete
	Suspects   []Suspect `json:"suspects"`       // most likely first
	Text       *Text     `json:"text,omitempty"` // the written half; nil for a report without one
	// Search says what the search for suspects left undone for want of time, in one
	// sentence; "" when it went through everything.
	Search string `json:"search,omitempty"`
	// Units are the other books that a department was judged with; absent from the report
	// of a book by itself.
	Units []Unit `json:"units,omitempty"`
}

// Unit is one of the books that a department's was judged with.
type Unit struct {
	File       string  `json:"file"`
	Department string  `json:"department"` // as the book says
	Unit       string  `json:"unit"`       // that its money is in: 元, 万元
	Year       int     `json:"year"`
	Verdict    Verdict `json:"verdict"` // of the book by itself
	// Within is the file of the department below the department that sums it; "" where
	// the department itself does.
	Within string `json:"within,omitempty"`
	// Left is why the book was left out of the sums, in one sentence; "" where it was not.
	Left string `json:"left,omitempty"`
}

// Failure says in one sentence why a file cannot be read, and in one what to do.
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

// Form is where one of the nine forms stands in the workbook.
type Form struct {
	Form    string `json:"form"` // F01 … F09
	Title   string `json:"title"`
	Sheet   string `json:"sheet"`
	Range   string `json:"range"` // A1:F38
	Status  Status `json:"status"`
	Unit    string `json:"unit"`
	Figures int    `json:"figures"` // cells bound that hold a figure
	// State is what the check came to about the form's own figures: a text that says
	// something else makes none wrong.
	State State `json:"state,omitempty"`
	// Reason is why a missing form is none that the set lacks: its year has none, or
	// the others show that it would be empty. "" where it should be there.
	Reason string `json:"reason,omitempty"`
	// Doubt is why a form that counts as missing here is there after all, on pages where it
	// could not be made out: none of it was judged. "" otherwise.
	Doubt string `json:"doubt,omitempty"`
}

// Text is what was read and checked of the written half. Figures are its amounts,
// percentages and counts; those of reasons, dates and names are none.
type Text struct {
	Document  string     `json:"document"`            // the file it stands in, the first of several
	Documents []Document `json:"documents,omitempty"` // files that came beside the book, in their order
	State     State      `json:"state,omitempty"`     // what the check came to about it
	Figures   int        `json:"figures"`
	Checked   int        `json:"checked"`
	Unchecked []Passage  `json:"unchecked"` // every figure that was not checked, in reading order
	Marks     []TextMark `json:"marks,omitempty"`
}

// Document is a file that came beside the book.
type Document struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// Passage is words of the written half: where they stand, for a person (section and
// paragraph, from 1) and for the page (sheet, cell, and the offset of the words in its
// text, in runes).
type Passage struct {
	Document  string `json:"document"`
	Section   string `json:"section"`   // its number as printed, or its heading: 六
	Paragraph int    `json:"paragraph"` // from 1, over the whole document; 0 on a sheet of a workbook, where Cell says it
	Words     string `json:"words"`
	Sheet     string `json:"sheet"`
	Cell      string `json:"cell"`
	At        int    `json:"at"`
	Reason    string `json:"reason,omitempty"` // why it was not checked
	Spot
}

// TextMark is one figure of the written half that was checked, for the page to mark.
type TextMark struct {
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"`
	At     int    `json:"at"`     // offset in runes in the cell's text
	Length int    `json:"length"` // in runes
	Spot
}

// Rule is what became of one rule of the catalogue.
type Rule struct {
	Rule    string  `json:"rule"`
	Title   string  `json:"title"`
	Outcome Outcome `json:"outcome"`
	Checked int     `json:"checked"` // equations or cells judged
	Reason  string  `json:"reason,omitempty"`
	// Unchecked marks a skipped rule that should have run; it alone makes the
	// verdict incomplete. A rule skipped because the report has nothing for it
	// to check (no such column that year) is not marked.
	Unchecked bool `json:"unchecked,omitempty"`
}

// Finding is one thing wrong, doubtful or worth knowing.
type Finding struct {
	Rule       string   `json:"rule"`
	Severity   Severity `json:"severity"`
	Title      string   `json:"title"`
	Message    string   `json:"message"`
	Equation   string   `json:"equation"` // in words and with figures; empty for structural findings
	Left       string   `json:"left"`
	Right      string   `json:"right"`
	Relation   string   `json:"relation,omitempty"` // "=", "≤" or "≥"
	Difference string   `json:"difference"`         // left − right
	Bound      string   `json:"bound"`              // the largest |difference| rounding alone explains
	Why        string   `json:"why"`
	Hint       string   `json:"hint"` // the clerk's next step
	// Fingerprint stands for the rule and the figures it found; it changes with them.
	Fingerprint string `json:"fingerprint"`
	// Alike is how many findings of the kind this one stands for, when they were too
	// many to tell each; its figures are those of the first of them.
	Alike int    `json:"alike,omitempty"`
	Cells []Cell `json:"cells"`
	// Suspect is the first of the report's suspects that explains the finding, by index;
	// nil for none.
	Suspect *int `json:"suspect,omitempty"`
	// Accepted is why somebody lets the finding stand; a check leaves it nil.
	Accepted *Acceptance `json:"accepted,omitempty"`
}

// Acceptance is the reason for which a finding is accepted, and when that was given.
type Acceptance struct {
	Reason string `json:"reason"`
	When   string `json:"when"` // ISO 8601
}

// Cell is one operand or one cell a finding speaks of. Sheet and Cell are
// always there.
type Cell struct {
	File   string `json:"file,omitempty"` // that it stands in; "" for the report's own
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"` // A1 address
	Form   string `json:"form"`
	Row    string `json:"row"`
	Column string `json:"column"`
	Label  string `json:"label"` // row and column in words
	Value  string `json:"value"` // in the report's unit; "" for a blank or non-figure
	Side   Side   `json:"side,omitempty"`
	Sign   string `json:"sign,omitempty"` // "+" or "-" as the operand stands in its side

	// Of words in the written half; Words is "" for a cell. Sheet, Cell and At say where
	// the page draws them, the others where a person finds them.
	Document  string `json:"document,omitempty"`
	Section   string `json:"section,omitempty"`
	Paragraph int    `json:"paragraph,omitempty"`
	Words     string `json:"words,omitempty"`
	At        int    `json:"at,omitempty"` // offset of the words in the cell's text, in runes

	Spot
}

// Shape is what of a book a suspect says is wrong, and with it what its fields mean.
// Whoever shows a suspect goes by its shape and by nothing else.
type Shape string

const (
	OneCell     Shape = "cell"         // Cell reads Value and should read Suggest
	SomeCells   Shape = "cells"        // so do all of Changes: a total and those above it
	Block       Shape = "block"        // the figures in Range slipped: by Down and Right they get home; Changes has each
	Exchange    Shape = "exchange"     // the figures of two Changes stand in each other's place, or one in the other's
	RowMissing  Shape = "row-missing"  // Row is not on the form: it belongs below the row whose code stands in Cell; no Changes
	RowRepeated Shape = "row-repeated" // Range is a row printed twice: Changes empties it
	Code        Shape = "code"         // Cell holds the code Value and should hold the code Suggest; no Changes
	FormUnit    Shape = "form-unit"    // the form states the unit Value and its figures are in the unit Suggest; no Changes
)

// Suspect is one thing wrong whose repair explains findings: a cell, a block, a code …
// The file itself is never changed.
type Suspect struct {
	Change
	Shape        Shape         `json:"shape"`
	Kind         string        `json:"kind"`   // the explanation's id: digit-dropped, swapped, shifted …
	Why          string        `json:"why"`    // in words
	Likely       bool          `json:"likely"` // false: other repairs explain as much, see Alternatives
	Range        string        `json:"range,omitempty"`
	Down         int           `json:"down,omitempty"`  // rows that the figures of a block must go down to get home; negative for up
	Right        int           `json:"right,omitempty"` // columns likewise; negative for left
	Changes      []Change      `json:"changes"`         // every cell the repair changes, the first being the one above
	Explains     []int         `json:"explains"`        // the findings that go with this repair, by index
	Alternatives []Alternative `json:"alternatives"`
}

// Change is one cell with what it reads and what it should read. In another file than
// the report's, both amounts are in the unit of that.
type Change struct {
	File    string `json:"file,omitempty"` // that it stands in; "" for the report's own
	Sheet   string `json:"sheet"`
	Cell    string `json:"cell"`
	Form    string `json:"form"`
	Row     string `json:"row"`
	Column  string `json:"column"`
	Label   string `json:"label"`   // row and column in words
	Value   string `json:"value"`   // in the report's unit; "" for a blank
	Suggest string `json:"suggest"` // likewise
	Spot
}

// Alternative is another repair that explains the same findings.
type Alternative struct {
	Change
	Kind string `json:"kind"`
	Why  string `json:"why"`
}

// Link gives each finding the first of the suspects that explains it, and each form and
// the written half their state.
func (r *Report) Link() {
	for i := range r.Findings {
		r.Findings[i].Suspect = nil
	}
	for i := range r.Suspects {
		for _, k := range r.Suspects[i].Explains {
			if f := &r.Findings[k]; f.Suspect == nil {
				f.Suspect = &i
			}
		}
	}
	r.settle()
}
