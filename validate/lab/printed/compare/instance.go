package compare

import (
	"slices"
	"strings"

	"suanqing/validate/report"
)

// instance is a finding as two readings of one book share it: its rule, the figures that it
// is about by form, row and column, and what it comes to; not where they stand, for a page
// has other cells. Of one without figures the two texts stand for it.
func instance(f *report.Finding) string {
	var at []string
	for _, c := range f.Cells {
		if c.Form != "" {
			at = append(at, c.Form+"["+c.Row+", "+c.Column+"]")
		}
	}
	slices.Sort(at)
	return f.Rule + " " + strings.Join(slices.Compact(at), " ") + " " + f.Left + " " + f.Right + " " + f.Difference
}

// instances are the findings of a severity, each by itself, sorted.
func instances(r *report.Report, of report.Severity) (out []string) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == of {
			out = append(out, instance(f))
		}
	}
	slices.Sort(out)
	return out
}

// Beyond are those of some instances that others have not, each as often as it is there more.
func Beyond(some, others []string) (out []string) {
	left := map[string]int{}
	for _, o := range others {
		left[o]++
	}
	for _, s := range some {
		if left[s]--; left[s] < 0 {
			out = append(out, s)
		}
	}
	return out
}
