package validate_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
)

// departments spells one department in ways that mean the same.
var departments = []string{
	"示例市第三区财政局（本级）", "示例市第三区财政局(本级)", "示例市 第三区 财政局（本级）", "示例市第三区财政局 （本级）　", "示 例 市 第 三 区 财 政 局 （本级）",
}

// some picks up to three forms.
func some(g *rand.Rand) []string {
	forms := map[string]bool{}
	for range 1 + g.IntN(3) {
		forms[fixture.FormIDs[g.IntN(9)]] = true
	}
	return slices.Sorted(maps.Keys(forms))
}

// named is a consistent book in a layout that prints department and year.
func named(seed int64) drawing {
	d := drawings(40_000+seed, 1)[0]
	d.book = d.book.Clone()
	d.book.Department = departments[0]
	if l := &d.layout; l.Lines == fixture.NoLines || l.Lines == fixture.UnitOnly {
		l.Lines = fixture.SplitLines
	}
	d.layout.Before2020 = false
	if !d.layout.TitleYear {
		d.layout.YearLine = true
	}
	return d
}

// TestIdentityDiffers: a form of another department or year is named, at the
// cell that says so, and nothing else is found.
func TestIdentityDiffers(t *testing.T) {
	t.Parallel()
	for seed := range int64(40) {
		g := rand.New(rand.NewPCG(uint64(seed), 13))
		d := named(seed)
		odd := some(g)
		rule, other := "book.department", "示例市第四区财政局"
		if seed%2 == 0 {
			d.layout.Departments = map[string]string{}
			for _, form := range odd {
				d.layout.Departments[form] = other
			}
		} else {
			rule, other = "book.year", "2021年"
			d.layout.Years = map[string]int{}
			for _, form := range odd {
				d.layout.Years[form] = 2021
			}
		}
		w, err := fixture.Render(d.book, d.layout)
		require.NoError(t, err)
		r := validate.Check("identity.xlsx", w.Bytes, nil)
		assert.Equal(t, odd, sortedForms(r.Report, rule), "layout %d", seed)
		for _, f := range r.Report.Findings {
			if f.Rule == rule {
				assert.Contains(t, strings.ReplaceAll(textAt(r, f.Cells[0].Sheet, f.Cells[0].Cell), " ", ""), other, "layout %d", seed)
			}
		}
		rest := slices.DeleteFunc(alarms(w, d), func(s string) bool { return strings.HasPrefix(s, "warning "+rule) })
		assert.Empty(t, rest, "layout %d", seed)
	}
}

// textAt is what a cell holds.
func textAt(r *validate.Result, sheet, cell string) string {
	for _, s := range r.Document.Sheets {
		if row, col, ok := document.ParseAddress(cell); ok && s.Name == sheet {
			if c := s.At(row, col); c != nil {
				return c.Stored
			}
		}
	}
	return ""
}

// TestIdentityInOtherSpellings: the same department in other spellings is the same.
func TestIdentityInOtherSpellings(t *testing.T) {
	t.Parallel()
	for seed := range int64(20) {
		g := rand.New(rand.NewPCG(uint64(seed), 14))
		d := named(seed)
		d.layout.Departments = map[string]string{}
		for _, form := range fixture.FormIDs {
			d.layout.Departments[form] = departments[g.IntN(len(departments))]
		}
		w, err := fixture.Render(d.book, d.layout)
		require.NoError(t, err)
		assert.Empty(t, alarms(w, d), "layout %d", seed)
		assert.Equal(t, "示例市第三区财政局(本级)", validate.Check("identity.xlsx", w.Bytes, nil).Report.Department)
	}
}
