package hostile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// pages are PDFs. The core of the page has no reader for them and says what they are.
var pages = []Case{
	{"pdf-cut", "trusts that there is an end", func() []byte { return pdfOf(pdfPage("BT /F 9 Tf 50 700 Td (1,234.56) Tj ET"))[:300] }, "corrupt|pdf|pdf-scan|no-forms"},
	{"pdf-nothing", "trusts the first bytes", func() []byte { return []byte("%PDF-1.7\n" + strings.Repeat("\x00\xff", 4000)) }, "corrupt|pdf"},
	{"pdf-tree-loop", "walks the tree of pages, which is its own child", func() []byte {
		return pdfOf(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]/Parent 2 0 R>>",
			3: "<</Type/Pages/Count 9/Kids[2 0 R]/Parent 2 0 R>>"})
	}, "corrupt|pdf|pdf-scan"},
	{"pdf-deep-tree", "walks the tree of pages by recursion", func() []byte {
		o := map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>"}
		for i := 2; i < 20_000; i++ {
			o[i] = fmt.Sprintf("<</Type/Pages/Count 1/Kids[%d 0 R]>>", i+1)
		}
		o[20_000] = "<</Type/Page/MediaBox[0 0 9 9]>>"
		return pdfOf(o)
	}, "corrupt|pdf|pdf-scan"},
	{"pdf-many-pages", "reads every page there is", func() []byte {
		kids := strings.Repeat("3 0 R ", 100_000)
		return pdfOf(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 100000/Kids[" + kids + "]>>",
			3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"})
	}, "too-complex|pdf"},
	{"pdf-count-lies", "makes room for as many pages as are promised", func() []byte {
		o := pdfPage("BT /F 9 Tf 50 700 Td (1,234.56) Tj ET")
		o[2] = strings.Replace(o[2], "/Count 1", "/Count 2147483647", 1)
		return pdfOf(o)
	}, "too-complex|corrupt|pdf|pdf-scan|no-forms"},
	{"pdf-bomb", "unpacks what it is given", func() []byte {
		return pdfOf(pdfStream("/Filter/FlateDecode", deflated(bytes.Repeat([]byte("0 0 1 1 re f\n"), 30<<20/13))))
	}, "too-complex|corrupt|pdf|pdf-scan"},
	{"pdf-bomb-in-bomb", "unpacks twice", func() []byte {
		return pdfOf(pdfStream("/Filter[/FlateDecode/FlateDecode]", deflated(deflated(bytes.Repeat([]byte{' '}, 400<<20)))))
	}, "too-complex|corrupt|pdf|pdf-scan"},
	{"pdf-lines", "crosses every ruling with every other", func() []byte {
		var w strings.Builder
		for i := range 60_000 {
			fmt.Fprintf(&w, "%d.%d 0 m %d.%d 800 l S 0 %d.%d m 600 %d.%d l S\n", i%600, i%97, i%600, i%97, i%800, i%89, i%800, i%89)
		}
		return pdfOf(pdfStream("", []byte(w.String()+"BT /F 9 Tf 50 700 Td (1,234.56 and so on and on) Tj ET")))
	}, "no-forms|too-complex|pdf|pdf-scan"},
	{"pdf-grid", "makes a cell of each crossing", func() []byte {
		var w strings.Builder
		for i := range 200 {
			fmt.Fprintf(&w, "%d 0 m %d 800 l S 0 %d m 800 %d l S\n", 4*i, 4*i, 4*i, 4*i)
		}
		return pdfOf(pdfStream("", []byte(w.String()+"BT /F 9 Tf 50 700 Td (1,234.56 and so on and on) Tj ET")))
	}, "no-forms|too-complex|pdf|pdf-scan"},
	{"pdf-text-flood", "compares each character with each", func() []byte {
		line := "BT /F 1 Tf 50 700 Td (" + strings.Repeat("12345678 ", 1000) + ") Tj ET\n"
		return pdfOf(pdfStream("", []byte(strings.Repeat(line, 60))))
	}, "no-forms|too-complex|pdf"},
	{"pdf-form-loop", "draws a form that draws itself", func() []byte {
		o := pdfPage("/X Do BT /F 9 Tf 50 700 Td (1,234.56 and so on and on and on) Tj ET")
		o[3] = strings.Replace(o[3], "/Resources<<", "/Resources<</XObject<</X 6 0 R>>", 1)
		o[6] = "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>/Length 9>>stream\n/X Do /X Do\nendstream"
		return pdfOf(o)
	}, "no-forms|corrupt|pdf|pdf-scan"},
	{"pdf-script", "runs what opens with it", func() []byte {
		o := pdfPage("BT /F 9 Tf 50 700 Td (1,234.56 and so on and on and on) Tj ET")
		o[1] = "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>>>"
		return pdfOf(o)
	}, "no-forms|pdf|pdf-scan"},
}

// pdfPage is a document of one page with that content.
func pdfPage(content string) map[int]string { return pdfStream("", []byte(content)) }

// pdfStream is one whose content is packed as the entries of its dictionary say.
func pdfStream(entries string, content []byte) map[int]string {
	return map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R>>",
		2: "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		4: fmt.Sprintf("<</Length %d%s>>stream\n%s\nendstream", len(content), entries, content),
		5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	}
}

// pdfOf writes objects by their numbers, with the table of where they are.
func pdfOf(objects map[int]string) []byte {
	var w bytes.Buffer
	w.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects)+1)
	for i := 1; i <= len(objects); i++ {
		at[i] = w.Len()
		fmt.Fprintf(&w, "%d 0 obj\n%s\nendobj\n", i, objects[i])
	}
	table := w.Len()
	fmt.Fprintf(&w, "xref\n0 %d\n0000000000 65535 f \n", len(at))
	for _, offset := range at[1:] {
		fmt.Fprintf(&w, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&w, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at), table)
	return w.Bytes()
}

func deflated(data []byte) []byte {
	var w bytes.Buffer
	z := zlib.NewWriter(&w)
	z.Write(data)
	z.Close()
	return w.Bytes()
}
