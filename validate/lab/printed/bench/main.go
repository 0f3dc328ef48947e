// Command bench prints every printing, or takes the PDFs of a folder that write filled,
// and says how they are read: figures placed rightly, said to be unread, lost, and placed
// wrongly, each wrong one by itself.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"suanqing/validate/lab/printed"
	"suanqing/validate/lab/printed/compare"
)

var (
	from   = flag.String("from", "", "folder with the PDFs that write made, printed from nothing new")
	cache  = flag.String("cache", "", "folder that keeps printings between runs; the user's cache if empty")
	set    = flag.String("set", "all", "what is printed: old, planted, random, odd, whole or all; all but odd and whole if not said")
	random = flag.Int64("random", 60, "how many random looks")
	most   = flag.Int("most", 5, "wrong figures and findings shown of each")
	why    = flag.Bool("why", false, "also say of each why figures of it are lost")
	found  = flag.Bool("findings", false, "also say which findings only the workbook or only the PDF has")
)

func main() {
	flag.Parse()
	if err := run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sum is what became of the figures of several printings.
type sum struct{ printings, figures, right, said, unread, blanked, wrong, errors, failed int }

func (s *sum) add(t compare.Tally) {
	s.printings, s.figures, s.right, s.said = s.printings+1, s.figures+t.Figures, s.right+t.Right, s.said+t.Said
	s.unread, s.blanked, s.wrong = s.unread+t.Unread, s.blanked+t.Blanked, s.wrong+len(t.Wrong)
	if s.errors += len(t.Errors); len(t.Errors) > 0 {
		s.failed++
	}
}

func (s *sum) line(name, more string) {
	fmt.Printf("%-36s %6d figures  right %6.2f %%  said %5d  unread %5d  blanked %5d  wrong %5d  false errors %3d  %s\n",
		name, s.figures, 100*float64(s.right)/float64(max(1, s.figures)), s.said, s.unread, s.blanked, s.wrong, s.errors, more)
}

func (s *sum) printed() string {
	return fmt.Sprintf("%d printings, %d of them with false errors", s.printings, s.failed)
}

func run(names []string) error {
	if *set == "odd" {
		return oddities(names)
	}
	if *set == "whole" {
		return wholes(names)
	}
	all, err := chosen(names)
	if err != nil {
		return err
	}
	pdfs, err := files(all)
	if err != nil {
		return err
	}
	total, families, reasons := sum{}, map[string]*sum{}, map[string]int{}
	var order []string
	for _, p := range all {
		data, there := pdfs[p.Name]
		if !there {
			continue
		}
		book, err := p.Workbook()
		if err != nil {
			return err
		}
		t, err := tally(p, book.Bytes, data)
		if err != nil {
			return err
		}
		one := sum{}
		one.add(t)
		one.line(p.Name, lost(t)+t.Error)
		for _, w := range t.Wrong[:min(*most, len(t.Wrong))] {
			fmt.Println("    ", w)
		}
		for _, e := range t.Errors[:min(*most, len(t.Errors))] {
			fmt.Println("     false error", e)
		}
		for why, n := range t.Reasons {
			reasons[why] += n
		}
		if *why {
			for _, r := range slices.Sorted(maps.Keys(t.Reasons)) {
				fmt.Printf("     %5d  %s\n", t.Reasons[r], r)
			}
		}
		if *found {
			o, err := compare.Books(book.Bytes, data)
			if err != nil {
				return err
			}
			fmt.Println("     findings of one only:", len(o.Findings))
			for _, l := range o.Findings[:min(*most, len(o.Findings))] {
				fmt.Println("    ", l)
			}
		}
		family, _, _ := strings.Cut(p.Name, "-")
		if p.Look == nil {
			family = "old"
		}
		if families[family] == nil {
			families[family], order = &sum{}, append(order, family)
		}
		families[family].add(t)
		total.add(t)
	}
	fmt.Println()
	for _, f := range order {
		families[f].line(f, families[f].printed())
	}
	total.line("all", total.printed())
	for _, r := range slices.SortedFunc(maps.Keys(reasons), func(a, b string) int { return reasons[b] - reasons[a] }) {
		fmt.Printf("%6d figures lost: %s\n", reasons[r], r)
	}
	return nil
}

// lost are the forms of which figures are lost, with how many.
func lost(t compare.Tally) string {
	var out []string
	for _, form := range slices.Sorted(maps.Keys(t.Lost)) {
		out = append(out, fmt.Sprint(form, ":", t.Lost[form]))
	}
	return strings.Join(append(out, ""), " ")
}

func tally(p printed.Printing, book, data []byte) (compare.Tally, error) {
	truth, err := p.Truth()
	if err != nil {
		return compare.Tally{}, err
	}
	was, beside, err := compare.Truth(truth, book, nil)
	if err != nil {
		return compare.Tally{}, err
	}
	t, _, err := compare.Truth(truth, data, beside)
	t.Errors = compare.Beyond(t.Errors, was.Errors)
	return t, err
}

func chosen(names []string) ([]printed.Printing, error) {
	var all []printed.Printing
	if *set == "old" || *set == "all" {
		all = append(all, printed.All()...)
	}
	if *set == "planted" || *set == "all" {
		all = append(all, printed.Planted()...)
	}
	if *set == "random" || *set == "all" {
		for seed := range *random {
			all = append(all, printed.Random(seed))
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no set is called %q: old, planted, random or all", *set)
	}
	return slices.DeleteFunc(all, func(p printed.Printing) bool {
		return len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(p.Name, n) })
	}), nil
}

func files(all []printed.Printing) (map[string][]byte, error) {
	if *from == "" {
		dir := *cache
		if dir == "" {
			var err error
			if dir, err = printed.CacheDir(); err != nil {
				return nil, err
			}
		}
		return printed.Cached(dir, all)
	}
	pdfs := map[string][]byte{}
	for _, p := range all {
		if data, err := os.ReadFile(filepath.Join(*from, p.Name+".pdf")); err == nil {
			pdfs[p.Name] = data
		}
	}
	return pdfs, nil
}
