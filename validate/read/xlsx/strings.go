package xlsx

import (
	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// sharedStrings reads the table of texts that cells refer to by number. A book
// without the part has no such cells.
func (r *reader) sharedStrings(part string) *document.Refusal {
	const label = "共享文字表"
	if !r.pack.has(part) {
		return nil
	}
	x, refusal := r.pack.scan(part, label)
	if refusal != nil {
		return refusal
	}
	for x.root("sst") {
		for d := x.depth(); x.child(d); {
			if x.name != "si" {
				continue
			}
			if len(r.strings) == maxStrings {
				return refuse.TooComplex("%s超过 %d 条。", label, maxStrings)
			}
			r.strings = append(r.strings, x.richText())
		}
	}
	return x.err
}

// richText reads an element holding <t>, or runs of <r><t>, to its end. Phonetic
// guides (<rPh>) are no part of the text.
func (x *scanner) richText() string {
	var j joiner
	for d := x.depth(); x.child(d); {
		switch x.name {
		case "t":
			j.add(x.text())
		case "r":
			for d := x.depth(); x.child(d); {
				if x.name == "t" {
					j.add(x.text())
				}
			}
		}
	}
	return x.cellText(j.String())
}

// cellText is the text of a cell out of its XML text.
func (x *scanner) cellText(s string) string {
	if len(s) > maxText {
		x.tooComplex("单元格文字过长")
		return ""
	}
	return document.Content(decodeX(s))
}

// joiner joins pieces of text. One piece, the usual case, is not copied.
type joiner struct {
	one  string
	more []byte
}

func (j *joiner) add(s string) {
	switch {
	case j.more != nil:
		j.more = append(j.more, s...)
	case j.one == "":
		j.one = s
	case s != "":
		j.more = append(append(j.more, j.one...), s...)
	}
}

func (j *joiner) String() string {
	if j.more != nil {
		return string(j.more)
	}
	return j.one
}
