package read

import (
	"bytes"
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// Part is one file of several that make one book, such as a form a file.
type Part struct {
	Name string // of the file, with its ending; folders before it count for nothing
	Data []byte
}

// Every cap on a set; what one of its files may have, its reader says.
const (
	maxParts  = 200
	maxSheets = 1_000
	maxCells  = 1_000_000 // with content
)

// OpenSet reads several files as one document. Each sheet is named by its file, with
// the sheet's own name behind it where the file has several. The error is a
// *document.Refusal, which names the file that cannot be read.
func (rs Readers) OpenSet(parts []Part) (*document.Document, error) {
	size := 0
	for _, p := range parts {
		size += len(p.Data)
	}
	switch {
	case len(parts) == 0:
		return nil, refuse.As("empty", "没有文件。", refuse.Pick)
	case len(parts) > maxParts:
		return nil, refuse.TooComplex("一起检查的文件超过 %d 个。", maxParts)
	case size > maxFile:
		return nil, refuse.TooLarge("一起检查的文件过大，共超过 %d MB。", maxFile>>20)
	}
	var joined document.Document
	cells := 0
	for _, p := range Sorted(parts) {
		d, err := rs.openPart(p.Data)
		if refusal, ok := err.(*document.Refusal); ok {
			return nil, refuse.As(refusal.Code, "“"+stem(p.Name)+"”："+refusal.Message, refusal.Hint)
		}
		if err != nil {
			return nil, err
		}
		for _, s := range d.Sheets {
			if len(d.Sheets) == 1 {
				s.Name = stem(p.Name)
			} else {
				s.Name = stem(p.Name) + " " + s.Name
			}
			for _, r := range s.Rows {
				cells += len(r.Cells)
			}
		}
		joined.Sheets = append(joined.Sheets, d.Sheets...)
		if len(joined.Sheets) > maxSheets || cells > maxCells {
			return nil, refuse.TooComplex("一起检查的文件内容过多，工作表或有内容的单元格超出上限。")
		}
	}
	joined.NameSheets()
	return &joined, nil
}

// OpenWith reads a book with the documents that belong to it, such as its written half,
// as one document: the book's sheets first. The others' sheets say whose they are. The
// error is a *document.Refusal, which names a document beside the book.
func (rs Readers) OpenWith(book []byte, beside []Part) (*document.Document, error) {
	d, err := rs.Open(book)
	if err != nil {
		return nil, err
	}
	return rs.join(d, len(book), beside)
}

// OpenSetWith is OpenWith for a book of several files, as OpenSet reads them.
func (rs Readers) OpenSetWith(parts, beside []Part) (*document.Document, error) {
	d, err := rs.OpenSet(parts)
	if err != nil {
		return nil, err
	}
	size := 0
	for _, p := range parts {
		size += len(p.Data)
	}
	return rs.join(d, size, beside)
}

// join reads what stands beside a book of so many bytes.
func (rs Readers) join(d *document.Document, size int, beside []Part) (*document.Document, error) {
	if len(beside) == 0 {
		return d, nil
	}
	for _, p := range beside {
		size += len(p.Data)
	}
	switch {
	case len(beside) > maxParts:
		return nil, refuse.TooComplex("一起检查的文件超过 %d 个。", maxParts)
	case size > maxFile:
		return nil, refuse.TooLarge("一起检查的文件过大，共超过 %d MB。", maxFile>>20)
	}
	joined := &document.Document{Sheets: d.Sheets}
	for _, p := range beside {
		d, err := rs.openPart(p.Data)
		if refusal, ok := err.(*document.Refusal); ok {
			return nil, refuse.As(refusal.Code, "“"+Base(p.Name)+"”："+refusal.Message, refusal.Hint)
		}
		if err != nil {
			return nil, err
		}
		for _, s := range d.Sheets {
			s.File = Base(p.Name)
		}
		joined.Sheets = append(joined.Sheets, d.Sheets...)
		if len(joined.Sheets) > maxSheets {
			return nil, refuse.TooComplex("一起检查的文件内容过多，工作表超过 %d 张。", maxSheets)
		}
	}
	joined.NameSheets()
	return joined, nil
}

// openPart is Open for one file of a set. A cover or a list of contents is a text
// without columns, which would be no table by itself: it is a column of lines.
func (rs Readers) openPart(data []byte) (*document.Document, error) {
	d, err := rs.Open(data)
	if refusal, ok := err.(*document.Refusal); ok && refusal.Code == string(CSV) && rs[Lines] != nil {
		return rs[Lines](data)
	}
	return d, err
}

// Sorted is the files in the order of their names, numbers in them by their value,
// in whatever order they come.
func Sorted(parts []Part) []Part {
	return slices.SortedFunc(slices.Values(parts), func(a, b Part) int {
		if n := compareNatural(Base(a.Name), Base(b.Name)); n != 0 {
			return n
		}
		return bytes.Compare(a.Data, b.Data)
	})
}

// Base is a file's name without folders.
func Base(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }

// stem is Base without the ending.
func stem(name string) string {
	name = Base(name)
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		return name[:dot]
	}
	return name
}

// compareNatural orders texts with numbers in them: 表2 is before 表10.
func compareNatural(a, b string) int {
	first := strings.Compare(a, b)
	for a != "" && b != "" {
		x, y := digits(a), digits(b)
		if x == 0 || y == 0 {
			if a[0] != b[0] {
				return int(a[0]) - int(b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		m, n := strings.TrimLeft(a[:x], "0"), strings.TrimLeft(b[:y], "0")
		if len(m) != len(n) {
			return len(m) - len(n)
		}
		if c := strings.Compare(m, n); c != 0 {
			return c
		}
		a, b = a[x:], b[y:]
	}
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return first // they differ only in zeros before numbers
}

// digits is how many digits a text begins with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
