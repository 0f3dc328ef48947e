package dress_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/dress"
	"suanqing/validate/lab/fixture"
)

// TestDresses: each has a name of its own and changes something, each kind has its
// neighbours, and no figure is lost or printed twice.
func TestDresses(t *testing.T) {
	t.Parallel()
	names, kinds := map[string]bool{}, map[dress.Kind]int{}
	for _, d := range dress.All() {
		assert.False(t, names[d.Name], "%s twice", d.Name)
		names[d.Name] = true
		b := d.Book()
		plain, dressed := d.Undressed(b), d.On(b)
		if d.Print == nil {
			assert.NotEqual(t, plain.Bytes(), dressed.Bytes(), "%s changes nothing", d.Name)
		}
		if !d.Partly {
			assert.Equal(t, printed(plain), printed(dressed), d.Name)
		}
		if kinds[d.Kind]++; kinds[d.Kind] == 1 {
			f, err := excelize.OpenReader(bytes.NewReader(dressed.Bytes()))
			require.NoError(t, err, d.Name)
			assert.Len(t, f.GetSheetList(), len(dressed.Sheets))
			require.NoError(t, f.Close())
		}
	}
	for kind, n := range kinds {
		assert.GreaterOrEqual(t, n, 6, "%s: one and five neighbours", kind)
	}
	assert.GreaterOrEqual(t, len(names), 80)
}

// printed counts the cells that print each figure, by what it is.
func printed(w *dress.Workbook) map[fixture.Slot]int {
	out := map[fixture.Slot]int{}
	w.EachFigure("", func(c *dress.Cell) {
		if !c.Blank() {
			out[c.Slot]++
		}
	})
	return out
}

// TestTraps: each trap changes the book.
func TestTraps(t *testing.T) {
	t.Parallel()
	for _, trap := range dress.Traps() {
		d := trap.Dress()
		assert.NotEqual(t, d.Undressed(d.Book()).Bytes(), d.On(d.Book()).Bytes(), trap.Name)
	}
}

// TestWrong: the error planted is on the form that is asked for, and nowhere else.
func TestWrong(t *testing.T) {
	t.Parallel()
	b := dress.Dress{}.Book()
	for _, form := range fixture.FormIDs {
		wrong, at := dress.Wrong(b, form)
		assert.Equal(t, form, at.Form)
		changed := 0
		for id, f := range b.Forms {
			for i, r := range f.Rows {
				for column, v := range r.Values {
					if wrong.Forms[id].Rows[i].Values[column] != v {
						changed++
						assert.Equal(t, fixture.Slot{Form: id, Row: r.Key, Column: column}, at)
					}
				}
			}
		}
		assert.Equal(t, 1, changed, form)
	}
}
