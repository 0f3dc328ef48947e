package mutation

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

func committedBook(t *testing.T, n int) *Subject {
	t.Helper()
	s, err := NewSubject(1, Committed+n)
	require.NoError(t, err)
	return s
}

// TestStructuresArePlanted: a slip of every kind in every committed workbook that has
// room for it; it changes the figures it says, and no others, and what the oracle can
// find the check finds.
func TestStructuresArePlanted(t *testing.T) {
	found := map[string]int{}
	for n := range committed {
		s := committedBook(t, n)
		for _, k := range Structures {
			trial, err := RunStructure(s, k, 5)
			require.NoError(t, err)
			if trial == nil {
				continue
			}
			found[k.ID] += trial.Tally.Detectable
			assert.Equal(t, trial.Tally.Detectable, trial.Tally.Detected, "%v", trial)
			assert.True(t, len(trial.Changes) > 0 || trial.Again != "" || trial.Recoded != nil, "%v", trial)
			is := map[Slot]string{}
			for _, c := range trial.Changes {
				assert.False(t, number(c.Was).Equal(number(c.Is)), "%v", trial)
				is[c.Slot] = c.Is
			}
			assert.Len(t, is, len(trial.Changes), "%v", trial)
			for _, p := range s.Drawn.Placements {
				now, ok := trial.Drawn.At(p.Form, p.Row, p.Column)
				require.True(t, ok, "%v", p.Slot)
				want := p.Value
				if v, changed := is[p.Slot]; changed {
					want = v
				}
				assert.True(t, number(want).Equal(number(now.Value)), "%v: %v is %s", trial, p.Slot, now.Value)
			}
		}
	}
	for _, k := range Structures {
		if k.ID != "yuan-cents" { // nobody knows the real reports' 分, and the others' are not asked for
			assert.NotZero(t, found[k.ID], "no %s could be found", k.ID)
		}
	}
}

// TestCentsArePlanted: a generated book in 万元 knows its 分.
func TestCentsArePlanted(t *testing.T) {
	s, err := newSubject(1, 0, fixture.Layout{})
	require.NoError(t, err)
	p := inYuan(true)
	slip := (&Structure{ID: "yuan-cents", plant: p}).plantAt(s, 1)
	require.NotNil(t, slip)
	assert.Equal(t, s.yuan.Value(slip.Form, slip.Changes[0].Row, slip.Changes[0].Column), slip.Changes[0].Is)
	assert.True(t, s.visible(slip))
}

// TestSameSeedSameSlip: a slip can be planted again by its seed.
func TestSameSeedSameSlip(t *testing.T) {
	for n := range committed {
		s, again := committedBook(t, n), committedBook(t, n)
		for _, k := range Structures {
			a, b := k.plantAt(s, 7), k.plantAt(again, 7)
			if a != nil {
				a.Kind, b.Kind = nil, nil
			}
			assert.Equal(t, a, b, k.ID)
		}
	}
}

// TestSlide: seven rows of a column, five of them moved by two, by hand.
func TestSlide(t *testing.T) {
	s := committedBook(t, 0)
	rows := []string{"2010301", "2010302", "2010399", "20113", "2011308", "208", "20805"}
	was := []string{"1061.71", "256.05", "139.29", "2.21", "2.21", "94.74", "91.64"}
	line := []Slot{}
	for _, r := range rows {
		line = append(line, Slot{Form: fixture.F03, Row: r, Column: "本年支出合计"})
	}
	for _, c := range []struct {
		name          string
		back, rotated bool
		want          []string
	}{
		{"down, blank behind", false, false, []string{"", "", "1061.71", "256.05", "139.29", "2.21", "2.21"}},
		{"down, rotated", false, true, []string{"94.74", "91.64", "1061.71", "256.05", "139.29", "2.21", "2.21"}},
		{"up, blank behind", true, false, []string{"139.29", "2.21", "2.21", "94.74", "91.64", "", ""}},
		{"up, rotated", true, true, []string{"139.29", "2.21", "2.21", "94.74", "91.64", "1061.71", "256.05"}},
	} {
		is := slices.Clone(was)
		for _, change := range s.slide([][]Slot{line}, 5, c.back, c.rotated).Changes {
			is[slices.Index(line, change.Slot)] = change.Is
		}
		assert.Equal(t, c.want, is, c.name)
	}
	var is []string
	for _, c := range s.slide([][]Slot{line}, 2, false, false).Changes {
		is = append(is, c.Is)
	}
	assert.Equal(t, []string{"", "", "1061.71", "256.05"}, is, "what lies between stays")
}

// TestCodesThatTell: what betrays a mistyped code, and that some betray nothing.
func TestCodesThatTell(t *testing.T) {
	s := committedBook(t, 0)
	for _, c := range []struct {
		form, row, code string
		tells           bool
	}{
		{fixture.F02, "2080506", "2080509", true}, // no other form has it
		{fixture.F02, "2080506", "2080505", true}, // it stands twice
		{fixture.F03, "2080506", "2080906", true}, // 20809 is not there
		{fixture.F03, "2080506", "2010306", true}, // the sums of two sections
		{fixture.F06, "30201", "30301", true},
		{fixture.F06, "30229", "30219", false}, // no figure, and no other form to compare
	} {
		p := &Slip{Form: c.form, Recoded: &Recoded{c.row, c.code}}
		assert.Equal(t, c.tells, s.visible(p), "%v", c)
	}
}

// TestTally: a perfect suspect has every mark, one of a cell that was right is innocent,
// and what it suggests is seen.
func TestTally(t *testing.T) {
	s := committedBook(t, 0)
	block := Structures[0]
	trial, err := RunStructure(s, block, 1)
	require.NoError(t, err)
	perfect := report.Suspect{Shape: report.Block, Likely: true, Down: trial.Ways[0][0]}
	for _, c := range trial.Changes {
		at, _ := trial.Drawn.At(c.Form, c.Row, c.Column)
		perfect.Changes = append(perfect.Changes, report.Change{Sheet: at.Sheet, Cell: at.Cell, Form: c.Form, Value: c.Is, Suggest: c.Was})
	}
	trial.Report = &report.Report{Suspects: []report.Suspect{perfect}}
	assert.Equal(t, Tally{Planted: 1, Detectable: 1, Told: 1, ToldKind: 1, ToldWay: 1, ToldHome: 1, Detected: 1, Kind: 1, Named: 1, Constant: 1, Home: 1, Mended: 1, Five: 1}, trial.count())
	assert.Contains(t, trial.String(), "block-rotated on")

	cells := perfect
	cells.Shape, cells.Down = report.SomeCells, 0
	trial.Report.Suspects[0] = cells
	assert.Equal(t, Tally{Planted: 1, Detectable: 1, Told: 1, ToldWay: 1, Detected: 1, Named: 1, Constant: 1, Mended: 1, Five: 1}, trial.count(), "of cells")

	right, _ := s.Drawn.At(fixture.F01, "201", money)
	wrong := report.Suspect{Shape: report.OneCell, Likely: true, Changes: []report.Change{{Sheet: right.Sheet, Cell: right.Cell, Form: fixture.F01, Suggest: "-1.00"}}}
	trial.Report.Suspects = []report.Suspect{wrong, perfect}
	assert.Equal(t, Tally{Planted: 1, Detectable: 1, Told: 1, ToldWay: 1, Detected: 1, Constant: 1, Five: 1, Innocent: 1, Negative: 1}, trial.count(), "an innocent first")
}

// TestStructuresAreNamed holds what the search for slips is worth: on a few books each
// kind is named as what it is, nearly nobody innocent is called likely, and nothing
// negative is suggested. The least of each kind lies a little below what it is now.
func TestStructuresAreNamed(t *testing.T) {
	least := map[string]int{ // of a hundred detectable ones
		"block-rotated": 90, "block-blank": 85, "column-rotated": 65, "column-blank": 65, "form-rotated": 95, "form-blank": 85,
		"packed-blank": 65, "packed-repeated": 85, "sideways-rotated": 90, "sideways-blank": 60, "group-repeated": 70,
		"yuan-times": 90, "twice": 85, "rows": 80, "code-digit": 95, "code-section": 95, "code-class": 95,
		"code-f02-digit": 95, "code-f02-section": 95, "code-f02-class": 95, "code-economic": 85,
	}
	sums := map[string]*Tally{}
	innocent := 0
	for n := range 14 {
		book := n
		if n >= 8 {
			book = Committed + n - 8
		}
		s, err := NewSubject(7, book)
		require.NoError(t, err)
		for i, k := range Structures {
			trial, err := RunStructure(s, k, int64(1000*n+i))
			require.NoError(t, err)
			if trial == nil {
				continue
			}
			if sums[k.ID] == nil {
				sums[k.ID] = &Tally{}
			}
			sums[k.ID].Detectable += trial.Tally.Detectable
			sums[k.ID].Kind += trial.Tally.Kind
			innocent += trial.Tally.Innocent
			assert.Zero(t, trial.Tally.Negative, "%v", trial)
		}
	}
	for id, share := range least {
		require.NotNil(t, sums[id], id)
		assert.GreaterOrEqual(t, 100*sums[id].Kind, share*sums[id].Detectable, "%s: %d of %d", id, sums[id].Kind, sums[id].Detectable)
	}
	assert.LessOrEqual(t, innocent, 6)
}
