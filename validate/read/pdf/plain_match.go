package pdf

import (
	"cmp"
	"slices"
)

// Where there are more headers with none below than columns, some columns are blank. The
// headers and the columns stand in the same order: where there is but one way to have them
// so, with no column under a header that is not its own, it is that.

const (
	touches   = 1   // points that a column may stand under a header that is not its own
	mostHeads = 200 // with none below
)

// matchSome gives every column its header, and makes columns of the other headers. false
// where there is no way, or more than one.
func (p *plain) matchSome(heads []spanned) bool {
	var leaves []int
	for i := range heads {
		if !p.isGroup(heads, i) {
			leaves = append(leaves, i)
		}
	}
	if len(p.columns) < 2 || len(leaves) <= len(p.columns) || len(leaves) > mostHeads {
		return false
	}
	slices.SortFunc(leaves, func(a, b int) int { return cmp.Compare(heads[a].box.midX(), heads[b].box.midX()) })
	boxes := make([]Box, len(leaves))
	for i, k := range leaves {
		if boxes[i] = heads[k].box; i > 0 && boxes[i].X0 < boxes[i-1].X1 {
			return false
		}
	}
	of, ok := onlyMatch(p.columns, boxes)
	if !ok {
		return false
	}
	var all []Box
	next := 0
	for k, h := range boxes {
		if next < len(of) && of[next] == k {
			h = h.with(p.columns[next])
			next++
		}
		all = append(all, h)
	}
	for i := 1; i < len(all); i++ {
		if all[i].X0 < all[i-1].X1 { // words that reach under the header beside
			x := (all[i].X0 + all[i-1].X1) / 2
			all[i-1].X1, all[i].X0 = x, x
		}
	}
	p.columns = all
	return true
}

// onlyMatch finds the header of every column, where there is but one way; both are in order.
func onlyMatch(columns, heads []Box) (of []int, ok bool) {
	under := func(c, k int) bool {
		return min(columns[c].X1, heads[k].X1)-max(columns[c].X0, heads[k].X0) > touches
	}
	fits := func(c, k int) bool {
		x := columns[c].midX()
		return (k == 0 || x > heads[k-1].midX() && !under(c, k-1)) && (k+1 == len(heads) || x < heads[k+1].midX() && !under(c, k+1))
	}
	blank := func(k int) bool {
		return !slices.ContainsFunc(columns, func(c Box) bool { return min(c.X1, heads[k].X1)-max(c.X0, heads[k].X0) > touches })
	}
	// ways[c][k] is how many ways there are, two at most, for the columns from c on and the
	// headers from k on.
	ways := make([][]int, len(columns)+1)
	for c := range ways {
		ways[c] = make([]int, len(heads)+1)
	}
	for k := len(heads); k >= 0; k-- {
		for c := len(columns); c >= 0; c-- {
			switch {
			case k == len(heads):
				if c == len(columns) {
					ways[c][k] = 1
				}
				continue
			case blank(k):
				ways[c][k] = ways[c][k+1]
			}
			if c < len(columns) && fits(c, k) {
				ways[c][k] = min(2, ways[c][k]+ways[c+1][k+1])
			}
		}
	}
	if ways[0][0] != 1 {
		return nil, false
	}
	for c, k := 0, 0; c < len(columns); k++ {
		if fits(c, k) && ways[c+1][k+1] == 1 {
			of = append(of, k)
			c++
		}
	}
	return of, true
}
