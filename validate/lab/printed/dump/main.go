package main

import (
	"fmt"
	"os"
	"strings"

	"suanqing/validate/files"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	d, err := files.Open(data, "")
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, s := range d.Sheets {
		if len(os.Args) > 2 && !strings.Contains(s.Name, os.Args[2]) {
			continue
		}
		fmt.Println("==", i, s.Name, len(s.Rows), "rows", len(s.Cols), "cols", len(s.Merges), "merges")
		for _, r := range s.Rows {
			fmt.Printf("%3d", r.Index+1)
			for _, c := range r.Cells {
				t := c.Shown()
				if rs := []rune(t); len(rs) > 24 {
					t = string(rs[:24]) + "…"
				}
				fmt.Printf(" %c:%q", 'A'+c.Col, t)
			}
			fmt.Println()
		}
	}
}
