package odd

import (
	"fmt"
	"slices"
	"strings"

	"suanqing/validate/lab/printed"
)

// unsaid are refusals of pages from which nothing can be had with certainty.
const unsaid = "pdf-scan|pdf-text|no-forms|corrupt|pdf"

// drawings are pages that show one thing and hold another.
var drawings = []Case{
	{Name: "scan", Why: "calls a picture a report without forms", Data: func() []byte {
		return withImage(page("q 842 0 0 595 0 0 cm /I Do Q")).plain()
	}, Code: "pdf-scan"},
	{Name: "scan-with-page-number", Why: "takes a page's number for a text layer", Data: func() []byte {
		p := &pen{size: 10}
		p.text(410, 20, "— 3 —")
		return withImage(page("q 842 0 0 595 0 0 cm /I Do Q\n" + p.String())).plain()
	}, Code: "pdf-scan|no-forms"},
	{Name: "scan-with-unseen-text", Why: "trusts what a program guessed from a picture", Data: func() []byte {
		return withImage(page(draw(how{lineless: true, before: "q 842 0 0 595 0 0 cm /I Do Q 3 Tr\n"}))).plain()
	}, Read: true, Code: "pdf-scan|no-forms"},
	{Name: "scan-over-text", Why: "trusts what a program guessed from a picture and laid under it", Data: func() []byte {
		return withImage(page(draw(how{lineless: true, after: "q 842 0 0 595 0 0 cm /I Do Q\n"}))).plain()
	}, Code: "pdf-scan|no-forms"},
	{Name: "scan-over-text-numbered", Why: "reads a page under a picture, since its number lies on it", Data: func() []byte {
		p := &pen{size: 10}
		p.text(410, 20, "— 3 —")
		return withImage(page(draw(how{lineless: true, after: "q 842 0 0 595 0 0 cm /I Do Q\n" + p.String()}))).plain()
	}, Code: "pdf-scan|no-forms"},
	{Name: "scan-strips-over-text", Why: "sees no picture where it lies in strips", Data: func() []byte {
		var w strings.Builder
		for i := range 10 {
			fmt.Fprintf(&w, "q 842 0 0 59.5 0 %.1f cm /I Do Q\n", 59.5*float64(i))
		}
		return withImage(page(draw(how{lineless: true, after: w.String()}))).plain()
	}, Code: "pdf-scan|no-forms"},
	{Name: "picture-behind", Why: "takes the ground of a page for a scan", Data: func() []byte {
		return withImage(page(draw(how{before: "q 842 0 0 595 0 0 cm /I Do Q\n"}))).plain()
	}, Read: true},
	{Name: "picture-behind-heads", Why: "takes a page's ground for a scan, since a running head is drawn before it", Data: func() []byte {
		p := &pen{size: 10}
		p.text(330, 570, "示例市财政局部门决算")
		return withImage(page(draw(how{before: p.String() + "q 842 0 0 595 0 0 cm /I Do Q\n"}))).plain()
	}, Read: true},
	{Name: "logo-over", Why: "takes a sign in the corner for a scan", Data: func() []byte {
		return withImage(page(draw(how{after: "q 60 0 0 30 20 550 cm /I Do Q\n"}))).plain()
	}, Read: true},
	{Name: "clear-picture-over", Why: "takes a water mark that lets everything through for a scan", Data: func() []byte {
		f := withImage(page(draw(how{after: "q 842 0 0 595 0 0 cm /I Do Q\n"})))
		f[20] = strings.Replace(f[20], "/BitsPerComponent 8", "/BitsPerComponent 8/SMask 21 0 R", 1)
		f[21] = stream("/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8", strings.Repeat("\x10", 64*64))
		return f.plain()
	}, Read: true},
	{Name: "struck-figures", Why: "reads what is struck out", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			p.text(x, y, s)
			if s == "2.22" {
				fmt.Fprintf(p, "%.2f %.2f %.2f 0.6 re f\n", x, y+3.2, p.wide(s))
			}
		}})).plain()
	}, Read: true, Code: unsaid, Truth: without("213", "21301", "2130108")},
	{Name: "lines-as-pieces", Why: "sees no lines where each is many small rectangles", Data: func() []byte {
		return page(draw(how{lineless: true, after: pieces(0.48)})).plain()
	}, Read: true},
	{Name: "lines-as-thick-pieces", Why: "sees the ground of a cell in a thick line", Data: func() []byte {
		return page(draw(how{lineless: true, after: pieces(1.44)})).plain()
	}, Read: true},
	{Name: "unseen-beside", Why: "reads figures that are not shown", Data: func() []byte {
		p := &pen{size: 10}
		p.WriteString("3 Tr\n")
		p.text(700, 397, "6,666.66") // in a blank cell
		return page(draw(how{after: p.String() + "0 Tr\n"})).plain()
	}, Read: true, Code: unsaid},
	{Name: "white-figures", Why: "reads white on white", Data: func() []byte {
		p := &pen{size: 10}
		p.WriteString("1 1 1 rg\n")
		p.text(700, 397, "6,666.66")
		return page(draw(how{after: p.String()})).plain()
	}, Read: true, Code: unsaid},
	{Name: "outside-the-page", Why: "reads what lies beside the page", Data: func() []byte {
		p := &pen{size: 10}
		p.text(900, 397, "6,666.66")
		p.text(700, -80, "5,555.55")
		return page(draw(how{after: p.String()})).plain()
	}, Read: true},
	{Name: "fake-bold", Why: "reads each digit twice", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			p.text(x, y, s)
			p.text(x+0.3, y, s)
		}})).plain()
	}, Read: true},
	{Name: "fake-bold-four", Why: "reads each digit four times", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			for i := range 4 {
				p.text(x+0.2*float64(i%2), y+0.2*float64(i/2), s)
			}
		}})).plain()
	}, Read: true},
	{Name: "page-drawn-twice", Why: "reads each figure twice", Data: func() []byte {
		return page(draw(how{}) + draw(how{})).plain()
	}, Read: true},
	{Name: "digit-by-digit", Why: "takes each digit for a figure", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			for _, r := range s {
				p.text(x, y, string(r))
				x += p.wide(string(r))
			}
		}})).plain()
	}, Read: true},
	{Name: "digits-backward", Why: "trusts the order in which a page is written", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			for i := len(s) - 1; i >= 0; i-- {
				p.text(x+p.wide(s[:i]), y, s[i:i+1])
			}
		}})).plain()
	}, Read: true},
	{Name: "rows-backward", Why: "trusts the order of the rows as written", Data: func() []byte {
		return page(draw(how{order: func(n int) []int {
			out := make([]int, n)
			for i := range out {
				out[i] = n - 1 - i
			}
			return out
		}})).plain()
	}, Read: true},
	{Name: "one-run-a-row", Why: "takes a row of figures written in one go for one figure", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) { p.text(x, y, "  "+s+"  ") }})).plain()
	}, Read: true},
	{Name: "no-unicode", Why: "takes the font's own numbers for characters", Data: func() []byte {
		return page(draw(how{})).with(5, "/ToUnicode 8 0 R", "").plain()
	}, Read: true, Code: unsaid},
	{Name: "wrong-unicode", Why: "believes a font that calls every digit 7", Data: func() []byte {
		f := page(draw(how{}))
		f[8] = stream("", strings.Replace(unicodes(), "<0000> <00FF> <0000>", "<0000> <00FF> <E000>", 1))
		return f.plain()
	}, Read: true, Code: unsaid},
	{Name: "private-figures", Why: "leaves figures out that it cannot name, as if they were blank", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			var w strings.Builder
			for _, r := range s {
				w.WriteRune(0xE000 + r)
			}
			p.text(x, y, w.String())
		}})).plain()
	}, Read: true, Code: unsaid},
	{Name: "rotated-figures", Why: "reads upright figures from the side", Data: func() []byte {
		return page(draw(how{figure: func(p *pen, x, y float64, s string) {
			fmt.Fprintf(p, "BT /F 4 Tf 0 1 -1 0 %.2f %.2f Tm <%s> Tj ET\n", x+20, y-4, hexOf(s))
		}})).plain()
	}, Read: true, Code: unsaid},
	{Name: "blank-rows", Why: "packs the figures of later rows into earlier ones", Data: func() []byte {
		return page(draw(how{skipped: map[int]bool{3: true, 4: true, 5: true, 7: true}})).plain()
	}, Read: true, Truth: blankRows()},
	{Name: "blank-rows-lineless", Why: "packs the figures of later rows into earlier ones", Data: func() []byte {
		return page(draw(how{lineless: true, skipped: map[int]bool{3: true, 4: true, 5: true, 7: true}})).plain()
	}, Read: true, Truth: blankRows()},
	{Name: "lineless", Why: "needs lines", Data: func() []byte { return page(draw(how{lineless: true})).plain() }, Read: true},
	{Name: "lines-piled", Why: "makes rows between lines that lie on each other", Data: func() []byte {
		var w strings.Builder
		for i := range 6 {
			fmt.Fprintf(&w, "1 0 0 1 %.2f %.2f cm\n", 0.05*float64(i%2), 0.05)
			w.WriteString(rulings())
		}
		return page(draw(how{after: "q\n" + w.String() + "Q\n"})).plain()
	}, Read: true},
	{Name: "lines-dashed-to-dots", Why: "crosses each dot with each", Data: func() []byte {
		var w strings.Builder
		for i := range 13 {
			for x := 50.0; x < 760; x += 1.5 {
				fmt.Fprintf(&w, "%.2f %.2f 0.7 0.4 re f\n", x, 500-22*float64(i))
			}
		}
		return page(draw(how{lineless: true, after: w.String()})).plain()
	}, Read: true, Code: unsaid},
}

// blankRows is the truth where the rows drawn third to fifth and seventh have no figures.
func blankRows() printed.Truth {
	var codes []string
	for i, row := range form {
		if slices.Contains([]int{3, 4, 5, 7}, i+1) {
			codes = append(codes, row[0])
		}
	}
	return without(codes...)
}

// rulings are the lines of the form alone.
func rulings() string {
	var lines []string
	for _, line := range strings.Split(draw(how{}), "\n") {
		if strings.HasSuffix(line, " S") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// pieces are the lines of the form as Word and WPS paint them: a filled rectangle for each
// side of each cell, and one for each corner.
func pieces(thick float64) string {
	var w strings.Builder
	rows := len(form) + 1
	for i := range rows + 1 {
		y := 500 - rowHeight*float64(i)
		for k, x := range edges {
			fmt.Fprintf(&w, "%.2f %.2f %.2f %.2f re f\n", x, y, thick, thick)
			if k+1 < len(edges) {
				fmt.Fprintf(&w, "%.2f %.2f %.2f %.2f re f\n", x+thick, y, edges[k+1]-x-thick, thick)
			}
			if i < rows {
				fmt.Fprintf(&w, "%.2f %.2f %.2f %.2f re f\n", x, y-rowHeight+thick, thick, rowHeight-thick)
			}
		}
	}
	return w.String()
}

// withImage adds a grey picture.
func withImage(f file) file {
	f.with(3, "/Font", "/XObject<</I 20 0 R>>/Font")
	f[20] = stream("/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8", strings.Repeat("\xee", 64*64))
	return f
}
