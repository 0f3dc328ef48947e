package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// coded are the forms with a row for each functional code.
var coded = map[string]bool{fixture.F02: true, fixture.F03: true, fixture.F05: true, fixture.F07: true, fixture.F08: true}

// Lengths of codes.
const (
	class   = 3
	section = 5
	item    = 7
)

// growth is how much larger a book becomes: each section stands there so many times, under
// numbers of its own, and in each every item so many times. It stays right.
type growth struct{ sections, items int }

func (g growth) of(b *fixture.Book) (*fixture.Book, error) {
	number, err := g.numbers(b)
	if err != nil {
		return nil, err
	}
	out := b.Clone()
	for id, form := range out.Forms {
		rows := form.Rows
		form.Rows = nil
		for at := 0; at < len(rows); {
			end := at + 1
			if !coded[id] || !isCode(rows[at]) || len(rows[at].Key) != section {
				form.Rows = append(form.Rows, times(rows[at], rows[at].Key, g.sections*g.items))
				at = end
				continue
			}
			for end < len(rows) && isCode(rows[end]) && len(rows[end].Key) == item {
				end++
			}
			for s := range g.sections {
				form.Rows = append(form.Rows, times(rows[at], number(rows[at].Key, s, 0), g.items))
				for _, row := range rows[at+1 : end] {
					for i := range g.items {
						form.Rows = append(form.Rows, times(row, number(row.Key, s, i), 1))
					}
				}
			}
			at = end
		}
		if coded[id] {
			slices.SortStableFunc(form.Rows, inOrder)
		}
	}
	return out, nil
}

// numbers gives the code of a copy; the first is the code itself.
func (g growth) numbers(b *fixture.Book) (func(code string, s, i int) string, error) {
	used := map[string]map[string]bool{} // by the code above
	for id := range coded {
		for _, row := range b.Forms[id].Rows {
			for code := row.Key; isCode(row) && len(code) > class; code = code[:len(code)-2] {
				above := code[:len(code)-2]
				if used[above] == nil {
					used[above] = map[string]bool{}
				}
				used[above][code[len(code)-2:]] = true
			}
		}
	}
	copies := map[string][]string{} // the last two digits of each copy of a code
	for above, theirs := range used {
		n, next := g.sections, 1
		if len(above) == section {
			n = g.items
		}
		for _, own := range slices.Sorted(maps.Keys(theirs)) {
			list := []string{own}
			for ; len(list) < n; next++ {
				if next > 99 {
					return nil, fmt.Errorf("%s has no room for %d of each of %d", above, n, len(theirs))
				}
				if two := fmt.Sprintf("%02d", next); !theirs[two] {
					list = append(list, two)
				}
			}
			copies[above+own] = list
		}
	}
	return func(code string, s, i int) string {
		out := code[:class] + copies[code[:section]][s]
		if len(code) == item {
			out += copies[code][i]
		}
		return out
	}, nil
}

func isCode(row *fixture.Row) bool { return row.Key != "" && row.Key[0] >= '0' && row.Key[0] <= '9' }

// inOrder has codes as they are printed, whatever has none before them.
func inOrder(a, b *fixture.Row) int {
	if !isCode(a) || !isCode(b) {
		return 0
	}
	return slices.Compare([]byte(a.Key), []byte(b.Key))
}

// times is a row under a key with its amounts so many times.
func times(row *fixture.Row, key string, n int) *fixture.Row {
	out := *row
	out.Key, out.Values = key, map[string]string{}
	for column, value := range row.Values {
		if d, err := decimal.NewFromString(value); err == nil {
			value = d.Mul(decimal.NewFromInt(int64(n))).StringFixed(2)
		}
		out.Values[column] = value
	}
	return &out
}
