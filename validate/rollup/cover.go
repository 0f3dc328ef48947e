package rollup

import (
	"cmp"
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/form"
)

// lists are figures that no flow between units touches, each enough to tell what a book
// sums: one wrong figure spoils but one of them.
var lists = []struct {
	form   form.ID
	column string
	digits int // of the codes, at least
}{{"F05", "小计", 5}, {"F06", "金额", 5}, {"F05", "基本支出", 5}, {"F03", "基本支出", 5}}

// mostSteps bounds the search for what a book sums.
const mostSteps = 500

// cover finds units that add up to a book in every figure of a list: it takes the figure
// that the fewest of them have, and tries each of those.
func cover(s *Book, free []*Book, list struct {
	form   form.ID
	column string
	digits int
}) []*Book {
	var keys []slot
	left, slack := map[slot]amount.Amount{}, map[slot]amount.Amount{}
	digits := list.digits
	for k := range s.sheet {
		if k.form == list.form && k.column == list.column && form.IsCode(k.row) {
			digits = max(digits, len(k.row))
		}
	}
	for k, r := range s.sheet {
		if k.form == list.form && k.column == list.column && len(k.row) == digits && form.IsCode(k.row) {
			keys = append(keys, k)
			left[k], slack[k] = r.value, r.half
		}
	}
	slices.SortFunc(keys, func(a, b slot) int { return cmp.Compare(a.row, b.row) })
	if len(keys) < 2 {
		return nil
	}
	fits := func(u *Book) bool { // nothing that the book has not, and no more of anything
		any := false
		for _, k := range keys {
			if r, ok := u.sheet[k]; ok {
				any = true
				if r.value.Sub(left[k]).Cmp(r.half.Add(slack[k])) > 0 {
					return false
				}
			}
		}
		return any
	}
	var some []*Book
	for _, u := range free {
		if fits(u) && within(u, s, list.form, list.column, digits) {
			some = append(some, u)
		}
	}
	slices.SortStableFunc(some, func(a, b *Book) int { return b.size().Cmp(a.size()) })
	v := &covering{books: some, taken: make([]bool, len(some)), of: make([][]entry, len(some))}
	for k, key := range keys {
		v.left, v.slack = append(v.left, left[key]), append(v.slack, slack[key])
		for i, u := range some {
			if r, ok := u.sheet[key]; ok {
				v.of[i] = append(v.of[i], entry{k, r})
			}
		}
	}
	if !v.search() {
		return nil
	}
	return v.chosen
}

// covering is a search for books that add up to figures: what is left of each, and what
// each book has of them.
type covering struct {
	books       []*Book // one may stand twice among them, side by side
	of          [][]entry
	taken       []bool
	left, slack []amount.Amount
	chosen      []*Book
	steps       int
}

type entry struct {
	key int
	reading
}

func (v *covering) search() bool {
	if v.steps++; v.steps > mostSteps {
		return false
	}
	could, more := make([][]int, len(v.left)), make([]reading, len(v.left))
	for i, list := range v.of {
		if v.taken[i] || !v.fits(list) {
			continue
		}
		for _, e := range list {
			m := &more[e.key]
			m.value, m.half = m.value.Add(e.value.Abs()), m.half.Add(e.half)
			if k := could[e.key]; len(k) == 0 || v.books[k[len(k)-1]] != v.books[i] {
				could[e.key] = append(k, i)
			}
		}
	}
	fewest := -1
	for k, left := range v.left {
		if left.Abs().Cmp(v.slack[k]) <= 0 {
			continue
		}
		if left.Sub(more[k].value).Cmp(v.slack[k].Add(more[k].half)) > 0 {
			return false // all of them together are too little
		}
		if fewest < 0 || len(could[k]) < len(could[fewest]) {
			fewest = k
		}
	}
	if fewest < 0 {
		return true
	}
	for _, i := range could[fewest] {
		v.taken[i], v.chosen = true, append(v.chosen, v.books[i])
		for _, e := range v.of[i] {
			v.left[e.key], v.slack[e.key] = v.left[e.key].Sub(e.value), v.slack[e.key].Add(e.half)
		}
		if v.search() {
			return true
		}
		for _, e := range v.of[i] {
			v.left[e.key], v.slack[e.key] = v.left[e.key].Add(e.value), v.slack[e.key].Sub(e.half)
		}
		v.taken[i], v.chosen = false, v.chosen[:len(v.chosen)-1]
	}
	return false
}

// fits says whether a book has no more of anything than is left.
func (v *covering) fits(list []entry) bool {
	for _, e := range list {
		if e.value.Sub(v.left[e.key]).Cmp(e.half.Add(v.slack[e.key])) > 0 {
			return false
		}
	}
	return len(list) > 0
}

// within says whether a unit prints no code of a list that the book lacks.
func within(u, s *Book, id form.ID, column string, digits int) bool {
	for k := range u.sheet {
		if k.form == id && k.column == column && len(k.row) == digits && form.IsCode(k.row) {
			if _, ok := s.sheet[k]; !ok {
				return false
			}
		}
	}
	return true
}
