package docx

import (
	"strings"

	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
	"suanqing/validate/read/xmlpack"
)

// block is a paragraph or a table.
type block struct {
	text    string
	table   *table
	heading bool    // is one of the outline
	pieces  []Piece // of the text, where they are asked for
	spot    *Spot   // of one of another part, what leads to it, where that is asked for
}

// Shown is the text of a block, that of a table row by row.
func (b block) Shown() string {
	if b.table == nil {
		return b.text
	}
	var lines []string
	for i := range b.table.rows {
		var cells []string
		for k := range b.table.rows[i].cells {
			cells = append(cells, b.table.rows[i].cells[k].text())
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return strings.Join(lines, "\n")
}

// flow is what stands one under another: of a body, a cell, a box, a note.
type flow struct {
	*reader
	x      *xmlpack.Scanner
	blocks []block

	text   []byte  // of the paragraph being read
	pieces []Piece // of that, where they are asked for
	boxes  []block // what boxes that are anchored in it hold
	fields []bool  // that are open, whether what comes is their code and not what they show
	codes  int     // how many are
}

// sub reads the element just entered as a flow of its own.
func (r *reader) sub(x *xmlpack.Scanner) []block {
	f := flow{reader: r, x: x}
	f.read()
	return f.end()
}

// end gives what was read.
func (f *flow) end() []block {
	f.paragraphEnds(block{})
	return f.blocks
}

// read reads the blocks of the element just entered.
func (f *flow) read() {
	for d := f.x.Depth(); f.x.Child(d); {
		f.element()
	}
}

// element reads one element that holds blocks or is one.
func (f *flow) element() {
	switch x := f.x; x.Name {
	case "p":
		f.paragraph()
	case "tbl":
		f.paragraphEnds(block{})
		if t := f.readTable(x); len(t.rows) > 0 {
			f.blocks = append(f.blocks, block{table: t})
		}
	case "sdt", "sdtContent", "customXml", "ins", "moveTo":
		f.read()
	case "AlternateContent":
		alternate(x, f.read)
	case "sectPr":
		f.source.section(x)
	case "altChunk", "subDoc":
		if x.Err == nil {
			x.Fail("")
			x.Err = refuse.As("word", "这份 Word 文档里嵌着另一份文件的内容，没有合并进来，无法直接读取。", resave)
		}
	}
}

// alternate reads the first of several ways of saying the same.
func alternate(x *xmlpack.Scanner, read func()) {
	taken := false
	for d := x.Depth(); x.Child(d); {
		if !taken && (x.Name == "Choice" || x.Name == "Fallback") {
			taken = true
			read()
		}
	}
}

// paragraph reads a paragraph. One whose mark is deleted goes on with the next.
func (f *flow) paragraph() {
	x := f.x
	f.source.paragraph(x)
	var p properties
	styled := false
	for d := x.Depth(); x.Child(d); {
		if x.Name == "pPr" && !styled {
			styled = true
			p = f.properties(x)
			continue
		}
		f.inlineElement()
	}
	// What a field shows may go on in further paragraphs, its code does not.
	for i := range f.fields {
		f.fields[i] = false
	}
	f.codes = 0
	if p.joined {
		return
	}
	label := f.label(&p)
	if label != "" {
		f.text = append([]byte(label), f.text...)
		shift(f.pieces, len(label))
	}
	f.paragraphEnds(block{heading: p.heading})
}

// paragraphEnds keeps the paragraph that was read, if it shows anything, and what is in
// its boxes.
func (f *flow) paragraphEnds(b block) {
	text := strings.TrimLeft(string(f.text), "\n")
	shift(f.pieces, len(text)-len(f.text))
	b.text, b.pieces = strings.TrimRight(text, "\n"), f.pieces
	f.text, f.pieces = f.text[:0], nil
	if f.count.blocks++; f.count.blocks > maxBlocks {
		f.x.TooComplex("段落和表格的行超过 300000 个")
	}
	if f.count.texts += len(b.text); f.count.texts > maxTexts {
		f.x.TooComplex("文字过多")
	}
	if f.x.Err != nil {
		return
	}
	if grid.TrimBlanks(b.text) != "" {
		f.blocks = append(f.blocks, b)
	}
	f.blocks = append(f.blocks, f.boxes...)
	f.boxes = nil
}

// attr is the value of an attribute of the element just entered, whatever prefix its
// name has; "" when absent.
func attr(x *xmlpack.Scanner, local string) string {
	for _, a := range x.Attrs {
		if name := a.Name[strings.LastIndexByte(a.Name, ':')+1:]; name == local && !strings.HasPrefix(a.Name, "xmlns") {
			return x.Attr(a.Name)
		}
	}
	return ""
}

// on says whether a property that is there is set.
func on(x *xmlpack.Scanner) bool {
	switch attr(x, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// natural is the whole number of an attribute, no more than so many; ok is false where
// it has none.
func natural(s string, most int) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = min(n*10+int(s[i]-'0'), most)
	}
	return n, s != ""
}
