package update

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// Mark is an annotation to be added.
type Mark struct {
	Page  int // from 1
	Box   Box // of words to highlight; without one it is a note in the page's top left corner
	Text  string
	Color [3]float64 // red, green and blue, from 0 to 1
}

// Box is a rectangle in the page's user space, in points: X0 ≤ X1, Y0 ≤ Y1.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Annotate is the PDF with marks added, signed by an author. The same arguments give the same
// bytes. The error is ErrLocked or ErrBroken; a mark on a page that there is not is one too.
func Annotate(data []byte, author string, marks []Mark) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	pages, err := f.pages()
	if err != nil {
		return nil, err
	}
	w := &writer{file: f, out: bytes.NewBuffer(bytes.Clone(data)), author: author, written: map[int]location{}}
	if !bytes.HasSuffix(data, []byte("\n")) {
		w.out.WriteByte('\n')
	}
	w.free, _ = f.trailer.int("Size")
	for n := range f.objects {
		w.free = max(w.free, n+1)
	}
	byPage := map[int][]Mark{}
	for _, m := range marks {
		if m.Page < 1 || m.Page > len(pages) {
			return nil, ErrBroken
		}
		byPage[m.Page] = append(byPage[m.Page], m)
	}
	for _, page := range slices.Sorted(maps.Keys(byPage)) {
		if err := w.page(&pages[page-1], byPage[page]); err != nil {
			return nil, err
		}
	}
	w.end()
	return w.out.Bytes(), nil
}

// page is one of the file's.
type page struct {
	ref ref
	dict
	box []byte // its own, or of what it is in
}

// pages are all of them, in order.
func (f *file) pages() (pages []page, err error) {
	rootRaw, err := f.resolve(f.trailer.get("Root"))
	if err != nil {
		return nil, err
	}
	root, _, ok := dictAt(rootRaw, 0)
	if !ok {
		return nil, ErrBroken
	}
	seen := map[int]bool{}
	var walk func(raw, box []byte, deep int) error
	walk = func(raw, box []byte, deep int) error {
		r, _, ok := refAt(raw, 0)
		if !ok || seen[r.number] || deep > mostDeep {
			return ErrBroken
		}
		seen[r.number] = true
		own, err := f.resolve(raw)
		if err != nil {
			return err
		}
		d, _, ok := dictAt(own, 0)
		if !ok {
			return ErrBroken
		}
		for _, name := range []string{"MediaBox", "CropBox"} {
			if v := d.get(name); v != nil {
				box = v
			}
		}
		kids := d.get("Kids")
		if kids == nil {
			r.generation = f.objects[r.number].generation
			if pages = append(pages, page{r, d, box}); len(pages) > mostPages {
				return ErrBroken
			}
			return nil
		}
		if kids, err = f.resolve(kids); err != nil {
			return err
		}
		for _, kid := range items(kids) {
			if err := walk(kid, box, deep+1); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(root.get("Pages"), nil, 0); err != nil {
		return nil, err
	}
	top, err := f.resolve(root.get("Pages"))
	if err != nil {
		return nil, err
	}
	d, _, _ := dictAt(top, 0)
	count, err := f.resolve(d.get("Count"))
	if err != nil {
		return nil, err
	}
	if n, ok := number(count); !ok || n != len(pages) || n == 0 { // a reader may count otherwise
		return nil, ErrBroken
	}
	return pages, nil
}

type writer struct {
	*file
	out     *bytes.Buffer
	author  string
	free    int // the next number that no object has
	written map[int]location
}

// object writes an object.
func (w *writer) object(number, generation int, body string) {
	w.written[number] = location{offset: w.out.Len(), generation: generation}
	fmt.Fprintf(w.out, "%d %d obj\n%s\nendobj\n", number, generation, body)
}

func (w *writer) add(body string) string {
	number := w.free
	w.free++
	w.object(number, 0, body)
	return fmt.Sprintf("%d 0 R", number)
}

// page writes a page again, its annotations with some more.
func (w *writer) page(p *page, marks []Mark) error {
	old, err := w.resolve(p.get("Annots"))
	if err != nil {
		return err
	}
	var all []string
	for _, item := range items(old) {
		all = append(all, string(item))
	}
	for i := range marks {
		if marks[i].Box == (Box{}) {
			box, err := w.resolve(p.box)
			if err != nil {
				return err
			}
			all = append(all, w.note(p, &marks[i], items(box)))
		} else {
			all = append(all, w.highlight(p, &marks[i]))
		}
	}
	w.object(p.ref.number, p.ref.generation, string(p.with(map[string]string{"Annots": "[" + strings.Join(all, " ") + "]"})))
	return nil
}

// highlight writes a highlight and how it looks, which not every reader draws by itself.
func (w *writer) highlight(p *page, m *Mark) string {
	b := m.Box
	rect := fmt.Sprintf("[%.2f %.2f %.2f %.2f]", b.X0, b.Y0, b.X1, b.Y1)
	paint := fmt.Sprintf("/G gs %.2f %.2f %.2f rg %.2f %.2f %.2f %.2f re f", m.Color[0], m.Color[1], m.Color[2], b.X0, b.Y0, b.X1-b.X0, b.Y1-b.Y0)
	look := w.add(fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox %s /Resources << /ExtGState << /G << /BM /Multiply >> >> >> /Group << /S /Transparency >> /Length %d >>\nstream\n%s\nendstream",
		rect, len(paint), paint))
	return w.add(fmt.Sprintf("<< /Type /Annot /Subtype /Highlight /Rect %s /QuadPoints [%.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f] /C [%.2f %.2f %.2f] /AP << /N %s >> %s >>",
		rect, b.X0, b.Y1, b.X1, b.Y1, b.X0, b.Y0, b.X1, b.Y0, m.Color[0], m.Color[1], m.Color[2], look, w.said(p, m)))
}

// note writes a note in the top left corner of the page.
func (w *writer) note(p *page, m *Mark, box [][]byte) string {
	x, y := 0.0, 800.0
	if len(box) == 4 {
		x, y = min(float(box[0]), float(box[2])), max(float(box[1]), float(box[3]))
	}
	const margin, size = 12, 20
	return w.add(fmt.Sprintf("<< /Type /Annot /Subtype /Text /Name /Note /Rect [%.2f %.2f %.2f %.2f] /C [%.2f %.2f %.2f] %s >>",
		x+margin, y-margin-size, x+margin+size, y-margin, m.Color[0], m.Color[1], m.Color[2], w.said(p, m)))
}

// said is what every annotation has: printed with the page, whose and what.
func (w *writer) said(p *page, m *Mark) string {
	return fmt.Sprintf("/F 4 /P %d %d R /T %s /Contents %s", p.ref.number, p.ref.generation, utf16be(w.author), utf16be(m.Text))
}

// utf16be is a text as PDF has those that are not of Latin letters only.
func utf16be(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// end writes the table of what was written, of the kind that the file has.
func (w *writer) end() {
	start := w.out.Len()
	values := map[string]string{"Prev": fmt.Sprint(w.start), "XRefStm": ""}
	if !w.inStream {
		w.out.WriteString("xref\n")
		for _, run := range w.runs() {
			fmt.Fprintf(w.out, "%d %d\n", run[0], len(run))
			for _, n := range run {
				fmt.Fprintf(w.out, "%010d %05d n \n", w.written[n].offset, w.written[n].generation)
			}
		}
		values["Size"] = fmt.Sprint(w.free)
		fmt.Fprintf(w.out, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", w.trailer.with(values), start)
		return
	}
	own := w.free
	w.free++
	w.written[own] = location{offset: start}
	var table []byte
	var index []string
	for _, run := range w.runs() {
		index = append(index, fmt.Sprintf("%d %d", run[0], len(run)))
		for _, n := range run {
			l := w.written[n]
			table = append(table, 1, byte(l.offset>>24), byte(l.offset>>16), byte(l.offset>>8), byte(l.offset), byte(l.generation>>8), byte(l.generation))
		}
	}
	maps.Copy(values, map[string]string{"Size": fmt.Sprint(w.free), "Index": "[" + strings.Join(index, " ") + "]", "W": "[1 4 2]", "Length": fmt.Sprint(len(table)),
		"Filter": "", "DecodeParms": ""})
	fmt.Fprintf(w.out, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", own, w.trailer.with(values), table, start)
}

// runs are the numbers written, those that follow each other together.
func (w *writer) runs() (out [][]int) {
	for _, n := range slices.Sorted(maps.Keys(w.written)) {
		if last := len(out) - 1; last >= 0 && out[last][len(out[last])-1] == n-1 {
			out[last] = append(out[last], n)
		} else {
			out = append(out, []int{n})
		}
	}
	return out
}
