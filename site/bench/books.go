package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/printed"
)

// row is a line of the table: a book, or many.
type row struct {
	id    string // for -rows
	label string
	make  func() ([][]byte, error)
	heavy bool // the second time is a warm one, whoever reads it
	many  bool // dropped together, and once: what comes again is not judged for the list anew
	// alone says that only we are measured: the others do with these bytes what they do
	// with those of the row above.
	alone bool
	pdf   bool // which the page alone reads
}

// Books of many rows: of a department with codes of every class. The others grow from it.
var broad = fixture.Options{Classes: 22, Sections: 6, Items: 7}

const many = 300

var rows = []row{
	{id: "clean", label: "the seed, clean", make: seed()},
	{id: "one", label: "the seed, one error", make: seed(fixture.F03 + "[20103, 基本支出] = 1.23"), alone: true},
	{id: "four", label: "the seed, four errors", alone: true, make: seed(fixture.F01+"[本年收入合计, 金额] = 1.23",
		fixture.F03+"[20103, 基本支出] = 4.56", fixture.F05+"[208, 小计] = 7.89", fixture.F09+"[决算数, 合计] = 3.21")},
	{id: "slipped", label: "the seed, a form slipped by a row", make: slipped, alone: true},
	{id: "190", label: "a department of 190 codes", make: book(growth{2, 1})},
	{id: "2000", label: "2,000 rows a form", make: book(growth{5, 6}), heavy: true},
	{id: "10000", label: "10,000 rows a form", make: book(growth{11, 14}), heavy: true},
	{id: "report", label: "a published report of 50 pages, PDF", make: published, alone: true, pdf: true},
	{id: "300", label: "300 books, every fifth wrong", make: district, many: true},
}

const seedBook = "lanshan-2023"

// seed is the seed's workbook after edits, as it stands without.
func seed(edits ...string) func() ([][]byte, error) {
	return func() ([][]byte, error) {
		if len(edits) == 0 {
			data, err := os.ReadFile(filepath.Join(fixture.Testdata(), seedBook+".xlsx"))
			return [][]byte{data}, err
		}
		w, err := fixture.Load(seedBook)
		if err != nil {
			return nil, err
		}
		data, err := w.Edit(edits...)
		return [][]byte{data}, err
	}
}

// published is a whole report, printed by the browser.
func published() ([][]byte, error) {
	dir, err := printed.CacheDir()
	if err != nil {
		return nil, err
	}
	look := printed.Look{Size: 105, Pad: 10, Heads: true, Repeat: true, TextLast: true}
	p := printed.Printing{Name: "published", Report: "hebei", Look: &look}
	made, err := printed.Cached(dir, []printed.Printing{p})
	if err != nil {
		return nil, err
	}
	data, there := made[p.Name]
	if !there {
		return nil, errors.New("no browser is at hand that prints")
	}
	return [][]byte{data}, nil
}

// slipped has the amounts of F03's codes one row below their own.
func slipped() ([][]byte, error) {
	b, err := fixture.LoadBook(seedBook)
	if err != nil {
		return nil, err
	}
	layout, err := fixture.LayoutOf(seedBook)
	if err != nil {
		return nil, err
	}
	var codes []*fixture.Row
	for _, r := range b.Forms[fixture.F03].Rows {
		if isCode(r) {
			codes = append(codes, r)
		}
	}
	last := codes[len(codes)-1].Values
	for i := len(codes) - 1; i > 0; i-- {
		codes[i].Values = codes[i-1].Values
	}
	codes[0].Values = last
	return rendered(b, layout)
}

// book is the broad one, grown.
func book(g growth) func() ([][]byte, error) {
	return func() ([][]byte, error) {
		b, err := g.of(fixture.Generate(3, broad))
		if err != nil {
			return nil, err
		}
		return rendered(b, fixture.Layout{})
	}
}

func rendered(b *fixture.Book, l fixture.Layout) ([][]byte, error) {
	w, err := fixture.Render(b, l)
	if err != nil {
		return nil, err
	}
	return [][]byte{w.Bytes}, nil
}

// district is books of other figures and layouts, one in five with an error.
func district() ([][]byte, error) {
	var all [][]byte
	for i := range int64(many) {
		w, err := fixture.Render(fixture.Generate(i, fixture.Options{}), fixture.RandomLayout(i))
		if err != nil {
			return nil, fmt.Errorf("book %d: %w", i, err)
		}
		data := w.Bytes
		if i%5 == 0 {
			if edited, err := w.Edit(fixture.F01 + "[本年收入合计, 金额] = 1.23"); err == nil {
				data = edited
			}
		}
		all = append(all, data)
	}
	return all, nil
}
