package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestBlanksAreNoContent: blanks, wherever they stand, are read past; what shows
// something far off is refused as ever.
func TestBlanksAreNoContent(t *testing.T) {
	far := func(cells string) string {
		return sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">` + cells + `</row>`)
	}
	for name, cells := range map[string]string{
		"one blank":       `<c r="XFD1048576" t="str"><v xml:space="preserve"> </v></c>`,
		"inline":          `<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">　&#160;&#10;</t></is></c>`,
		"no width":        `<c r="XFD1048576" t="str"><v>&#8203;</v></c>`,
		"shared":          `<c r="XFD1048576" t="s"><v>0</v></c>`,
		"style":           `<c r="XFD1048576" s="1"/>`,
		"shows nothing":   `<c r="XFD1048576" t="str"><f>IF(A1=0,1,"")</f><v></v></c>`,
		"within the form": `<c r="C1048576" t="s"><v>0</v></c><c r="D1048576" s="1"/>`,
	} {
		s := only(t, book(far(cells), member{"xl/sharedStrings.xml", `<sst ` + nsMain + `><si><t xml:space="preserve">  </t></si></sst>`}))
		assert.Equal(t, "A1=1", listing(s), name)
		assert.Len(t, s.Rows, 1, name)
	}
	refused(t, book(far(`<c r="XFD1048576" t="str"><v>.</v></c>`)), "too-complex", "XFD1048576")
	refused(t, book(far(`<c r="XFD1048576"><f>A1</f></c>`)), "too-complex", "XFD1048576")
}

// TestFormattedEmpties: rows and cells that have only a look are read past,
// however many.
func TestFormattedEmpties(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	for i := range 40_000 {
		fmt.Fprintf(&b, `<row r="%d" ht="15"><c s="1"/><c r="SZ%d" s="1"/><c r="XFD%d" s="1" t="str"><v xml:space="preserve"> </v></c></row>`, i+2, i+2, i+2)
	}
	s := only(t, book(sheetXML(b.String())))
	assert.Equal(t, "A1=1", listing(s))
	assert.Len(t, s.Rows, 1)
}
