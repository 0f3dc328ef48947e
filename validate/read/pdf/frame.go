package pdf

import (
	"cmp"
	"slices"
)

// frame is a table that rulings make: its columns lie between xs, its rows between ys.
// Cells without a ruling between them are one area.
type frame struct {
	box    Box
	xs, ys []float32
	areas  []area
	of     []int // the area of each cell, row by row
}

// area is a rectangle of cells, all bounds inclusive.
type area struct{ row0, col0, row1, col1 int }

func (f *frame) rows() int { return len(f.ys) - 1 }
func (f *frame) cols() int { return len(f.xs) - 1 }

const mostCells = 100_000 // of one frame

// frames finds the tables that the rulings of a page make.
func (v *view) frames() []*frame { return v.framesOf(2) }

// framesOf finds those with so many columns at least.
func (v *view) framesOf(columns int) []*frame {
	n := len(v.across)
	parent := make([]int, n+len(v.down))
	for i := range parent {
		parent[i] = i
	}
	for i, a := range v.across {
		from, _ := slices.BinarySearchFunc(v.down, a.from-near, func(d line, x float32) int { return cmp.Compare(d.at, x) })
		for k := from; k < len(v.down) && v.down[k].at <= a.to+near; k++ {
			if d := v.down[k]; d.from-near <= a.at && a.at <= d.to+near {
				parent[root(parent, i)] = root(parent, n+k)
			}
		}
	}
	beside(parent, v.across, 0)
	beside(parent, v.down, n)
	groups := map[int]*group{}
	var order []int
	for i := range parent {
		at := root(parent, i)
		if groups[at] == nil {
			groups[at] = &group{}
			order = append(order, at)
		}
		if g := groups[at]; i < n {
			g.across = append(g.across, v.across[i])
		} else {
			g.down = append(g.down, v.down[i-n])
		}
	}
	var out []*frame
	for _, at := range order {
		for _, g := range groups[at].cut() {
			if f := frameOf(g.across, g.down, columns); f != nil {
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b *frame) int { return cmp.Compare(a.ys[0], b.ys[0]) })
	return out
}

// group is the rulings that touch.
type group struct{ across, down []line }

const touching = 0.3 // points that a ruling may stand into the table below

// cut parts tables that stand one upon another: no ruling goes down from one into the next.
func (g *group) cut() []*group {
	if len(g.down) == 0 {
		return nil
	}
	slices.SortFunc(g.down, func(a, b line) int { return cmp.Compare(a.from, b.from) })
	var out []*group
	from, to := 0, g.down[0].to
	for i := 1; i <= len(g.down); i++ {
		if i < len(g.down) && g.down[i].from < to-touching {
			to = max(to, g.down[i].to)
			continue
		}
		part := &group{down: g.down[from:i:i]}
		top := part.down[0].from
		for _, a := range g.across {
			if a.at >= top-near && a.at <= to+near {
				part.across = append(part.across, a)
			}
		}
		out = append(out, part)
		if i < len(g.down) {
			from, to = i, g.down[i].to
		}
	}
	return out
}

// beside ties lines of one direction that run along one another, as edges of cells with a
// gap between them do.
func beside(parent []int, lines []line, first int) {
	for i := range lines {
		for k := i + 1; k < len(lines) && lines[k].at-lines[i].at <= near; k++ {
			if lines[k].from <= lines[i].to && lines[i].from <= lines[k].to {
				parent[root(parent, first+i)] = root(parent, first+k)
			}
		}
	}
}

func root(parent []int, i int) int {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

// leastDown is how many rulings down make a table with a single one across: what is left of
// one where a page tears it.
const leastDown = 4

// frameOf is the table of rulings that touch; nil where they make none.
func frameOf(across, down []line, columns int) *frame {
	if len(across) < 1 || len(down) < 1 {
		return nil
	}
	across, down = merged(across, near, nearAll), merged(down, near, nearAll)
	if len(across) < 2 && len(down) < leastDown {
		return nil
	}
	f := &frame{xs: places(down, across), ys: places(across, down)}
	if f.rows() < 1 || f.cols() < columns || f.rows()*f.cols() > mostCells {
		return nil
	}
	f.box = Box{f.xs[0], f.ys[0], f.xs[f.cols()], f.ys[f.rows()]}
	f.join(walls(f.xs, f.ys, down), walls(f.ys, f.xs, across))
	return f
}

const open = 6 // points that rulings stand out beyond the last one that crosses them, where a side is open

// places are where the lines of one direction lie; where those of the other stand out
// beyond them the table has an open side there.
func places(lines, others []line) []float32 {
	var at []float32
	for _, l := range lines {
		at = append(at, l.at)
	}
	slices.Sort(at)
	at = slices.Compact(at)
	from, to := others[0].from, others[0].to
	for _, o := range others {
		from, to = min(from, o.from), max(to, o.to)
	}
	if from < at[0]-open {
		at = append([]float32{from}, at...)
	}
	if to > at[len(at)-1]+open {
		at = append(at, to)
	}
	return at
}

// walls says of each line at one of the places, step by step between the others, whether
// it is drawn there: by at and step.
func walls(places, steps []float32, lines []line) [][]bool {
	out := make([][]bool, len(places))
	for i := range out {
		out[i] = make([]bool, len(steps)-1)
	}
	for _, l := range lines {
		i, found := slices.BinarySearch(places, l.at)
		if !found {
			continue
		}
		for k := range out[i] {
			from, to := max(l.from, steps[k]), min(l.to, steps[k+1])
			if to-from > 0.6*(steps[k+1]-steps[k]) {
				out[i][k] = true
			}
		}
	}
	return out
}

// join makes areas of the cells without a wall between them. Where they make no
// rectangle, rulings are missing: then each cell stands for itself.
func (f *frame) join(right, below [][]bool) {
	rows, cols := f.rows(), f.cols()
	parent := make([]int, rows*cols)
	for i := range parent {
		parent[i] = i
	}
	for r := range rows {
		for c := range cols {
			if c+1 < cols && !right[c+1][r] {
				parent[root(parent, r*cols+c)] = root(parent, r*cols+c+1)
			}
			if r+1 < rows && !below[r+1][c] {
				parent[root(parent, r*cols+c)] = root(parent, (r+1)*cols+c)
			}
		}
	}
	around := map[int]area{}
	size := map[int]int{}
	for i := range parent {
		at, r, c := root(parent, i), i/cols, i%cols
		a, seen := around[at]
		if !seen {
			a = area{r, c, r, c}
		}
		around[at] = area{min(a.row0, r), min(a.col0, c), max(a.row1, r), max(a.col1, c)}
		size[at]++
	}
	f.of = make([]int, rows*cols)
	index := map[int]int{}
	for i := range parent {
		at := root(parent, i)
		a := around[at]
		if whole := (a.row1-a.row0+1)*(a.col1-a.col0+1) == size[at]; !whole {
			f.of[i] = len(f.areas)
			f.areas = append(f.areas, area{i / cols, i % cols, i / cols, i % cols})
			continue
		}
		if _, seen := index[at]; !seen {
			index[at] = len(f.areas)
			f.areas = append(f.areas, a)
		}
		f.of[i] = index[at]
	}
}

// boxOf is where an area lies.
func (f *frame) boxOf(a area) Box {
	return Box{f.xs[a.col0], f.ys[a.row0], f.xs[a.col1+1], f.ys[a.row1+1]}
}

// at is the area that a point lies in.
func (f *frame) at(x, y float32) (int, bool) {
	c, r := step(f.xs, x), step(f.ys, y)
	if c < 0 || r < 0 {
		return 0, false
	}
	return f.of[r*f.cols()+c], true
}

// step is between which of the places a point lies, -1 for none.
func step(places []float32, at float32) int {
	i, _ := slices.BinarySearch(places, at)
	if i == 0 || i == len(places) {
		return -1
	}
	return i - 1
}
