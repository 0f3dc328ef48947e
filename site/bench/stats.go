package main

import (
	"fmt"
	"slices"
)

// sample is what was measured of one thing, often.
type sample []float64

// at is the value that a share of the sample is below.
func (s sample) at(share float64) float64 {
	sorted := slices.Sorted(slices.Values(s))
	at := share * float64(len(sorted)-1)
	low := int(at)
	if low+1 == len(sorted) {
		return sorted[low]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

func (s sample) median() float64 { return s.at(0.5) }

// above is the sample less the median of another.
func (s sample) above(base sample) sample {
	if len(base) == 0 {
		return s
	}
	out := make(sample, len(s))
	for i, one := range s {
		out[i] = max(0, one-base.median())
	}
	return out
}

// String is the median with the quartiles behind it, and how many there are where they are few.
func (s sample) String() string {
	if len(s) == 0 {
		return "–"
	}
	text := figure(s.median())
	if len(s) > 1 {
		text += fmt.Sprintf(" (%s–%s)", figure(s.at(0.25)), figure(s.at(0.75)))
	}
	if len(s) < enough {
		text += fmt.Sprintf(" n=%d", len(s))
	}
	return text
}

// figure has three digits, or those before the point.
func figure(f float64) string {
	switch {
	case f < 10:
		return fmt.Sprintf("%.2f", f)
	case f < 100:
		return fmt.Sprintf("%.1f", f)
	}
	return fmt.Sprintf("%.0f", f)
}

// ratio of two medians.
func ratio(a, b sample) string {
	if len(a) == 0 || len(b) == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", a.median()/b.median())
}
