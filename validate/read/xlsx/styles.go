package xlsx

import (
	"strconv"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// styleSheet reads the number format of every cell style. A book without the
// part shows everything as General.
func (r *reader) styleSheet(part string) *document.Refusal {
	const label = "样式表"
	if !r.pack.Has(part) {
		return nil
	}
	x, refusal := r.pack.Scan(part, label)
	if refusal != nil {
		return refusal
	}
	codes := map[string]string{} // custom codes by id
	formats := map[string]*document.Format{}
	count := 0
	for x.Root("styleSheet") {
		for d := x.Depth(); x.Child(d); {
			list := x.Name
			if list != "numFmts" && list != "cellXfs" {
				continue
			}
			for d := x.Depth(); x.Child(d); {
				if count++; count > maxStyles {
					return refuse.TooComplex("%s超过 %d 条。", label, maxStyles)
				}
				id := x.Attr("numFmtId")
				if list == "numFmts" {
					codes[id] = x.Attr("formatCode")
					continue
				}
				format := formats[id]
				if format == nil {
					code, custom := codes[id]
					if !custom {
						code = builtinCode(id)
					}
					format = document.NewFormat(code, r.date04)
					formats[id] = format
				}
				r.styles = append(r.styles, format)
			}
		}
	}
	return x.Err
}

// format is the format of a cell style given by its number; "" is the default.
func (r *reader) format(style string) *document.Format {
	if style == "" {
		style = "0"
	}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(r.styles) {
		return r.styles[i]
	}
	return r.general
}

// builtinCode is the code of a format that the file names by number only.
func builtinCode(id string) string {
	n, err := strconv.Atoi(id)
	if err != nil {
		n = 0
	}
	return document.BuiltinCode(n)
}
