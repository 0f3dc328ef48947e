// Command bench plants errors into departments and prints, kind by kind, how many are
// named: go run ./validate/lab/department/bench [-units 40] [-departments 2] [-each 10] [-kind unit] [-v]
package main

import (
	"flag"
	"fmt"
	"strings"
	"time"

	"suanqing/validate/lab/department"
	"suanqing/validate/lab/department/score"
	"suanqing/validate/report"
)

func main() {
	units := flag.Int("units", 40, "units of a department")
	deep := flag.Int("deep", 2, "departments below it")
	flows := flag.Int("flows", 4, "payments between units")
	departments := flag.Int("departments", 1, "how many departments")
	each := flag.Int("each", 10, "plantings of each kind")
	kind := flag.String("kind", "", "only kinds that begin so")
	seed := flag.Int64("seed", 14, "of the first department")
	verbose := flag.Bool("v", false, "print what is not named")
	flag.Parse()

	named, planted, accused := map[string]int{}, map[string]int{}, map[string]int{}
	how := map[string]map[string]int{}
	for i := range *departments {
		d := department.New(*seed+int64(i), department.Options{Units: *units, Deep: *deep, Flows: *flows, Short: i%2 == 1})
		j := &score.Judge{}
		members := j.Members(d.Files())
		began := time.Now()
		r := j.Department(d.Files())
		fmt.Printf("%s: %d books, %s, %d errors across books, in %v\n", d.Name, len(members), r.Verdict, score.Errors(r), time.Since(began).Round(time.Millisecond))
		if *verbose {
			show(r)
		}
		for _, k := range department.Kinds {
			if !strings.HasPrefix(k.ID, *kind) {
				continue
			}
			for _, p := range d.Plantings([]*department.Kind{k}, 1, *each) {
				planted[k.ID]++
				r := j.Department(p.Files)
				ok := score.Told(r, p.Want)
				if ok {
					named[k.ID]++
				}
				if how[k.ID] == nil {
					how[k.ID] = map[string]int{}
				}
				if n := score.Innocents(r, p.Want); n > 0 {
					accused[k.ID]++
					if *verbose {
						fmt.Printf("-- %s: %s %v %q → %q: innocents called likely\n", k.ID, p.Want.File, p.Want.Slot, p.Want.Was, p.Want.Is)
						show(r)
					}
				}
				if p.Want.Form != "" {
					how[k.ID][said(r, p.Want)]++
				}
				if *verbose && !ok {
					fmt.Printf("-- %s: %s %v %q → %q, %d rivals\n", k.ID, p.Want.File, p.Want.Slot, p.Want.Was, p.Want.Is, len(p.Want.Rivals))
					show(r)
				}
			}
		}
	}
	all, allNamed, cells, cellsNamed := 0, 0, 0, 0
	for _, k := range department.Kinds {
		if planted[k.ID] == 0 {
			continue
		}
		fmt.Printf("%-28s %3d of %3d, innocents called likely in %d  %v\n", k.ID, named[k.ID], planted[k.ID], accused[k.ID], how[k.ID])
		all, allNamed = all+planted[k.ID], allNamed+named[k.ID]
		if strings.HasPrefix(k.ID, "unit-") && k.What == department.Cell {
			cells, cellsNamed = cells+planted[k.ID], cellsNamed+named[k.ID]
		}
	}
	fmt.Printf("all %d of %d; one cell of one unit %d of %d\n", allNamed, all, cellsNamed, cells)
}

// said is how a report names what is wrong, and whether others may be to blame as well.
func said(r *report.Report, w department.Want) string {
	if len(w.Rivals) == 0 {
		return score.Named(r, w)
	}
	return score.Named(r, w) + " among rivals"
}

func show(r *report.Report) {
	n := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity == report.Tail || !strings.HasPrefix(f.Rule, "rollup.") {
			continue
		}
		if n++; n <= 8 {
			fmt.Printf("   %s %s %s\n", f.Severity, f.Rule, f.Message)
		}
	}
	if n > 8 {
		fmt.Printf("   … %d findings\n", n)
	}
	for _, s := range r.Suspects {
		fmt.Printf("   suspect %s!%s %s %s likely=%v %s → %s %s; %d alternatives\n", s.File, s.Cell, s.Form, s.Label, s.Likely, s.Value, s.Suggest, s.Kind, len(s.Alternatives))
		for _, a := range s.Alternatives {
			fmt.Printf("      or %s!%s %s → %s %s\n", a.File, a.Cell, a.Value, a.Suggest, a.Kind)
		}
	}
	for i := range r.Rules {
		if o := &r.Rules[i]; strings.HasPrefix(o.Rule, "rollup.") && o.Reason != "" {
			fmt.Printf("   rule %s %s unchecked=%v %s\n", o.Rule, o.Outcome, o.Unchecked, o.Reason)
		}
	}
}
