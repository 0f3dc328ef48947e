package pdf

import (
	"cmp"
	"math"
	"slices"
)

const (
	leastDots = 6   // that make a line
	dotGap    = 4   // points between two of them at most
	grain     = 0.1 // points that their places are rounded to: engines differ in the last digits
)

func round(x float32) float32 { return float32(math.Round(float64(x)/grain) * grain) }

// dotted are the lines across that dots make.
func dotted(dots []point) []line {
	slices.SortFunc(dots, func(a, b point) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	var out []line
	for from := 0; from < len(dots); {
		to := from + 1
		for to < len(dots) && dots[to].y == dots[from].y && dots[to].x-dots[to-1].x <= dotGap {
			to++
		}
		if to-from >= leastDots {
			out = append(out, line{dots[from].y, dots[from].x, dots[to-1].x})
		}
		from = to
	}
	return out
}
