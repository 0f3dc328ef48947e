package pdf

// Matrix is how an object lies in what holds it, as PDF writes it: a b c d e f.
type Matrix struct{ A, B, C, D, E, F float32 }

// Upright is the matrix that changes nothing.
var Upright = Matrix{A: 1, D: 1}

// Of is where a point of the object lies. The products are rounded one by one, so that no
// processor makes of them what another does not.
func (m Matrix) Of(x, y float32) (float32, float32) {
	return float32(m.A*x) + float32(m.C*y) + m.E, float32(m.B*x) + float32(m.D*y) + m.F
}

// Then is m and n behind it.
func (m Matrix) Then(n Matrix) Matrix {
	e, f := n.Of(m.E, m.F)
	return Matrix{
		A: float32(m.A*n.A) + float32(m.B*n.C), B: float32(m.A*n.B) + float32(m.B*n.D),
		C: float32(m.C*n.A) + float32(m.D*n.C), D: float32(m.C*n.B) + float32(m.D*n.D), E: e, F: f,
	}
}
