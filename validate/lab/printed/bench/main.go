// Command bench prints every printing, or takes the PDFs of a folder that write filled,
// and says how they are read: figures placed rightly, unread, and wrongly.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"suanqing/validate/lab/printed"
	"suanqing/validate/lab/printed/compare"
)

func main() {
	from := flag.String("from", "", "folder with the PDFs")
	most := flag.Int("most", 5, "wrong figures and findings shown of each")
	flag.Parse()
	if err := run(*from, *most, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from string, most int, names []string) error {
	all := slices.DeleteFunc(printed.All(), func(p printed.Printing) bool { return len(names) > 0 && !slices.Contains(names, p.Name) })
	pdfs := map[string][]byte{}
	if from == "" {
		dir, err := os.MkdirTemp("", "printed")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if pdfs, err = printed.Print(dir, all); err != nil {
			return err
		}
	}
	var figures, right, wrong int
	for _, p := range all {
		data, there := pdfs[p.Name]
		if !there {
			var err error
			if data, err = os.ReadFile(filepath.Join(from, p.Name+".pdf")); err != nil {
				continue
			}
		}
		book, err := p.Workbook()
		if err != nil {
			return err
		}
		o, err := compare.Books(book.Bytes, data)
		if err != nil {
			return err
		}
		figures, right, wrong = figures+o.Figures, right+o.Right, wrong+len(o.Wrong)
		fmt.Printf("%-20s %5d figures  %6.2f %%  unread %4d  wrong %3d  findings %3d  %s\n", p.Name, o.Figures, 100*float64(o.Right)/float64(max(1, o.Figures)), o.Unread, len(o.Wrong), len(o.Findings), o.Error)
		for _, lines := range [][]string{o.Wrong, o.Findings} {
			for _, l := range lines[:min(most, len(lines))] {
				fmt.Println("    ", l)
			}
		}
	}
	fmt.Printf("%-20s %5d figures  %6.2f %%  unread %4d  wrong %3d\n", "all", figures, 100*float64(right)/float64(max(1, figures)), figures-right, wrong)
	return nil
}
