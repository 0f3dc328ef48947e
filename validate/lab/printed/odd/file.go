package odd

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
)

// file is a PDF's objects by their numbers. 1 is the catalogue, 2 the tree of pages, 3 the
// page, 4 its content, 5 to 8 its font.
type file map[int]string

func page(content string) file {
	return file{
		1: "<</Type/Catalog/Pages 2 0 R>>",
		2: "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		4: stream("", content),
		5: "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>",
		6: "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 1000/W[32[" + strings.Repeat("500 ", 95) + "]]>>",
		7: "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>",
		8: stream("", unicodes()),
	}
}

// pages is several pages with the contents given, that share a font.
func pages(contents ...string) file {
	f := page("")
	kids := ""
	for i, content := range contents {
		f[10+2*i] = strings.Replace(f[3], "/Contents 4 0 R", fmt.Sprintf("/Contents %d 0 R", 11+2*i), 1)
		f[11+2*i] = stream("", content)
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	f[2] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(contents), kids)
	return f
}

// with is the file with a part of an object changed.
func (f file) with(object int, old, new string) file {
	f[object] = strings.Replace(f[object], old, new, 1)
	return f
}

func stream(entries, content string) string {
	return fmt.Sprintf("<</Length %d%s>>stream\n%s\nendstream", len(content), entries, content)
}

// unicodes maps each code to itself.
func unicodes() string {
	var w strings.Builder
	w.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for first := 0; first < 256; first += 64 {
		w.WriteString("64 beginbfrange\n")
		for high := first; high < first+64; high++ {
			fmt.Fprintf(&w, "<%02X00> <%02XFF> <%02X00>\n", high, high, high)
		}
		w.WriteString("endbfrange\n")
	}
	w.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end")
	return w.String()
}

// bytes writes the file, with the table of where its objects are and more in the trailer.
func (f file) bytes(trailer string) []byte {
	var w bytes.Buffer
	w.WriteString("%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
	numbers := make([]int, 0, len(f))
	for n := range f {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	last := numbers[len(numbers)-1]
	at := make([]int, last+1)
	for _, n := range numbers {
		at[n] = w.Len()
		fmt.Fprintf(&w, "%d 0 obj\n%s\nendobj\n", n, f[n])
	}
	table := w.Len()
	fmt.Fprintf(&w, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for _, offset := range at[1:] {
		kind := "n"
		if offset == 0 {
			kind = "f"
		}
		fmt.Fprintf(&w, "%010d 00000 %s \n", offset, kind)
	}
	fmt.Fprintf(&w, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", last+1, trailer, table)
	return w.Bytes()
}

func (f file) plain() []byte { return f.bytes("") }

func deflated(data string) string {
	var w bytes.Buffer
	z := zlib.NewWriter(&w)
	_, _ = z.Write([]byte(data)) // into memory
	_ = z.Close()
	return w.String()
}
