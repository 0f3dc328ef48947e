package dress

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDump(t *testing.T) {
	want := strings.SplitN(os.Getenv("DUMP"), "|", 3)
	if len(want) < 2 {
		t.Skip()
	}
	for _, d := range All() {
		if d.Name != want[0] {
			continue
		}
		w := d.On(d.Book())
		os.WriteFile("/tmp/dump/out.xlsx", w.Bytes(), 0o644)
		for _, s := range w.Sheets {
			if s.Form != want[1] && s.Name != want[1] {
				continue
			}
			rows, cols := s.Size()
			fmt.Println("==", s.Name, rows, cols, s.Merges)
			for r := range min(rows, 80) {
				var line []string
				for c := range min(cols, 40) {
					v := ""
					if x := s.Cells[At{r, c}]; x != nil {
						v = x.Text + x.Number
						if x.Formula != "" {
							v = "=" + x.Formula
						}
						if x.Format != "" && len(want) > 2 {
							v += "{" + x.Format + "}"
						}
					}
					line = append(line, v)
				}
				fmt.Println(r+1, strings.Join(line, "|"))
			}
		}
	}
}
