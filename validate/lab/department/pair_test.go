package department_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/department"
	"suanqing/validate/lab/fixture"
)

// texts is everything that a workbook writes.
func texts(t *testing.T, data []byte) string {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer f.Close()
	var out strings.Builder
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for _, row := range rows {
			out.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	return out.String()
}

func unequal(this, last *fixture.Book) int {
	n := 0
	for _, b := range department.Balances(this, last) {
		v := func(s string) decimal.Decimal {
			d, _ := decimal.NewFromString(s)
			return d
		}
		if !v(b.Opening).Equal(v(b.Closing)) {
			n++
		}
	}
	return n
}

func TestPairs(t *testing.T) {
	count, tails, wrongCells := map[department.Verdict]int{}, 0, 0
	for _, k := range department.PairKinds {
		pairs := department.Pairs([]*department.PairKind{k}, 1, 6)
		assert.Len(t, pairs, 6, k.ID)
		for _, p := range pairs {
			count[p.Want.Verdict]++
			exact := unequal(p.This.Yuan, p.Last.Yuan)
			switch p.Want.Verdict {
			case department.Follows:
				assert.Empty(t, p.Want.Broken, k.ID)
				assert.Zero(t, exact, k.ID)
				if p.This.Book.Unit != p.Last.Book.Unit {
					tails++
				}
			case department.Broken, department.Stated:
				assert.NotEmpty(t, p.Want.Broken, k.ID)
				if p.Want.Wrong != nil {
					wrongCells++
					assert.Len(t, p.Want.Broken, 1)
					assert.Zero(t, exact)
				} else {
					assert.Equal(t, exact, len(p.Want.Broken), k.ID)
				}
			}
			if p.Want.Verdict != department.NotLast {
				assert.Equal(t, p.This.Book.Year-1, p.Last.Book.Year)
				assert.Equal(t, p.This.Name, p.Last.Name)
			}
			assert.Equal(t, p.Want.Verdict == department.Stated || k.ID == "follows-noted", len(p.This.Layout.Notes) > 0)
			for _, note := range p.This.Layout.Notes {
				assert.Contains(t, texts(t, p.This.Drawn().Bytes), note)
			}
			for _, b := range p.Want.Broken {
				at, drawn := p.This.Drawn().At(b.This.Form, b.This.Row, b.This.Column)
				if drawn && b.Opening != "" {
					assert.True(t, decimal.RequireFromString(at.Value).Equal(decimal.RequireFromString(b.Opening)))
				}
			}
		}
	}
	t.Log(len(department.PairKinds), "kinds", count, tails, "in both units", wrongCells, "wrong cells")
	assert.GreaterOrEqual(t, count[department.Broken], 48)
	assert.Greater(t, tails, 10)
}

// TestWherePairsBreak: each break shows on the forms it must, and on no other.
func TestWherePairsBreak(t *testing.T) {
	want := map[string]string{"own": "F01", "general": "F01 F04", "fund": "F01 F04 F07", "state": "F01 F04 F08", "items": "F07", "sources": "F04 F07"}
	for _, k := range department.BrokenPairs {
		if want[k.ID] == "" {
			continue
		}
		for _, p := range department.Pairs([]*department.PairKind{k}, 50, 5) {
			var forms []string
			for _, b := range p.Want.Broken {
				if len(forms) == 0 || forms[len(forms)-1] != b.This.Form {
					forms = append(forms, b.This.Form)
				}
			}
			assert.Equal(t, want[k.ID], strings.Join(forms, " "), k.ID)
		}
	}
}

// TestYearAfter: a year later each book of a department opens as it closed, and they add up.
func TestYearAfter(t *testing.T) {
	d := department.New(5, department.Options{Units: 5, Deep: 1, Flows: 2})
	next := d.After(6)
	this, last := next.All(), d.All()
	require.Len(t, this, len(last))
	for i, p := range this {
		assert.Equal(t, last[i].Name, p.Name)
		assert.Equal(t, last[i].Yuan.Year+1, p.Yuan.Year)
		assert.Zero(t, unequal(p.Yuan, last[i].Yuan), p.Name)
		assert.Empty(t, p.Differences(), p.Name)
	}
}

// TestJumps: where items are made to jump, every way of it is there; and elsewhere
// expenditure stays within a seventh.
func TestJumps(t *testing.T) {
	ways := map[department.Way]int{}
	for _, k := range department.RightPairs {
		for _, p := range department.Pairs([]*department.PairKind{k}, 9, 6) {
			for _, j := range p.Want.Jumps {
				if k.ID == "follows-jumps" {
					ways[j.Way]++
				} else if j.Form == fixture.F03 {
					assert.Fail(t, "jumps", "%s: %+v", k.ID, j)
				}
			}
		}
	}
	t.Log(ways)
	for _, w := range []department.Way{department.More, department.Less, department.Turns, department.Begins, department.Ends} {
		assert.Greater(t, ways[w], 5, w)
	}
}

func TestSamePair(t *testing.T) {
	for _, k := range department.PairKinds {
		a, b := department.NewPair(k, 4), department.NewPair(k, 4)
		assert.True(t, string(a.This.Drawn().Bytes) == string(b.This.Drawn().Bytes), k.ID)
		assert.True(t, string(a.Last.Drawn().Bytes) == string(b.Last.Drawn().Bytes), k.ID)
		assert.Equal(t, a.Want, b.Want)
	}
}
