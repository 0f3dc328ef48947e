package validate_test

import (
	"fmt"
	"testing"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/internal/fixture"
	"suanqing/validate/localise"
	"suanqing/validate/rule"
	"suanqing/validate/workbook"
)

// BenchmarkCheck is bytes to verdict, and its three parts.
func BenchmarkCheck(b *testing.B) {
	for _, name := range []string{"lanshan-2023", "clean-yuan"} {
		w, err := fixture.Load(name)
		if err != nil {
			b.Fatal(err)
		}
		wb, err := workbook.Open(w.Bytes)
		if err != nil {
			b.Fatal(err)
		}
		bound := bind.Find(wb, nil)
		for _, part := range []struct {
			name string
			run  func()
		}{
			{"all", func() { validate.Check(name, w.Bytes, nil) }},
			{"read", func() { workbook.Open(w.Bytes) }},
			{"bind", func() { bind.Find(wb, nil) }},
			{"judge", func() { rule.Run(bound) }},
		} {
			b.Run(name+"/"+part.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					part.run()
				}
			})
		}
	}
}

// BenchmarkLocalise names the wrong cells of a book with some 250 codes: one
// wrong figure, four of them, and a form that slipped by a row.
func BenchmarkLocalise(b *testing.B) {
	for _, c := range []struct {
		name  string
		spoil func(book *fixture.Book)
	}{
		{"one", func(book *fixture.Book) { book.Forms[fixture.F03].Rows[20].Values["基本支出"] = "1.00" }},
		{"four", func(book *fixture.Book) {
			for i, form := range []string{fixture.F03, fixture.F05, fixture.F02, fixture.F03} {
				r := book.Forms[form].Rows[20+15*i]
				r.Values[book.Forms[form].Columns[0]] = "1.00"
			}
		}},
		{"slipped", func(book *fixture.Book) { slip(book.Forms[fixture.F03], book.Forms[fixture.F03].Columns, 1) }},
	} {
		book := fixture.Generate(3, fixture.Options{Classes: 22, Sections: 6, Items: 7}).InUnit("万元")
		c.spoil(book)
		wb, err := workbook.Open(fixture.MustRender(book, fixture.Layout{}).Bytes)
		if err != nil {
			b.Fatal(err)
		}
		bound := bind.Find(wb, nil)
		_, findings := rule.Run(bound)
		b.Run(fmt.Sprintf("%s/%dcodes", c.name, len(book.Forms[fixture.F03].Rows)), func(b *testing.B) {
			for b.Loop() {
				if len(localise.Find(bound, findings)) == 0 {
					b.Fatal("nothing named")
				}
			}
		})
	}
}
