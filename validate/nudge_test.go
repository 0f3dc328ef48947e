package validate_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/equation"
	"suanqing/validate/judge"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// patch changes a cell of a read workbook in place and gives the way back.
func patch(wb *document.Document, at bind.Place, value amount.Amount) (undo func()) {
	s := wb.Sheets[at.Sheet]
	for i := range s.Rows {
		r := &s.Rows[i]
		if r.Index != at.Row {
			continue
		}
		was := r.Cells
		cells := make([]document.Cell, 0, len(was)+1)
		fresh := document.Cell{Row: at.Row, Col: at.Col, Kind: document.Number, Stored: value.String(), Format: &document.Format{Code: "#,##0.00"}}
		placed := false
		for _, c := range was {
			if !placed && c.Col >= at.Col {
				cells = append(cells, fresh)
				placed = true
			}
			if c.Col != at.Col {
				cells = append(cells, c)
			}
		}
		if !placed {
			cells = append(cells, fresh)
		}
		r.Cells = cells
		return func() { r.Cells = was }
	}
	panic(fmt.Sprintf("no row at %+v", at))
}

// errorsAt are the rules that a book breaks at a cell, with any severity that
// breaks a rule.
func violations(wb *document.Document) map[string][]report.Finding {
	findings := rule.Run(bind.Find(wb, nil)).Findings
	broken := map[string][]report.Finding{}
	for _, f := range findings {
		if f.Severity == report.Error || f.Severity == report.Warning {
			broken[f.Rule] = append(broken[f.Rule], f)
		}
	}
	return broken
}

func names(findings []report.Finding, wb *document.Document, at bind.Place) bool {
	for _, f := range findings {
		for _, c := range f.Cells {
			if c.Sheet == wb.Sheets[at.Sheet].Name && c.Cell == document.Address(at.Row, at.Col) {
				return true
			}
		}
	}
	return false
}

// delta is a change of one operand that breaks the equation: one for an
// equality, and past the slack for an inequality.
func delta(in *judge.Instance, o judge.Operand, left bool, relation equation.Relation) amount.Amount {
	one := amount.New(1, 0)
	if relation == equation.Equal {
		return one
	}
	d := in.Difference.Abs().Add(one)
	up := left == (relation == equation.AtMost) // the left of ≤ and the right of ≥ break upwards
	if up == o.Minus {
		d = d.Neg()
	}
	return d
}

// TestEveryOperandNudged nudges every operand of every equation of the
// catalogue on clean books: its rule must be broken and name the cell; undone,
// the book must be clean again.
func TestEveryOperandNudged(t *testing.T) {
	clean, err := fixture.Load("clean-yuan")
	require.NoError(t, err)
	books := []*fixture.Workbook{clean}
	// All money from the three funds: there the conditional rules ask for
	// equality. One list on F06 has the columns that other layouts lack.
	books = append(books, fixture.MustRender(fixture.Generate(3, fixture.Options{Classes: 3, Sections: 1, Items: 2, NoOther: true}),
		fixture.Layout{Unit: "元", Economic: fixture.ThreeFigures}))
	nudged := map[string]int{}
	for _, w := range books {
		wb, err := xlsx.Open(w.Bytes)
		require.NoError(t, err)
		require.Empty(t, violations(wb), "the book must be clean")
		catalogue := rule.Catalogue()
		for i := range catalogue {
			r := &catalogue[i]
			if r.Equation == nil {
				continue
			}
			instances, _ := judge.New(bind.Find(wb, nil)).Run(r.Equation, r.When, r.ForEach)
			for k := range instances {
				nudgeInstance(t, wb, r, &instances[k], nudged)
			}
		}
		require.Empty(t, violations(wb), "undone, the book must be clean")
	}
	catalogue := rule.Catalogue()
	for i := range catalogue {
		if catalogue[i].Equation != nil {
			assert.NotZero(t, nudged[catalogue[i].ID], "no operand of %s was nudged", catalogue[i].ID)
		}
	}
}

func nudgeInstance(t *testing.T, wb *document.Document, r *rule.Rule, in *judge.Instance, nudged map[string]int) {
	for side, operands := range [][]judge.Operand{in.Left, in.Right} {
		for _, o := range operands {
			if inCondition(r, o) {
				continue
			}
			nudged[r.ID]++
			undo := patch(wb, o.Figure.At, o.Figure.Value.Add(delta(in, o, side == 0, r.Equation.Relation)))
			broken := violations(wb)[r.ID]
			undo()
			assert.True(t, names(broken, wb, o.Figure.At), "%s %s %s: nudging %s!%s is not named", r.ID, in.Row, in.Column,
				o.Figure.Table.Form.ID, document.Address(o.Figure.At.Row, o.Figure.At.Col))
		}
	}
}

// inCondition says whether an operand is also one of the rule's condition:
// nudging it changes which rule applies.
func inCondition(r *rule.Rule, o judge.Operand) bool {
	if r.When == nil {
		return false
	}
	for _, term := range r.When.Terms() {
		if term.Form == o.Figure.Table.Form.ID && term.Row == o.Figure.Row.Key && term.Column == o.Figure.Column.ID {
			return true
		}
	}
	return false
}

// TestOneFigureChangedAnywhere changes each figure of the real report by 1.00,
// blanks included: an error must name the cell.
func TestOneFigureChangedAnywhere(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		wb, err := xlsx.Open(w.Bytes)
		require.NoError(t, err)
		b := bind.Find(wb, nil)
		changed := 0
		b.Each(func(table *bind.Table) {
			for _, row := range table.Rows {
				for _, f := range row.Figures {
					changed++
					undo := patch(wb, f.At, f.Value.Add(amount.New(1, 0)))
					named := false
					for _, found := range violations(wb) {
						for _, x := range found {
							named = named || x.Severity == report.Error && names([]report.Finding{x}, wb, f.At)
						}
					}
					undo()
					assert.True(t, named, "%s: %s[%s, %s] + 1.00 is not named", name, table.Form.ID, row.Key, f.Column.ID)
				}
			}
		})
		assert.Greater(t, changed, 300)
	}
}

// TestFigureUnderAMergedCell: a figure that a merge hides does not show, so it
// counts as a blank and is said.
func TestFigureUnderAMergedCell(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	wb, err := xlsx.Open(w.Bytes)
	require.NoError(t, err)
	p, ok := w.At("F03", "2010302", "项目支出")
	require.True(t, ok)
	row, col, ok := document.ParseAddress(p.Cell)
	require.True(t, ok)
	for i, s := range wb.Sheets {
		if s.Name == p.Sheet {
			s.Merges = append(s.Merges, document.Range{Row0: row, Col0: col - 1, Row1: row, Col1: col})
			broken := violations(wb)
			assert.True(t, names(broken["cell.covered"], wb, bind.Place{Sheet: i, Row: row, Col: col}))
			assert.True(t, names(broken["F03.parts"], wb, bind.Place{Sheet: i, Row: row, Col: col}))
		}
	}
}
