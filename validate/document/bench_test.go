package document

import "testing"

func BenchmarkShown(b *testing.B) {
	c := &Cell{Kind: Number, Stored: "1417349.8700000001", Format: &Format{Code: builtin[43]}}
	b.ReportAllocs()
	for b.Loop() {
		c.Shown()
	}
}
