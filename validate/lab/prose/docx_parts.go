package prose

import (
	"fmt"
	"strings"
)

// The parts of a document besides its text.

func (w *docx) types() string {
	const main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var out strings.Builder
	out.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"numbering", "numbering"}, {"footnotes", "footnotes"}, {"header1", "header"}, {"footer1", "footer"}} {
		fmt.Fprintf(&out, `<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, p[0], main, p[1])
	}
	return out.String() + `</Types>`
}

// relations lists relations of a kind to a target.
func relations(of ...[2]string) string {
	var out strings.Builder
	out.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, r := range of {
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i+1, r[0], r[1])
	}
	return out.String() + `</Relationships>`
}

// stylesPart has heading styles under the ids 1 to 3, as Chinese Word writes them.
var stylesPart = declaration + `<w:styles ` + spaces + `><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
	headingStyle(1) + headingStyle(2) + headingStyle(3) + `</w:styles>`

func headingStyle(n int) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%d"><w:name w:val="heading %d"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`, n, n, n-1)
}

// numberingPart has one list of 一、 二、 … and a count of its own for each part of the text.
func (w *docx) numberingPart() string {
	var out strings.Builder
	out.WriteString(declaration + `<w:numbering ` + spaces + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>`)
	for i := range w.lists + 1 {
		fmt.Fprintf(&out, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i+1)
	}
	return out.String() + `</w:numbering>`
}

// footnoteText is the footnote of a document that has one: no figure of the accounts.
const footnoteText = "尾数差异在0.01万元以内的，系四舍五入所致。"

var footnotesPart = declaration + `<w:footnotes ` + spaces + `><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>` +
	`<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>` + run(footnoteText) + `</w:p></w:footnote></w:footnotes>`
