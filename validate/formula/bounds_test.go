package formula_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/formula"
)

// column is a sheet with cells in column A: numbers, and formulas without values.
func column(name string, texts ...string) *document.Sheet {
	s := &document.Sheet{Name: name}
	for i, text := range texts {
		c := document.Cell{Row: i, Formula: text}
		if strings.Trim(text, "0123456789") == "" {
			c = document.Cell{Row: i, Kind: document.Number, Stored: text}
		}
		s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{c}})
	}
	return s
}

func bookOf(sheets ...*document.Sheet) *document.Document { return &document.Document{Sheets: sheets} }

// tangle is formulas that add up rows, with no text: what an oracle works out.
type tangle [][]int

// value works row i out at a depth, remembering nothing; left is the cells that
// may still be taken in.
func (t tangle) value(i, depth int, left *int) (sum int64, ok bool) {
	if depth > 32 {
		return 0, false
	}
	for _, k := range t[i] {
		if *left--; *left < 0 {
			return 0, false
		}
		v, ok := int64(k+1), true // a number
		if len(t[k]) > 0 {
			v, ok = t.value(k, depth+1, left)
		}
		if !ok {
			return 0, false
		}
		sum += v
	}
	return sum, true
}

// TestRememberedOrNot: what is remembered of other formulas changes no result,
// in whatever order they are asked for, at the bounds too.
func TestRememberedOrNot(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	worked, bounded := 0, 0
	for range 300 {
		formulas := make(tangle, 20+random.IntN(60))
		// The more numbers and the farther the rows, the fewer cells a deep formula takes in.
		plain, near, most := 2+random.IntN(20), 1+random.IntN(30), 1+random.IntN(3)
		texts := make([]string, len(formulas))
		for i := range formulas {
			texts[i] = fmt.Sprint(i + 1)
			if random.IntN(plain) == 0 || i == len(formulas)-1 {
				continue
			}
			var refs []string
			for n := range 1 + random.IntN(most) {
				k := min(i+1+n*random.IntN(near), len(formulas)-1)
				if random.IntN(200) == 0 {
					k = i // itself
				}
				formulas[i] = append(formulas[i], k)
				refs = append(refs, fmt.Sprint("A", k+1))
			}
			texts[i] = strings.Join(refs, "+")
		}
		e := formula.New(bookOf(column("表", texts...)))
		for _, i := range random.Perm(len(formulas)) {
			if len(formulas[i]) == 0 {
				continue
			}
			left := 20_000
			want, wantOK := formulas.value(i, 0, &left)
			got, ok := e.Eval(0, texts[i])
			require.Equal(t, wantOK, ok, "A%d = %s in %s", i+1, texts[i], texts)
			if !ok {
				bounded++
				continue
			}
			worked++
			require.Equal(t, amount.New(want, 0), got, "A%d = %s in %s", i+1, texts[i], texts)
		}
	}
	assert.Greater(t, worked, 1000)
	assert.Greater(t, bounded, 1000)
}

// TestReadOnce: a long formula is read once, however many others use it.
func TestReadOnce(t *testing.T) {
	long := strings.Repeat("0+", 1990) + "7"
	e := formula.New(bookOf(column("表", long)))
	for range 10_000 { // 40 MB, were it read each time
		got, ok := e.Eval(0, "A1+A1")
		require.True(t, ok)
		require.Equal(t, amount.New(14, 0), got)
	}
}

// TestBookIsBounded: a book cannot have formulas read, or cells taken in, without end.
func TestBookIsBounded(t *testing.T) {
	for name, text := range map[string]string{"text": strings.Repeat("0+", 1990) + "7", "cells": "SUM(A1:A20000)",
		"subtotals": "SUBTOTAL(9,A2:A10000)", "conditions": "SUMIF(A2:A20000,1)", "texts": `SUMIF(B1:B1,"长")`} {
		sheet := column("表", "1")
		sheet.Rows[0].Cells = append(sheet.Rows[0].Cells, document.Cell{Col: 1, Kind: document.Text, Stored: strings.Repeat("长", 10_000)})
		e := formula.New(bookOf(sheet))
		done := 0
		for range 6000 {
			if _, ok := e.Eval(0, text); ok {
				done++
			}
		}
		assert.Greater(t, done, 200, name)
		assert.Less(t, done, 6000, name)
	}
}

// TestSheetsByName: the first sheet of a name is meant, however many there are.
func TestSheetsByName(t *testing.T) {
	sheets := []*document.Sheet{column("S0", "1")}
	for i := range 900 {
		sheets = append(sheets, column(fmt.Sprint("S", i), fmt.Sprint(i+10)))
	}
	e := formula.New(bookOf(sheets...))
	for text, want := range map[string]int64{"S899!A1": 909, "S0!A1": 1, "S1!A1+'S450'!A1": 11 + 460} {
		got, ok := e.Eval(3, text)
		assert.True(t, ok, text)
		assert.Equal(t, amount.New(want, 0), got, text)
	}
	_, ok := e.Eval(0, "S900!A1")
	assert.False(t, ok)
}
