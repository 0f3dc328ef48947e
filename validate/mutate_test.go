package validate_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// TestDamagedBooks damages real books at random, headers and codes included:
// binding and judging always end, name only cells that are there, and never
// call a report passed in which something went unchecked.
func TestDamagedBooks(t *testing.T) {
	g := rand.New(rand.NewPCG(5, 6))
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		for range 300 {
			wb, err := xlsx.Open(w.Bytes)
			require.NoError(t, err)
			for range 1 + g.IntN(12) {
				damage(g, wb.Sheets[g.IntN(len(wb.Sheets))])
			}
			out := rule.Run(bind.Find(wb, nil))
			outcomes, findings := out.Rules, out.Findings
			for _, f := range findings {
				for _, c := range f.Cells {
					_, _, ok := document.ParseAddress(c.Cell)
					require.True(t, ok && c.Sheet != "", "%s names no cell: %+v", f.Rule, c)
				}
			}
			verdict := out.Verdict()
			for _, o := range outcomes {
				if o.Unchecked {
					require.NotContains(t, []report.Verdict{report.Pass, report.Tails}, verdict, "%s went unchecked", o.Rule)
				}
			}
		}
	}
}

// damage does one random harm to a sheet.
func damage(g *rand.Rand, s *document.Sheet) {
	if len(s.Rows) == 0 {
		return
	}
	r := &s.Rows[g.IntN(len(s.Rows))]
	switch g.IntN(8) {
	case 0: // a row goes
		r.Cells = nil
	case 1: // two rows change places
		o := &s.Rows[g.IntN(len(s.Rows))]
		r.Cells, o.Cells = o.Cells, r.Cells
		for _, x := range []*document.Row{r, o} {
			for i := range x.Cells {
				x.Cells[i].Row = x.Index
			}
		}
	case 2: // a merge over anything
		row, col := r.Index, g.IntN(6)
		s.Merges = append(s.Merges, document.Range{Row0: row, Col0: col, Row1: row + g.IntN(4), Col1: col + g.IntN(5)})
	case 3: // the merges go
		s.Merges = nil
	default: // a cell becomes something else
		if len(r.Cells) == 0 {
			return
		}
		c := &r.Cells[g.IntN(len(r.Cells))]
		switch g.IntN(5) {
		case 0:
			c.Kind, c.Stored = document.Text, vocabulary[g.IntN(len(vocabulary))]
		case 1:
			c.Kind, c.Stored = document.Number, []string{"0", "1E300", "-1", "123456789012345678", "0.1234567890123456", "NaN", ""}[g.IntN(7)]
		case 2:
			c.Kind, c.Stored = document.ErrorValue, "#REF!"
		case 3:
			c.Kind, c.Stored, c.Formula, c.Cached = document.Blank, "", "SUM(A1:Z99)+A1", false
		case 4:
			c.Kind, c.Stored, c.Formula, c.Cached = document.Number, "1.5", "A1-A1", true
		}
	}
}
