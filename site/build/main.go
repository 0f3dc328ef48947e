// Command build makes the static site and prints what it costs to transfer: the
// first load, then each component that only some files need.
//
//	go run ./site/build [-out dist/site] [-fast]
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"

	"suanqing/site/bundle"
)

func main() {
	out := flag.String("out", "dist/site", "where the site goes")
	fast := flag.Bool("fast", false, "compress quickly rather than well")
	tags := flag.String("tags", "", "Go build tags of the core")
	flag.Parse()
	files, err := bundle.Build(bundle.Options{Root: ".", Out: *out, Fast: *fast, Tags: *tags})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	slices.SortFunc(files, func(a, b bundle.File) int { return cmp.Or(b.Brotli-a.Brotli, cmp.Compare(a.Name, b.Name)) })
	fmt.Printf("%-30s %10s %10s %10s\n", "", "raw", "gzip", "brotli")
	total := bundle.File{Name: "first load"}
	for _, f := range files {
		if !f.OnDemand {
			show(f)
			total.Raw, total.Gzip, total.Brotli = total.Raw+f.Raw, total.Gzip+f.Gzip, total.Brotli+f.Brotli
		}
	}
	show(total)
	for _, f := range files {
		if f.OnDemand {
			show(f)
		}
	}
}

func show(f bundle.File) { fmt.Printf("%-30s %10d %10d %10d\n", f.Name, f.Raw, f.Gzip, f.Brotli) }
