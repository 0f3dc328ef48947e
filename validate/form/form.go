// Package form declares the nine forms of the published final accounts
// (部门决算公开表): their titles, columns and rows, and the standard
// classifications their codes come from. It is data; nothing here reads a file.
//
// Names are written normalized (see Normalize). A header path such as
// "本年支出/小计" reads from the top header row down; "a|b" gives spellings.
package form

import (
	"slices"
	"strings"
)

// ID names a form: F01 … F09. The number is ours; printed numbers differ by
// province.
type ID string

// Keying says how the rows of a form are known.
type Keying uint8

const (
	ByLabel      Keying = iota // printed labels, in an income and an expenditure half
	ByFunctional               // functional classification 类(3) 款(5) 项(7) and 合计
	ByEconomic                 // economic classification 类(3) 款(5) and the totals
	ByMatrix                   // budget and final figures of the three public expenses
)

// Side is the half of a two-sided form, income left and expenditure right.
type Side uint8

const (
	NoSide Side = iota
	Income
	Expenditure
)

// Form declares one form.
type Form struct {
	ID        ID
	Title     string   // the standard title
	Short     string   // as a clerk says it, for lists and equations across forms
	Titles    []string // every spelling of the title, normalized, without quotation marks
	Weaker    []string // spellings that some provinces give another form than this one, beside it
	Keying    Keying
	Columns   []Column
	Rows      []Row    // the labelled rows; coded rows are as many as the form prints
	Keys      []string // headers of the columns that hold codes, names and labels
	NotedAt   []string // header paths of columns that are known and not judged, wherever their lowest header means another column
	Noted     []string // headers whose whole columns are known and not judged; "/x" as the lowest header only
	NotedRows []string // labels of rows that are parts of others and not judged
	// MissingBefore is the first year whose set has this form; 0 for always.
	MissingBefore int

	index
}

// Column declares one column of figures.
type Column struct {
	ID       string
	Headers  []string // header paths, most specific first
	Side     Side
	Optional bool // not on every year's or province's form; rules about it then do not apply
	Spare    bool // not on every form; where it is absent there is nothing of its kind
}

// Row declares one labelled row.
type Row struct {
	Key      string
	Labels   []string // spellings, ordinals and 其中 removed
	Side     Side
	After    string // only below the row of this key (labels that stand twice)
	Optional bool   // not on every form: its absence is a blank
	Group    string // the set a Σ runs over
}

// Total is the key of the total row 合计 of a coded form.
const Total = "合计"

// All lists the nine forms in their order.
var All = prepare(&f01, &f02, &f03, &f04, &f05, &f06, &f07, &f08, &f09)

// ByID finds a declaration; nil for an unknown id.
func ByID(id ID) *Form {
	for _, f := range All {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Column finds a declared column; nil for an unknown one.
func (f *Form) Column(id string) *Column {
	for i := range f.Columns {
		if f.Columns[i].ID == id {
			return &f.Columns[i]
		}
	}
	return nil
}

// Row finds a declared row; nil for a coded or unknown one.
func (f *Form) Row(key string) *Row {
	for i := range f.Rows {
		if f.Rows[i].Key == key {
			return &f.Rows[i]
		}
	}
	return nil
}

// HasGroup says whether a Σ may run over the named set of rows.
func (f *Form) HasGroup(name string) bool {
	if f.Keying == ByEconomic && (name == PersonnelClasses || name == PublicUseClasses) {
		return true
	}
	for i := range f.Rows {
		if name != "" && f.Rows[i].Group == name {
			return true
		}
	}
	return false
}

// InGroup says whether a row stands in a named set. On F06 the sets are of
// codes: personnel expenses are 301 and 303, public-use expenses the others.
func (f *Form) InGroup(key, group string) bool {
	if f.Keying == ByEconomic {
		personnel := strings.HasPrefix(key, "301") || strings.HasPrefix(key, "303")
		return IsCode(key) && personnel == (group == PersonnelClasses)
	}
	r := f.Row(key)
	return r != nil && r.Group == group
}

// Coded says whether rows are known by codes.
func (f *Form) Coded() bool { return f.Keying == ByFunctional || f.Keying == ByEconomic }

// IsKeyHeader says whether a normalized header text heads a column of codes,
// names or labels. 单位(万元) is a line above the header.
func (f *Form) IsKeyHeader(text string) bool {
	bare := StripRemark(text)
	return slices.Contains(f.Keys, bare) && (bare != "单位" || !strings.HasSuffix(text, "元)"))
}

// IsNoted says whether a column under this header path is known and not judged.
func (f *Form) IsNoted(path []string) bool {
	for i, text := range path {
		text = StripYear(StripRemark(text))
		if slices.Contains(f.Noted, text) || i == len(path)-1 && slices.Contains(f.Noted, "/"+text) {
			return true
		}
	}
	return len(f.notedAt) > 0 && f.isNotedAt(path)
}

// IsNotedRow says whether a normalized label heads a row that is part of
// another: 其中 lines, and the declared ones.
func (f *Form) IsNotedRow(label string) bool {
	return strings.HasPrefix(label, "其中") || slices.Contains(f.NotedRows, StripOrdinal(label)) || slices.Contains(f.NotedRows, StripRemark(StripOrdinal(label)))
}

// mostDigits is far more than any code has, its mistakes included.
const mostDigits = 20

// IsCode says whether a row key is a classification code.
func IsCode(key string) bool {
	if len(key) > mostDigits {
		return false
	}
	for i := 0; i < len(key); i++ {
		if key[i] < '0' || key[i] > '9' {
			return false
		}
	}
	return key != ""
}

// row declares a required row with its spellings.
func row(side Side, group, key string, labels ...string) Row {
	return Row{Key: key, Labels: append([]string{key}, labels...), Side: side, Group: group}
}

// classRows declares a row for each functional class, keyed by its code: the
// right-hand side of F01 and F04 prints them by name only. How many of them a
// form prints changes by year, so each is optional.
func classRows() []Row {
	rows := make([]Row, len(Functional))
	for i, c := range Functional {
		rows[i] = Row{Key: c.Code, Labels: c.Names, Side: Expenditure, Optional: true, Group: Classes}
	}
	return rows
}
