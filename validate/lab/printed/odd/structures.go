package odd

import (
	"bytes"
	"fmt"
	"strings"
)

const broken = "corrupt|pdf|pdf-scan|no-forms|too-complex"

// structures are files whose objects lie about one another.
var structures = []Case{
	{Name: "plain", Why: "nothing: the others are held against it", Data: func() []byte { return page(draw(how{})).plain() }, Read: true},
	{Name: "xref-shifted", Why: "finds each object a little off", Data: func() []byte {
		return bytes.Replace(page(draw(how{})).plain(), []byte("%PDF-1.6\n"), []byte("%PDF-1.6\n% a line that came later\n"), 1)
	}, Read: true, Code: broken},
	{Name: "xref-missing", Why: "has no table to begin with", Data: func() []byte {
		data := page(draw(how{})).plain()
		return append(data[:bytes.LastIndex(data, []byte("xref\n0"))], "trailer\n<</Root 1 0 R>>\n"...)
	}, Read: true, Code: broken},
	{Name: "xref-loop", Why: "follows tables in a circle", Data: func() []byte {
		data := page(draw(how{})).plain()
		return bytes.Replace(data, []byte("/Root 1 0 R"), fmt.Appendf(nil, "/Root 1 0 R/Prev %d", bytes.LastIndex(data, []byte("xref\n0"))), 1)
	}, Read: true, Code: broken},
	{Name: "cut-in-content", Why: "reads half of a form as a whole one", Data: func() []byte {
		data := page(draw(how{})).plain()
		return data[:bytes.Index(data, []byte(hexOf("农业农村")))]
	}, Code: broken},
	{Name: "junk-before", Why: "looks for the head at the first byte", Data: func() []byte {
		return append([]byte(strings.Repeat("junk of a mail\r\n", 20)), page(draw(how{})).plain()...)
	}, Read: true, Code: broken + "|unknown|not-a-book|format"},
	{Name: "junk-behind", Why: "looks for the end at the last byte", Data: func() []byte {
		return append(page(draw(how{})).plain(), strings.Repeat("\x00\xff", 3000)...)
	}, Read: true, Code: broken},
	{Name: "tree-loop-behind-page", Why: "walks a tree whose last child is its parent", Data: func() []byte {
		return page(draw(how{})).with(2, "/Count 1/Kids[3 0 R]", "/Count 3/Kids[3 0 R 2 0 R 2 0 R]").plain()
	}, Read: true, Code: broken},
	{Name: "same-page-twice", Why: "adds a form that is shown twice to itself", Data: func() []byte {
		return page(draw(how{})).with(2, "/Count 1/Kids[3 0 R]", "/Count 2/Kids[3 0 R 3 0 R]").plain()
	}, Read: true},
	{Name: "pages-100000", Why: "reads every page", Data: func() []byte {
		return page(draw(how{})).with(2, "/Count 1/Kids[3 0 R]", "/Count 100000/Kids["+strings.Repeat("3 0 R ", 100_000)+"]").plain()
	}, Code: "too-complex|pdf"},
	{Name: "bomb-behind-form", Why: "unpacks 64 MB of blanks, packed twice", Data: func() []byte {
		f := page("").with(3, "/Contents 4 0 R", "/Contents[4 0 R 20 0 R]")
		f[4] = stream("", draw(how{}))
		f[20] = stream("/Filter[/FlateDecode/FlateDecode]", deflated(deflated(strings.Repeat(" ", 64<<20))))
		return f.plain()
	}, Read: true, Code: broken},
	{Name: "length-lies", Why: "takes as much as a stream says it has", Data: func() []byte {
		f := page(draw(how{}))
		f[4] = strings.Replace(f[4], "<</Length ", "<</Length 99999999%", 1)
		f[4] = strings.Replace(f[4], "%", "/Was ", 1)
		return f.plain()
	}, Read: true, Code: broken},
	{Name: "box-huge", Why: "makes a picture of the page's size", Data: func() []byte {
		return page(draw(how{})).with(3, "[0 0 842 595]", "[-1000000 -1000000 1000000 1000000]").plain()
	}, Read: true, Code: broken},
	{Name: "box-cropped", Why: "reads what is cut off from sight", Data: func() []byte {
		return page(draw(how{})).with(3, "[0 0 842 595]", "[0 0 842 595]/CropBox[0 200 842 595]").plain()
	}, Read: true, Code: broken},
	{Name: "box-elsewhere", Why: "counts from a corner that is not there", Data: func() []byte {
		return page(draw(how{before: "1 0 0 1 3000 -2000 cm\n"})).with(3, "[0 0 842 595]", "[3000 -2000 3842 -1405]").plain()
	}, Read: true},
	{Name: "empty-pages", Why: "joins a form over empty pages, or stops at one", Data: func() []byte {
		return pages("", "", draw(how{}), "", "").plain()
	}, Read: true},
	{Name: "no-pages", Why: "asks for the first page", Data: func() []byte {
		return page("").with(2, "/Count 1/Kids[3 0 R]", "/Count 0/Kids[]").plain()
	}, Code: broken},
	{Name: "only-empty-pages", Why: "has nothing to read and says that all is well", Data: func() []byte { return pages("", "", "").plain() }, Code: broken},
}
