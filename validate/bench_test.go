package validate_test

import (
	"testing"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/internal/fixture"
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
