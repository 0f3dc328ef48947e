// Command build makes the static site and prints what it costs to transfer: the
// first load, then each component that only some files need.
//
//	go run ./site/build [-out dist/site] [-one dist/suanqing.html] [-sums dist/SHA256SUMS] [-fast]
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
	one := flag.String("one", "", "where the one-file build goes")
	sums := flag.String("sums", "", "where the SHA-256 sums of all that is built go; they are printed too")
	fast := flag.Bool("fast", false, "compress quickly rather than well")
	tags := flag.String("tags", "", "Go build tags of the core")
	flag.Parse()
	if err := run(bundle.Options{Root: ".", Out: *out, OneFile: *one, Fast: *fast, Tags: *tags}, *sums); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o bundle.Options, sumsPath string) error {
	files, err := bundle.Build(o)
	if err != nil {
		return err
	}
	slices.SortFunc(files, func(a, b bundle.File) int { return cmp.Or(b.Brotli-a.Brotli, cmp.Compare(a.Name, b.Name)) })
	fmt.Printf("%-30s %10s %10s %10s\n", "", "raw", "gzip", "brotli")
	total := bundle.File{Name: "first load"}
	for _, f := range files {
		if !f.OnDemand && !f.OneFile {
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
	for _, f := range files {
		if f.OneFile {
			fmt.Printf("%-30s %10d\n", f.Name, f.Raw)
		}
	}
	if sumsPath == "" {
		return nil
	}
	sums, err := bundle.Sums(o, sumsPath)
	fmt.Print(sums)
	return err
}

func show(f bundle.File) { fmt.Printf("%-30s %10d %10d %10d\n", f.Name, f.Raw, f.Gzip, f.Brotli) }
