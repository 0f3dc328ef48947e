package main

import (
	"fmt"
	"strings"

	"suanqing/validate/lab/printed/compare"
	"suanqing/validate/lab/printed/odd"
)

// oddities says of each odd PDF whether what became of it is right.
func oddities(names []string) error {
	right, all := 0, 0
	for _, c := range odd.All() {
		if len(names) > 0 && !strings.HasPrefix(c.Name, names[0]) {
			continue
		}
		t, _, err := compare.Truth(c.Shows(), c.Data(), nil)
		if err != nil {
			return err
		}
		all++
		if complaint := c.Complaint(outcome(t)); complaint != "" {
			fmt.Printf("%-32s %s; a careless reader %s\n", c.Name, complaint, c.Why)
			for _, w := range t.Wrong[:min(*most, len(t.Wrong))] {
				fmt.Println("    ", w)
			}
			continue
		}
		right++
	}
	fmt.Printf("odd: %d of %d right\n", right, all)
	return nil
}

func outcome(t compare.Tally) odd.Outcome {
	code, _, _ := strings.Cut(t.Error, ": ")
	return odd.Outcome{Code: code, Figures: t.Figures, Right: t.Right, Blanked: t.Blanked, Wrong: len(t.Wrong)}
}
