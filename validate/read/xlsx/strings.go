package xlsx

import (
	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
	"suanqing/validate/read/xmlpack"
)

// sharedStrings reads the table of texts that cells refer to by number. A book
// without the part has no such cells.
func (r *reader) sharedStrings(part string) *document.Refusal {
	const label = "共享文字表"
	if !r.pack.Has(part) {
		return nil
	}
	x, refusal := r.pack.Scan(part, label)
	if refusal != nil {
		return refusal
	}
	for x.Root("sst") {
		for d := x.Depth(); x.Child(d); {
			if x.Name != "si" {
				continue
			}
			if len(r.strings) == maxStrings {
				return refuse.TooComplex("%s超过 %d 条。", label, maxStrings)
			}
			r.strings = append(r.strings, richText(x))
		}
	}
	return x.Err
}

// richText reads an element holding <t>, or runs of <r><t>, to its end. Phonetic
// guides (<rPh>) are no part of the text.
func richText(x *xmlpack.Scanner) string {
	if text, only := x.Only("t"); only {
		return cellText(x, text)
	}
	var j xmlpack.Joiner
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "t":
			j.Add(x.Text())
		case "r":
			for d := x.Depth(); x.Child(d); {
				if x.Name == "t" {
					j.Add(x.Text())
				}
			}
		}
	}
	return cellText(x, j.String())
}

// cellText is the text of a cell out of its XML text.
func cellText(x *xmlpack.Scanner, s string) string {
	if len(s) > maxText {
		x.TooComplex("单元格文字过长")
		return ""
	}
	return document.Content(decodeX(s))
}
