package pdf

// Path is a path of a page as an engine walks it, in user space.
type Path struct {
	Stroked bool // else it is filled

	rulings []Ruling
	all     []point // of the part that is open
	curved  bool
}

// Segment is one step of a path: to a point, drawn or not.
type Segment struct {
	X, Y               float32
	Move, Curve, Close bool // Close: and back to where the part began
}

type point struct{ x, y float32 }

// Add takes the next step.
func (p *Path) Add(s Segment) {
	if s.Move {
		p.end(false)
	}
	p.curved = p.curved || s.Curve
	p.all = append(p.all, point{s.X, s.Y})
	if s.Close {
		p.end(true)
	}
}

const (
	thin  = 2.5 // points of the thickest ruling
	short = 3   // points that no ruling is shorter than
	slant = 0.5 // points that a straight line may be off
)

// Rulings are the lines across and down that the path draws. A thin rectangle is one
// line; of a thick one that is only filled the edges are marked so.
func (p *Path) Rulings() []Ruling {
	p.end(false)
	return p.rulings
}

// IsDot says whether a box is too small to be a ruling by itself.
func IsDot(b Box) bool { return max(b.X1-b.X0, b.Y1-b.Y0) < short }

// end ends a part of the path.
func (p *Path) end(closed bool) {
	all, curved := p.all, p.curved
	p.all, p.curved = nil, false
	if len(all) < 2 || curved {
		return
	}
	whole := boxAround(all...)
	if w, h := whole.X1-whole.X0, whole.Y1-whole.Y0; min(w, h) <= thin {
		p.rulings = append(p.rulings, Ruling{Box: whole, Dot: max(w, h) < short})
		return
	}
	if closed || !p.Stroked {
		all = append(all, all[0])
	}
	for i := 1; i < len(all); i++ {
		edge := boxAround(all[i-1], all[i])
		if w, h := edge.X1-edge.X0, edge.Y1-edge.Y0; min(w, h) <= slant && max(w, h) >= short {
			p.rulings = append(p.rulings, Ruling{Box: edge, Fill: !p.Stroked})
		}
	}
}

func boxAround(all ...point) Box {
	b := Box{all[0].x, all[0].y, all[0].x, all[0].y}
	for _, p := range all[1:] {
		b = Box{min(b.X0, p.x), min(b.Y0, p.y), max(b.X1, p.x), max(b.Y1, p.y)}
	}
	return b
}
