package docx

import (
	"strconv"
	"strings"

	"suanqing/validate/read/xmlpack"
)

// inline reads what the element just entered has of a paragraph.
func (f *flow) inline() {
	for d := f.x.Depth(); f.x.Child(d); {
		f.inlineElement()
	}
}

// inlineElement reads one element of a paragraph. What is deleted, or was moved
// elsewhere, is not read.
func (f *flow) inlineElement() {
	switch x := f.x; x.Name {
	case "r":
		f.run()
	case "hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "dir", "bdo", "sdt", "sdtContent", "rubyBase":
		f.inline()
	case "AlternateContent":
		alternate(x, f.inline)
	case "oMath", "oMathPara":
		f.formula()
	case "subDoc":
		x.Fail("含有子文档")
	}
}

// formula reads the signs of a formula, in their order.
func (f *flow) formula() {
	for d := f.x.Depth(); f.x.Child(d); {
		if f.x.Name == "t" {
			from := f.x.Offset()
			f.write(f.x.Text(), from)
		} else {
			f.formula()
		}
	}
}

// run reads a run of text.
func (f *flow) run() {
	x := f.x
	hidden := false
	write := func(s string, from int) {
		if !hidden {
			f.write(s, from)
		}
	}
	var child func()
	child = func() {
		from := x.Offset()
		switch x.Name {
		case "rPr":
			hidden = f.vanishes(x)
		case "t":
			write(x.Text(), from)
		case "tab", "ptab":
			write("\t", from)
		case "br", "cr":
			write("\n", from)
		case "noBreakHyphen":
			write("-", from)
		case "sym":
			write(symbol(attr(x, "char")), from)
		case "footnoteReference", "endnoteReference":
			f.source.refers(x, strings.TrimSuffix(x.Name, "Reference"))
		case "fldChar":
			f.field(attr(x, "fldCharType"))
		case "ruby": // signs with others above them
			for d := x.Depth(); x.Child(d); {
				if x.Name == "rubyBase" {
					f.inline()
				}
			}
		case "drawing", "pict", "object":
			f.drawing(hidden)
		case "AlternateContent":
			alternate(x, func() {
				for d := x.Depth(); x.Child(d); {
					child()
				}
			})
		}
	}
	for d := x.Depth(); x.Child(d); {
		child()
	}
}

// vanishes says whether the properties of a run hide it.
func (f *flow) vanishes(x *xmlpack.Scanner) bool {
	hidden := false
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "rStyle":
			hidden = hidden || f.styles.vanishes(attr(x, "val"))
		case "vanish":
			hidden = on(x)
		}
	}
	return hidden
}

// write adds text to the paragraph, which the element that begins there has, unless it
// is of a field's code.
func (f *flow) write(s string, from int) {
	if f.codes != 0 {
		return
	}
	if f.source != nil && f.x == f.source.x && s != "" {
		f.pieces = append(f.pieces, Piece{At: len(f.text), Length: len(s), From: from})
	}
	f.text = append(f.text, s...)
}

// field opens a field, comes to what it shows, or closes it.
func (f *flow) field(kind string) {
	last := len(f.fields) - 1
	switch {
	case kind == "begin":
		if len(f.fields) == maxFields {
			f.x.TooComplex("域嵌套过深")
			return
		}
		f.fields = append(f.fields, true)
		f.codes++
	case last < 0:
	case kind == "separate" || kind == "end":
		if f.fields[last] {
			f.codes--
		}
		if f.fields[last] = false; kind == "end" {
			f.fields = f.fields[:last]
		}
	}
}

// drawing finds the boxes with text in a drawing.
func (f *flow) drawing(hidden bool) {
	x := f.x
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "txbxContent":
			if inside := f.sub(x); !hidden {
				f.boxes = append(f.boxes, inside...)
			}
		case "AlternateContent":
			alternate(x, func() { f.drawing(hidden) })
		default:
			f.drawing(hidden)
		}
	}
}

// symbols are signs of the fonts Wingdings and Symbol that reports have, which are no
// characters: ticks, boxes and signs of comparison.
var symbols = map[rune]string{
	0xF0FC: "√", 0xF0FE: "☑", 0xF052: "☑", 0xF050: "√", 0xF0A8: "□", 0xF06F: "□", 0xF071: "□", 0xF0A3: "□", 0xF06E: "■",
	0xF06C: "●", 0xF0B3: "≥", 0xF0B4: "×", 0xF0B1: "±", 0xF0B9: "≠", 0xF0FB: "×",
}

// symbol is the sign of a hexadecimal code; U+FFFD where only its font knows it.
func symbol(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 16)
	switch r := rune(n); {
	case err != nil || r < ' ':
		return ""
	case symbols[r] != "":
		return symbols[r]
	case r >= 0xD800 && r < 0xF900: // half characters and private ones
		return "\uFFFD"
	default:
		return string(r)
	}
}
