package pdfium

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	data, _ := os.ReadFile(os.Getenv("DBG"))
	pages, err := Pages(data, "")
	fmt.Println(err)
	n := 0
	fmt.Sscan(os.Getenv("PG"), &n)
	p := pages[n]
	fmt.Println(p.Box, p.Rotation, len(p.Chars), len(p.Rulings), p.Images)
	for i, c := range p.Chars {
		fmt.Printf("%d %c %.1f %.1f\n", i, c.Rune, c.Box, c.Turn)
	}
	for _, c := range p.Rulings {
		fmt.Printf("R %.1f %v\n", c.Box, c.Fill)
	}
}
