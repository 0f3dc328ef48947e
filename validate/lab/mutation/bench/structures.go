package main

import (
	"fmt"

	"suanqing/validate/lab/mutation"
)

// structures plants a slip of each kind that was asked for.
func (b *bench) structures(s *mutation.Subject) error {
	for _, k := range mutation.Structures {
		if !b.asks(k.ID) {
			continue
		}
		t, err := mutation.RunStructure(s, k, b.seed)
		if err != nil {
			return err
		}
		if t == nil {
			continue
		}
		if b.tallies[k.ID] == nil {
			b.tallies[k.ID] = &mutation.Tally{}
		}
		b.tallies[k.ID].Add(t.Tally)
		if b.verbose && (b.all || t.Missed()) {
			fmt.Print(t)
		}
	}
	return nil
}

// printStructures prints what became of them. Percentages are of those detectable;
// of told, of those of them that nothing plainer explains; of home, of those whose
// figures all went the same way.
func (b *bench) printStructures() {
	fmt.Printf("\n%-18s%8s%11s%6s%9s%7s%8s%7s%7s%8s%7s%7s%8s%10s%10s%9s\n", "structure", "planted", "detectable", "told", "detected",
		"kind", "of told", "named", "home", "of told", "mended", "five", "silent", "innocent", "negative", "ms")
	sum := &mutation.Tally{}
	for _, k := range mutation.Structures {
		if t := b.tallies[k.ID]; t != nil {
			structureLine(k.ID, t)
			sum.Add(*t)
		}
	}
	structureLine("all", sum)
}

func structureLine(name string, t *mutation.Tally) {
	fmt.Printf("%-18s%8d%11d%6d%9s%7s%8s%7s%7s%8s%7s%7s%8s%10d%10d%9.1f\n", name, t.Planted, t.Detectable, t.Told, percent(t.Detected, t.Detectable),
		percent(t.Kind, t.Detectable), percent(t.ToldKind, t.Told), percent(t.Named, t.Detectable), percent(t.Home, t.Constant), percent(t.ToldHome, t.ToldWay), percent(t.Mended, t.Detectable),
		percent(t.Five, t.Detectable), percent(t.Silent, t.Detectable), t.Innocent, t.Negative, ms(t.Took, t.Planted))
}
