package pdf

import "fmt"

func Dbg(pages []Page) {
	for i := range pages {
		v := viewOf(&pages[i], i)
		fmt.Println("PAGE", i, v.width, v.height, len(v.across), len(v.down))
		rows := rowsOf(v.glyphs)
		for _, r := range rows {
			fmt.Printf("  %.0f", r.box.Y0)
			for _, w := range r.tokens() {
				fmt.Printf(" [%.0f-%.0f %s]", w.box.X0, w.box.X1, w.text)
			}
			fmt.Println()
		}
	}
}
