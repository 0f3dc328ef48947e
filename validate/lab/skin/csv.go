package skin

import (
	"fmt"
	"strings"
)

// csvStyle is one way of writing a sheet as separated text. The zero style is
// Excel's: commas, CRLF, a final one too, quotes where needed, every column of every row.
type csvStyle struct {
	charset string
	comma   string // "" for ,
	newline string // "" for CRLF
	first   string // a line before all others: sep=,
	quoted  bool   // every cell in quotes
	plain   bool   // numbers as stored, without separators
	trick   string // around a text of digits, so that Excel keeps it: =%q, or a tab behind it
	trimmed bool   // no separators at the end of a row
	open    bool   // no new line at the end
}

// separated are the ways, for a file and for a set of files.
var separated = []struct {
	name, ext string
	csvStyle
}{
	{"csv-excel-gbk", "csv", csvStyle{charset: "gbk"}},
	{"csv-excel-utf8", "csv", csvStyle{charset: "utf-8-bom"}},
	{"csv-utf8-no-mark", "csv", csvStyle{newline: "\n"}},
	{"csv-gb18030", "csv", csvStyle{charset: "gb18030", newline: "\n"}},
	{"csv-unicode-text", "txt", csvStyle{charset: "utf-16le", comma: "\t"}},
	{"csv-utf16be", "csv", csvStyle{charset: "utf-16be"}},
	{"csv-tab", "tsv", csvStyle{comma: "\t", newline: "\n"}},
	{"csv-tab-named-xls", "xls", csvStyle{charset: "gbk", comma: "\t"}},
	{"csv-semicolon", "csv", csvStyle{comma: ";"}},
	{"csv-sep-line", "csv", csvStyle{charset: "utf-8-bom", comma: ";", first: "sep=;"}},
	{"csv-old-mac", "csv", csvStyle{newline: "\r"}},
	{"csv-all-quoted", "csv", csvStyle{quoted: true, newline: "\n"}},
	{"csv-all-quoted-gbk", "csv", csvStyle{charset: "gbk", quoted: true}},
	{"csv-plain-numbers", "csv", csvStyle{plain: true}},
	{"csv-formula-trick", "csv", csvStyle{charset: "gbk", trick: `="%s"`}},
	{"csv-formula-trick-quoted", "csv", csvStyle{charset: "gbk", trick: `="%s"`, quoted: true}},
	{"csv-tab-trick", "csv", csvStyle{charset: "gbk", trick: "%s\t"}},
	{"csv-trimmed", "csv", csvStyle{trimmed: true, newline: "\n"}},
	{"csv-no-last-line", "csv", csvStyle{open: true}},
}

// sheets are the ways to write a book of one sheet, sets those to write one of several.
var sheets, sets = func() (one []Skin, several []Set) {
	for _, v := range separated {
		style := v.csvStyle
		one = append(one, Skin{Name: v.name, Kind: CSV, Ext: v.ext, OneSheet: true,
			Make: func(b *Book) []byte { return style.bytes(b.Sheets[0]) }})
		several = append(several, Set{Name: v.name, Kind: CSV, Make: func(b *Book) []Part {
			var parts []Part
			for _, s := range b.Sheets {
				parts = append(parts, Part{Name: s.Name + "." + v.ext, Data: style.bytes(s)})
			}
			return parts
		}})
	}
	return one, several
}()

func (c *csvStyle) bytes(s *Sheet) []byte {
	comma, newline := or(c.comma, ","), or(c.newline, "\r\n")
	var lines []string
	if c.first != "" {
		lines = append(lines, c.first)
	}
	for row := range s.Rows {
		fields := make([]string, s.Cols)
		for _, b := range s.Boxes(row) {
			fields[b.Col] = c.field(&b, comma)
		}
		for c.trimmed && len(fields) > 0 && (fields[len(fields)-1] == "" || fields[len(fields)-1] == `""`) {
			fields = fields[:len(fields)-1]
		}
		lines = append(lines, strings.Join(fields, comma))
	}
	text := strings.Join(lines, newline)
	if !c.open {
		text += newline
	}
	return encode(c.charset, text)
}

func (c *csvStyle) field(b *Box, comma string) string {
	value := b.Shown
	if c.plain && b.Number != "" {
		value = strings.ReplaceAll(value, ",", "")
	}
	if c.trick != "" && isDigits(b.Shown) && len(b.Shown) >= 3 {
		value = fmt.Sprintf(c.trick, b.Shown)
		if !c.quoted {
			return value
		}
	}
	if c.quoted || strings.ContainsAny(value, "\"\r\n"+comma) {
		return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
	}
	return value
}
