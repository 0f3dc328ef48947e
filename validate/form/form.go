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
	ID      ID
	Title   string   // the standard title
	Short   string   // as a clerk says it, for lists and equations across forms
	Titles  []string // every spelling of the title, normalized, without quotation marks
	Weaker  []string // spellings that some provinces give another form than this one, beside it
	Keying  Keying
	Codes   *Classification // of the rows; nil where labels are what they are known by
	Columns []Column
	titles  string // as declared
	weaker  string
	Rows    []Row // the labelled rows; coded rows are as many as the form prints
	// ListsClasses: a row for each functional class, by name, follows the declared ones.
	ListsClasses bool
	Keys         *Words   // headers of the columns that hold codes, names and labels
	NotedAt      []string // header paths of columns that are known and not judged, wherever their lowest header means another column
	Noted        *Words   // headers whose whole columns are known and not judged
	NotedRows    *Words   // labels of rows that are parts of others and not judged
	// Whole is a row that some years print in the place of the rows WholeOf, or above
	// those as their sum.
	Whole   string
	WholeOf []string
	Mention string // any title with this word is one of the form's, a weak one; "" for none
	// MissingBefore is the first year whose set has this form; 0 for always.
	MissingBefore int
	// Elsewhere is where other forms print this one's money, of a form that a set may
	// lack: where all of them are blank it would be empty. None for one that every set has.
	Elsewhere []Elsewhere

	index
}

// Elsewhere names figures of another form: a column's, in one row or ("") in all.
type Elsewhere struct {
	Form        ID
	Row, Column string
}

// Column declares one column of figures.
type Column struct {
	ID       string
	Headers  []string // header paths, most specific first
	Side     Side
	Optional bool // not on every year's or province's form; rules about it then do not apply
	Spare    bool // not on every form; where it is absent there is nothing of its kind
	Subtotal bool // in a list of the columns, a 小计 of its own is this one
}

// Row declares one labelled row.
type Row struct {
	Key      string
	Labels   []string // the key and its spellings, ordinals and 其中 removed
	labels   string   // as declared
	Side     Side
	After    string // only below the row of this key (labels that stand twice)
	later    string // labels that mean a row above, and this one once that is printed
	Optional bool   // not on every form: its absence is a blank
	Group    string // the set a Σ runs over
}

// Total is the key of the total row 合计 of a coded form.
const Total = "合计"

// Subtotal labels the sub-total of a part in a list.
const Subtotal = "小计"

// SubtotalColumn is the column that a 小计 in a list of the columns is, as that of
// the vehicles on F09; "" for none.
func (f *Form) SubtotalColumn() string {
	for i := range f.Columns {
		if f.Columns[i].Subtotal {
			return f.Columns[i].ID
		}
	}
	return ""
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
	if f.Codes != nil && f.Codes.hasGroup(name) {
		return true
	}
	for i := range f.Rows {
		if name != "" && f.Rows[i].Group == name {
			return true
		}
	}
	return false
}

// InGroup says whether a row stands in a named set, of codes or of declared rows.
func (f *Form) InGroup(key, group string) bool {
	if f.Codes != nil {
		return IsCode(key) && f.Codes.group(key) == group
	}
	r := f.Row(key)
	return r != nil && r.Group == group
}

// Coded says whether rows are known by codes.
func (f *Form) Coded() bool { return f.Codes != nil }

// SharesCodes says whether other forms print the same codes, under the same names and
// in one order.
func (f *Form) SharesCodes() bool { return f.Codes != nil && f.Codes.Shared }

// WantsTotal says whether the form prints a row 合计 in every layout.
func (f *Form) WantsTotal() bool {
	r := f.Row(Total)
	return f.Coded() && (r == nil || !r.Optional)
}

// Heads says whether a label that means a declared row of codes heads a column too, as
// 人员经费 does: without a figure it is a heading and no total.
func (f *Form) Heads(key, label string) bool {
	return f.Codes != nil && key != Total && !IsCode(key) && f.IsHeader(label)
}

// WellFormed says whether a code has the digits that the form's classification allows.
func (f *Form) WellFormed(code string) bool {
	return f.Codes != nil && slices.Contains(f.Codes.Digits, len(code))
}

// IsTotal says whether the keys of a coded row spell 合计, alone, spread over the cells
// (类 款 项 合计), or with a code of zeros: no class is numbered 000.
func (f *Form) IsTotal(label string) bool {
	return f.Codes != nil && f.Codes.Totals.Has(bareLabel(strings.TrimLeft(strings.TrimPrefix(label, "类款项"), "0")))
}

// IsKeyHeader says whether a normalized header text heads a column of codes,
// names or labels. 单位(万元) is a line above the header.
func (f *Form) IsKeyHeader(text string) bool {
	bare := StripRemark(StripNotes(text))
	return f.Keys.Has(bare) && (bare != "单位" || !strings.HasSuffix(text, "元)"))
}

// IsNoted says whether a column under this header path is known and not judged.
func (f *Form) IsNoted(path []string) bool {
	for _, text := range path {
		if f.Keying == ByMatrix && IsCount(text) {
			return true
		}
		text = StripYear(StripRemark(text))
		if f.Coded() && ownerHeads.Has(text) || f.Noted.Has(text) {
			return true
		}
	}
	return len(f.notedAt) > 0 && f.isNotedAt(path)
}

// IsNotedRow says whether a normalized label heads a row that is part of
// another: 其中 lines, and the declared ones.
func (f *Form) IsNotedRow(label string) bool {
	return strings.HasPrefix(label, PartOf) || f.NotedRows.Has(StripOrdinal(label)) || f.NotedRows.Has(StripRemark(StripOrdinal(label)))
}

// mostDigits is far more than any code has, its mistakes included.
const mostDigits = 20

// LevelName is what a code is called by how many digits it has: 类, 款 or 项; "" for
// another number of digits.
func LevelName(code string) string {
	switch len(code) {
	case 3:
		return "类"
	case 5:
		return "款"
	case 7:
		return "项"
	}
	return ""
}

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

// row declares a required row with its spellings, "a|b".
func row(side Side, group, key, labels string) Row {
	return Row{Key: key, labels: labels, Side: side, Group: group}
}

// optional declares a row that not every form prints.
func optional(side Side, group, key, labels string) Row {
	return Row{Key: key, labels: labels, Side: side, Group: group, Optional: true}
}

// grand declares a row that sums a side, with labels that mean it once the row of that name is printed.
func grand(side Side, key, labels, later string) Row {
	return Row{Key: key, labels: labels, Side: side, later: later}
}

// ofOpening declares a fund line under the opening balance: the same labels stand above
// as income, so position tells them apart.
func ofOpening(key, labels string) Row {
	return Row{Key: key, labels: labels, Side: Income, Group: OpeningFund, After: "年初财政拨款结转和结余", Optional: true}
}

// classRows declares a row for each functional class, keyed by its code: the
// right-hand side of F01 and F04 prints them by name only. How many of them a
// form prints changes by year, so each is optional.
func classRows() []Row {
	classes := Functional()
	rows := make([]Row, len(classes))
	for i, c := range classes {
		rows[i] = Row{Key: c.Code, Labels: c.Names, Side: Expenditure, Optional: true, Group: Classes}
	}
	return rows
}
