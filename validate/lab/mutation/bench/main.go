// Command bench measures how well a check finds and names planted errors:
//
//	go run ./validate/lab/mutation/bench -seed 1 -books 60
//
// The first table is of wrong figures, the second of structures: figures in the wrong
// place, rows printed twice, mistyped codes. These are planted in the committed
// workbooks, too, which are the books from 1000 on.
//
// -v lists every miss; -kind and -book run some of them again. A kind stands for its
// variants: -kind block for block-rotated and block-blank.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"suanqing/validate"
	"suanqing/validate/lab/mutation"
)

func main() {
	seed := flag.Int64("seed", 1, "of the books and the errors")
	books := flag.Int("books", 60, "how many books, each with one error of every kind")
	only := flag.Int("book", -1, "this book alone, by number")
	fixed := flag.Int("fixed", 16, "how many times one of the committed workbooks has a structure of every kind")
	kind := flag.String("kind", "", "this kind alone, with its variants")
	verbose := flag.Bool("v", false, "list every miss")
	flag.Parse()
	b := bench{seed: *seed, kind: *kind, verbose: *verbose, all: *only >= 0, scores: map[string]*mutation.Score{}, tallies: map[string]*mutation.Tally{}}
	var numbers []int
	for n := range *books {
		numbers = append(numbers, n)
	}
	for n := range *fixed {
		numbers = append(numbers, mutation.Committed+n)
	}
	if *only >= 0 {
		numbers = []int{*only}
	}
	for _, n := range numbers {
		if err := b.book(n); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	b.print()
	b.printStructures()
}

type bench struct {
	seed         int64
	kind         string
	verbose, all bool // all: list hits too
	scores       map[string]*mutation.Score
	tallies      map[string]*mutation.Tally
	clean        time.Duration // of checking books without errors
	books        int
	falsely      int // clean books with an error or a suspect
}

func (b *bench) book(n int) error {
	s, err := mutation.NewSubject(b.seed, n)
	if err != nil {
		return err
	}
	start := time.Now()
	r := validate.Check("clean.xlsx", s.Drawn.Bytes, nil).Report
	b.clean += time.Since(start)
	b.books++
	if r.Error != nil || mutation.Errors(r) > 0 || len(r.Suspects) > 0 {
		b.falsely++
		fmt.Printf("book %d (%s) is clean, and the check says: %v, %d errors, %d suspects\n", n, s.Name, r.Error, mutation.Errors(r), len(r.Suspects))
		return nil
	}
	if n < mutation.Committed {
		if err := b.figures(s); err != nil {
			return err
		}
	}
	return b.structures(s)
}

// asks says that a kind is to be planted.
func (b *bench) asks(id string) bool {
	return b.kind == "" || id == b.kind || strings.HasPrefix(id, b.kind+"-")
}

// figures plants an error of each kind that was asked for.
func (b *bench) figures(s *mutation.Subject) error {
	for _, k := range mutation.Kinds {
		if !b.asks(k.ID) {
			continue
		}
		t, err := mutation.Run(s, k, b.seed)
		if err != nil {
			return err
		}
		if t == nil {
			continue
		}
		if b.scores[k.ID] == nil {
			b.scores[k.ID] = &mutation.Score{}
		}
		b.scores[k.ID].Add(t.Score)
		if b.verbose && (b.all || t.Missed()) {
			fmt.Print(t)
		}
	}
	return nil
}

func (b *bench) print() {
	fmt.Printf("%-18s%8s%9s%11s%8s%8s%7s%7s%7s%7s%7s%7s%10s%7s%9s\n", "kind", "planted", "detected", "detectable", "of it",
		"unique", "first", "three", "1st/d", "named", "value", "wrong", "suspects", "group", "ms")
	sum, single := &mutation.Score{}, &mutation.Score{}
	for _, k := range mutation.Kinds {
		s := b.scores[k.ID]
		if s == nil {
			continue
		}
		line(k.ID, s)
		sum.Add(*s)
		if k.Named != nil {
			single.Add(*s)
		}
	}
	line("single errors", single)
	line("all", sum)
	fmt.Printf("%d books, %d of them clean and called wrong; a check took %.1f ms on clean books, %.1f ms on wrong ones\n",
		b.books, b.falsely, ms(b.clean, b.books), ms(sum.Took, sum.Planted))
}

func line(name string, s *mutation.Score) {
	fmt.Printf("%-18s%8d%9d%11d%8s%8d%7s%7s%7s%7s%7s%7d%6.1f/%-3d%7.1f%9.1f\n", name, s.Planted, s.Detected, s.Detectable, percent(s.Both, s.Detectable),
		s.Unique, percent(s.UniqueFirst, s.Unique), percent(s.UniqueThree, s.Unique), percent(s.First, s.Detectable),
		percent(s.Named, s.First), percent(s.Mended, s.First), s.Accused, mean(s.Suspects, s.Planted), s.Most,
		mean(s.Group, s.Grouped), ms(s.Took, s.Planted))
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(of))
}

func mean(n, of int) float64 { return float64(n) / float64(max(1, of)) }

func ms(d time.Duration, n int) float64 { return d.Seconds() * 1000 / float64(max(1, n)) }
