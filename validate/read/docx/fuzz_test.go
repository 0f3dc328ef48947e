package docx

import (
	"archive/zip"
	"bytes"
	"testing"

	"suanqing/validate/lab/twin"
)

// packed is a package with these members.
func packed(members ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i+1 < len(members); i += 2 {
		w, err := z.Create(members[i])
		if err == nil {
			_, err = w.Write([]byte(members[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

const relations = `<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/numbering" Target="numbering.xml"/>` +
	`<Relationship Id="c" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="d" Type="x/header" Target="header1.xml"/><Relationship Id="e" Type="x/header" Target="http://127.0.0.1:9/h.xml" TargetMode="External"/></Relationships>`

// written is a text with that body, styles and lists.
func written(body, styles, lists string) []byte {
	return packed("word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`, "word/_rels/document.xml.rels", relations,
		"word/styles.xml", "<w:styles>"+styles+"</w:styles>", "word/numbering.xml", "<w:numbering>"+lists+"</w:numbering>",
		"word/footnotes.xml", `<w:footnotes><w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>含上年结转。</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr><w:p><w:r><w:t>某局决算</w:t></w:r></w:p></w:hdr>`)
}

// FuzzOpen: whatever the parts hold, the text is refused in two sentences, or is sound.
func FuzzOpen(f *testing.F) {
	f.Add(paragraph(`<w:pStyle w:val="1"/>`, "收支总表")+grid3(cells("1", "2.50", "x")+cells("", "9", "y")), heading, chineseList)
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t><w:fldChar w:fldCharType="separate"/><w:t>b</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "", "")
	f.Add(`<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="3"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="99"/><w:vMerge w:val="restart"/></w:tcPr><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>`, "", "")
	f.Add(`<w:p><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:sym w:char="F0FC"/><w:drawing><txbxContent><w:p><w:r><w:t>z</w:t></w:r></w:p></txbxContent></w:drawing></w:r></w:p>`, `<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`, `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	f.Fuzz(func(t *testing.T, body, styles, lists string) {
		twin.Sound(t, written(body, styles, lists), Open)
	})
}
