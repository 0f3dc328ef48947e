package mutation

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
)

// floor is the least a kind must reach, in percent.
type floor struct {
	first int // culprit first, where it alone can be wrong
	three int // culprit in the first three, of all that arithmetic can find
	named int // called what it is, of those first
}

// floors are the kinds' least results; a kind not listed has none. Detection needs
// no floor: all that arithmetic can find is found.
var floors = func() map[string]floor {
	least := map[string]floor{
		"row-blank": {first: 90}, "shifted": {first: 30, named: 100}, "row-left-out": {three: 40},
		"moved-row": {first: 90, named: 100}, "moved-column": {first: 90, named: 100},
		"exchanged-row": {first: 90, named: 100}, "exchanged-column": {first: 90, named: 100},
		"over-row": {first: 80, named: 100}, "over-column": {first: 80, named: 100}, "sign-lost": {first: 60}, "wrong-sum": {first: 90, named: 80},
		"stale-chain": {first: 90, named: 90}, "pair": {first: 97, three: 85},
	}
	for _, k := range Kinds {
		if _, other := least[k.ID]; !other {
			least[k.ID] = floor{first: 97} // single figures
		}
	}
	return least
}()

// accusedAtMost is how many suspects in a hundred errors may be called likely and be innocent; below 0 it is not asked.
const accusedAtMost = 2

// layouts are the ones to test in: plain ones, as other tests see to all others.
var layouts = []fixture.Layout{
	{}, fixture.Shanghai, {LeavesOnly: true, Public: fixture.Pairs}, {Zero: "0.00", TotalLast: true}, {OneSheet: true, Economic: fixture.OneList},
	{Zero: "—", Public: fixture.ItemList}, {Figures: fixture.SeparatedText}, {Codes: fixture.CodeInName}, {Public: fixture.TwoRows},
}

func subjects(t *testing.T, seed int64) []*Subject {
	t.Helper()
	var out []*Subject
	for n := range len(variants) + len(real) {
		s, err := newSubject(seed, n, layouts[n%len(layouts)])
		require.NoError(t, err)
		out = append(out, s)
	}
	return out
}

// TestCleanBooksHold: every identity the oracle knows holds on every book that
// nothing was planted in, and has figures to hold for.
func TestCleanBooksHold(t *testing.T) {
	for seed := range int64(3) {
		for _, s := range subjects(t, seed) {
			all := identities(s.printed)
			for _, i := range s.printed.broken(all) {
				t.Errorf("%s: %s is broken", s.Name, i.name)
			}
			assert.Greater(t, len(all), 150, s.Name)
			assert.Zero(t, Errors(validate.Check("clean.xlsx", s.Drawn.Bytes, nil).Report), s.Name)
		}
	}
}

// TestOracleSeesEachFigure: there is no figure that could be 1.00 more unnoticed.
func TestOracleSeesEachFigure(t *testing.T) {
	for _, s := range subjects(t, 1)[4:] {
		for slot, v := range s.printed.values {
			undo := s.printed.set(slot, new(v.Add(number("1.00"))))
			assert.NotEmpty(t, s.printed.broken(identities(s.printed)), "%s: %v + 1.00", s.Name, slot)
			undo()
		}
		assert.Empty(t, s.printed.broken(identities(s.printed)), "%s: undone", s.Name)
	}
}

// TestOracleNamesWhatBreaks: what a figure in 元 breaks when it is 1.00 more, by hand
// from the standard. The first department has no money but the general public budget.
func TestOracleNamesWhatBreaks(t *testing.T) {
	plain, err := newSubject(1, 1, fixture.Layout{})
	require.NoError(t, err)
	full, err := newSubject(1, 3, fixture.Layout{})
	require.NoError(t, err)
	for _, c := range []struct {
		s      *Subject
		slot   Slot
		broken []string
	}{
		{plain, Slot{Form: "F01", Row: "201", Column: "金额"}, []string{"F01 expenditure", "F01-F03 201", "F01-F04 201 equal"}},
		{plain, Slot{Form: "F03", Row: "201", Column: "基本支出"}, []string{"F03 201 across", "F03 201 down 基本支出", "F03 合计 down 基本支出", "F03-funds 201 基本支出 equal"}},
		{plain, Slot{Form: "F05", Row: "201", Column: "小计"}, []string{"F03-funds 201 小计 equal", "F04-F05 201", "F05 201 across", "F05 201 down 小计", "F05 合计 down 小计"}},
		{plain, Slot{Form: "F06", Row: "人员经费合计", Column: "金额"}, []string{"F05-F06", "F06 personnel"}},
		{plain, Slot{Form: "F09", Row: "决算数", Column: "公务用车购置及运行维护费"}, []string{"F09 vehicles 决算数", "F09 决算数"}},
		{full, Slot{Form: "F01", Row: "事业收入", Column: "金额"}, []string{"F01 income", "F01-F02 事业收入"}},
		{full, Slot{Form: "F02", Row: "合计", Column: "财政拨款收入"}, []string{"F01-F02 fiscal", "F02 合计 across", "F02 合计 down 财政拨款收入"}},
		{full, Slot{Form: "F04", Row: "年初政府性基金预算财政拨款", Column: "金额"}, []string{"F04 balance 政府性基金预算", "F04 opening", "F04-F07 opening"}},
		{full, Slot{Form: "F04", Row: "年末财政拨款结转和结余", Column: "政府性基金预算"}, []string{"F04 all expenditure 政府性基金预算", "F04 balance 政府性基金预算", "F04 年末财政拨款结转和结余 across", "F04-F07 closing"}},
		{full, Slot{Form: "F07", Row: "合计", Column: "本年收入"}, []string{"F04-F07 income", "F07 合计 balance", "F07 合计 down 本年收入"}},
		{full, Slot{Form: "F08", Row: "合计", Column: "小计"}, []string{"F04-F08", "F08 合计 across", "F08 合计 down 小计"}},
	} {
		undo := c.s.printed.set(c.slot, new(c.s.value(c.slot).Add(number("1.00"))))
		var names []string
		for _, i := range c.s.printed.broken(identities(c.s.printed)) {
			names = append(names, i.name)
		}
		undo()
		assert.ElementsMatch(t, c.broken, names, "%v", c.slot)
	}
}

// TestPlanted plants an error of every kind in every book. What arithmetic can
// find the check finds, and it finds nothing where there is nothing; the oracle's
// own repairs have the culprit among them; and the suspects reach the floors.
func TestPlanted(t *testing.T) {
	var lock sync.Mutex
	scores := map[string]*Score{}
	t.Run("books", func(t *testing.T) {
		for _, s := range subjects(t, 2) {
			t.Run(fmt.Sprint(s.Number), func(t *testing.T) {
				t.Parallel()
				for _, k := range Kinds {
					trial, err := Run(s, k, 2)
					require.NoError(t, err)
					if trial == nil {
						continue
					}
					agrees(t, trial)
					lock.Lock()
					if scores[k.ID] == nil {
						scores[k.ID] = &Score{}
					}
					scores[k.ID].Add(trial.Score)
					lock.Unlock()
				}
			})
		}
	})
	all := &Score{}
	for _, k := range Kinds {
		require.NotNil(t, scores[k.ID], "%s was never planted", k.ID)
		s := scores[k.ID]
		all.Add(*s)
		assert.NotZero(t, s.Detectable, "no %s could be found", k.ID)
		least := floors[k.ID]
		assert.GreaterOrEqual(t, 100*s.UniqueFirst, least.first*s.Unique, "%s: first %d of %d", k.ID, s.UniqueFirst, s.Unique)
		assert.GreaterOrEqual(t, 100*s.Three, least.three*s.Detectable, "%s: in the first three %d of %d", k.ID, s.Three, s.Detectable)
		assert.GreaterOrEqual(t, 100*s.Named, least.named*s.First, "%s: named %d of %d", k.ID, s.Named, s.First)
	}
	if accusedAtMost >= 0 {
		assert.LessOrEqual(t, 100*all.Accused, accusedAtMost*all.Planted, "%d innocents accused in %d books", all.Accused, all.Planted)
	}
}

// agrees compares the check's errors with what arithmetic can find.
func agrees(t *testing.T, trial *Trial) {
	t.Helper()
	if trial.Gone == nil { // a row that is gone also breaks the structure
		assert.Equal(t, trial.Found.detectable, Errors(trial.Report) > 0, "%v", trial)
	}
	assert.Zero(t, trial.Score.Missed, "%v", trial)
	if !trial.Found.detectable {
		return
	}
	switch slots := trial.slots(); {
	case len(slots) == 1:
		assert.Contains(t, trial.Found.singles, slots[0], "%v", trial)
	case len(slots) == 2 && (trial.Kind.ID[0] == 'e' || trial.Kind.ID[0] == 'm'):
		assert.True(t, slices.Contains(trial.Found.pairs, [2]Slot{slots[0], slots[1]}) ||
			slices.Contains(trial.Found.pairs, [2]Slot{slots[1], slots[0]}), "%v", trial)
	}
}

// TestSameSeedSameError: a trial can be run again by its seed.
func TestSameSeedSameError(t *testing.T) {
	s, again := subjects(t, 3)[0], subjects(t, 3)[0]
	assert.Equal(t, s.Drawn.Bytes, again.Drawn.Bytes)
	for _, k := range Kinds {
		assert.Equal(t, k.plantAt(s, 7), k.plantAt(again, 7), k.ID)
		if !k.refunds { // it has no room here
			assert.NotEqual(t, k.plantAt(s, 7), k.plantAt(s, 8), k.ID)
		}
	}
}
