package validate_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/localise"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rule"
)

// BenchmarkCheck is bytes to verdict, and its three parts.
func BenchmarkCheck(b *testing.B) {
	for _, name := range []string{"lanshan-2023", "clean-yuan"} {
		w, err := fixture.Load(name)
		if err != nil {
			b.Fatal(err)
		}
		wb, err := xlsx.Open(w.Bytes)
		if err != nil {
			b.Fatal(err)
		}
		bound := bind.Find(wb, nil)
		for _, part := range []struct {
			name string
			run  func()
		}{
			{"all", func() { validate.Check(name, w.Bytes, nil) }},
			{"read", func() { xlsx.Open(w.Bytes) }},
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

// doubled is a book twice as large: every section stands once more under a
// number of its own, and every class, total and detail elsewhere is doubled.
func doubled(b *fixture.Book) *fixture.Book {
	out := b.Clone()
	for id, f := range out.Forms {
		coded := id == fixture.F02 || id == fixture.F03 || id == fixture.F05 || id == fixture.F07 || id == fixture.F08
		var rows, again []*fixture.Row
		for i, r := range f.Rows {
			twice := *r
			twice.Values = map[string]string{}
			for column, v := range r.Values {
				if n, err := decimal.NewFromString(v); err == nil && (!coded || len(r.Key) < 5 || r.Key == fixture.Total) {
					v = n.Add(n).StringFixed(2)
				}
				twice.Values[column] = v
			}
			rows = append(rows, &twice)
			if coded && len(r.Key) >= 5 && r.Key != fixture.Total {
				copied := twice
				copied.Key = r.Key[:3] + string(r.Key[3]+5) + r.Key[4:]
				again = append(again, &copied)
			}
			if last := i+1 == len(f.Rows) || len(f.Rows[i+1].Key) == 3; last {
				rows, again = append(rows, again...), nil
			}
		}
		f.Rows = rows
	}
	return out
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
		book = doubled(book)
		c.spoil(book)
		wb, err := xlsx.Open(fixture.MustRender(book, fixture.Layout{}).Bytes)
		if err != nil {
			b.Fatal(err)
		}
		bound := bind.Find(wb, nil)
		out := rule.Run(bound)
		b.Run(fmt.Sprintf("%s/%dcodes", c.name, len(book.Forms[fixture.F03].Rows)), func(b *testing.B) {
			for b.Loop() {
				if suspects, _ := localise.Find(bound, out); len(suspects) == 0 {
					b.Fatal("nothing named")
				}
			}
		})
	}
}
