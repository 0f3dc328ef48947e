package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// offered says whether a suspect or one of its alternatives is this cell.
func offered(s *report.Suspect, form, cell string) bool {
	for _, c := range s.Changes {
		if c.Form == form && c.Cell == cell {
			return true
		}
	}
	for _, a := range s.Alternatives {
		if a.Form == form && a.Cell == cell {
			return true
		}
	}
	return false
}

// TestCrowdIsUnsure: among the many details of one sum some slip of the hand
// fits by chance. All are told and none is called likely.
func TestCrowdIsUnsure(t *testing.T) {
	r := suspectsOf(t, "putuo-finance-2024", "F06!H26 = 2.91") // 2.01; 7.61 → 6.71 would do as well
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.False(t, s.Likely)
	assert.True(t, offered(s, "F06", "H26"))

	r = suspectsOf(t, "lanshan-2023", "F06[30205, 金额] = -1.59")
	require.Len(t, r.Suspects, 1)
	assert.Equal(t, "sign", r.Suspects[0].Kind)
	assert.True(t, r.Suspects[0].Likely, "a negative amount tells itself")
}

// TestSiblingOfLostRow: where one of two items is left out, the other did not
// slip from the row above, which keeps its figures.
func TestSiblingOfLostRow(t *testing.T) {
	w, err := fixture.Load("clean-yuan")
	require.NoError(t, err)
	at, ok := w.At("F02", "2110302", "本年收入合计")
	require.True(t, ok)
	r := suspectsOf(t, "clean-yuan", "F02!"+at.Cell[1:]+" delete-row")
	require.Len(t, r.Suspects, 1)
	s := r.Suspects[0]
	assert.Equal(t, [2]string{"row-left-out", "2110302"}, [2]string{s.Kind, s.Row})
	assert.Equal(t, errorsOf(r), s.Explains)
}

// TestChainsThatMendAsMuch: a wrong item with its row's total summed over it
// leaves two sums off. Its siblings would do as well; the one that a slip of
// the hand explains comes first, and without such none is likely.
func TestChainsThatMendAsMuch(t *testing.T) {
	r := suspectsOf(t, "clean-yuan", "F03!H12 = 623.69", "F03!C12 = 9836517.73") // 6,236.88
	require.Len(t, r.Suspects, 1)
	assert.Equal(t, "H12", r.Suspects[0].Cell)
	assert.Equal(t, errorsOf(r), r.Suspects[0].Explains)

	r = suspectsOf(t, "clean-wan", "F03!E34 = 363.35", "F03!C34 = 691.19") // 357.16
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.False(t, s.Likely)
	assert.True(t, offered(s, "F03", "E34"))
}

// TestRowRepeated: the same code with the same figures twice.
func TestRowRepeated(t *testing.T) {
	f, err := excelize.OpenFile("../testdata/putuo-finance-2024.xlsx")
	require.NoError(t, err)
	sheet := suspectsOf(t, "putuo-finance-2024").Forms[1].Sheet
	require.NoError(t, f.DuplicateRow(sheet, 17))
	r := validate.Check("a.xlsx", bytesOf(t, f), nil).Report
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.Equal(t, [2]string{"row-repeated", "2080505"}, [2]string{s.Kind, s.Row})
	assert.True(t, s.Likely)
	assert.Contains(t, s.Why, "第 17 行")
	for _, c := range s.Changes {
		assert.Equal(t, "18", c.Cell[1:])
	}
}

// TestOneCellFirst: where one figure alone explains all, no block, pair or
// chain that fits as well is believed.
func TestOneCellFirst(t *testing.T) {
	for _, c := range []struct{ book, form, cell, edit string }{
		{"lanshan-2023", "F06", "F17", "F06!F17 = 1.26"},     // 1.17; an eleven-cell block would do
		{"putuo-finance-2024", "F02", "K9", "F02!K9 = 6.18"}, // 6.20; exchanged with 6.19 would do
		{"clean-wan", "F03", "H36", "F03!H36 = 22.24"},       // 22.29; a chain would mend half
	} {
		r := suspectsOf(t, c.book, c.edit)
		require.Len(t, r.Suspects, 1, c.edit)
		s := &r.Suspects[0]
		assert.True(t, offered(s, c.form, c.cell), c.edit)
		assert.True(t, !s.Likely || s.Cell == c.cell, c.edit)
		assert.Len(t, s.Changes, 1, c.edit)
		assert.Equal(t, errorsOf(r), s.Explains, c.edit)
	}
}

// TestMoveBeforeBlock: one figure a row too low is no block.
func TestMoveBeforeBlock(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F06!C20 =", "F06!C21 = 3.86")
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.Equal(t, "moved", s.Kind)
	require.Len(t, s.Changes, 2)
	assert.Equal(t, [2]string{"C21", "C20"}, [2]string{s.Changes[0].Cell, s.Changes[1].Cell})
}

// TestNoNegativeRow: a total that was typed too large is no row left out, which
// would have to be negative.
func TestNoNegativeRow(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F04!F33 = 2023.80", "F04!G33 = 2023.80") // 1,677.91 both
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.Len(t, s.Changes, 2)
	for _, c := range s.Changes {
		assert.Equal(t, [2]string{"33", "1677.91"}, [2]string{c.Cell[1:], c.Suggest})
	}
	assert.Equal(t, errorsOf(r), s.Explains)
}

// TestUnitNeedsMoreThanOneFigure: one identity that another unit would mend, and
// one cell of another form mends as well, says nothing of the unit.
func TestUnitNeedsMoreThanOneFigure(t *testing.T) {
	r := suspectsOf(t, "putuo-finance-2024", "F05!F7 = 233.69") // 2,336.91
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.Equal(t, [3]string{"F7", "2336.91", "point-shifted"}, [3]string{s.Cell, s.Suggest, s.Kind})
	assert.Equal(t, errorsOf(r), s.Explains)
}

// TestInequalityFixesNoFigure: that a cell reads less than another form's tells
// something is wrong, not what it should read. The figure beside it might.
func TestInequalityFixesNoFigure(t *testing.T) {
	r := suspectsOf(t, "putuo-finance-2024", "F01!B34 =", "F01!B33 = 49.14")
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.False(t, s.Likely)
	assert.Equal(t, "moved", s.Kind)
	assert.Equal(t, [2]string{"B33", "B34"}, [2]string{s.Changes[0].Cell, s.Changes[1].Cell})
	assert.Equal(t, "49.14", s.Changes[1].Suggest)
}

// TestBlockAside: figures pasted one column to the right are one thing to mend.
func TestBlockAside(t *testing.T) {
	r := suspectsOf(t, "lanshan-2023", "F03!D17 =", "F03!D18 =", "F03!D19 =", "F03!D20 =",
		"F03!E17 = "+reads(t, "D17"), "F03!E18 = "+reads(t, "D18"), "F03!E19 = "+reads(t, "D19"), "F03!E20 = "+reads(t, "D20"))
	require.Len(t, r.Suspects, 1)
	s := &r.Suspects[0]
	assert.Equal(t, [2]string{"shifted", "D17:E20"}, [2]string{s.Kind, s.Range})
	assert.Contains(t, s.Why, "左移 1 栏")
	assert.Equal(t, errorsOf(r), s.Explains)
}

// reads is what a cell of lanshan's F03 prints.
func reads(t *testing.T, cell string) string {
	t.Helper()
	f, err := excelize.OpenFile("../testdata/lanshan-2023.xlsx")
	require.NoError(t, err)
	value, err := f.GetCellValue("03支出决算表", cell, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return value
}
