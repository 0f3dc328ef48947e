package xls

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate/document"
)

// Workbooks of Excel 5 and 95 (BIFF5) have the records of later ones, with texts in
// bytes of the writer's code page, no table of shared texts, references of three
// bytes, and no merged cells: a text is centred across the cells beside it. What of
// a record differs is in this file.

// Versions, as the BOF record of a substream says.
const (
	versionBIFF5 = 0x0500
	versionBIFF8 = 0x0600

	versionUnsaid = 0 // of BIFF5, written by other programs
)

// pageUTF8 is a code page that no Excel wrote, but other programs did.
const pageUTF8 = 65001

// text reads a text that begins with its length in two bytes, as most do.
func (b *book) text(r *reader) string {
	if b.biff5 {
		return b.decodeText(r.bytes(r.u16()))
	}
	return r.text()
}

// shortText reads a text that begins with its length in one byte.
func (b *book) shortText(r *reader) string {
	if b.biff5 {
		return b.decodeText(r.bytes(r.u8()))
	}
	return r.shortText()
}

// code reads a number format's code.
func (b *book) code(r *reader) string {
	if b.biff5 {
		return b.shortText(r)
	}
	return r.text()
}

// bytes is the next n bytes, over CONTINUE records, which repeat nothing here.
func (r *reader) bytes(n int) []byte {
	if n <= len(r.part) {
		b := r.part[:n]
		r.part = r.part[n:]
		return b
	}
	var all []byte
	for len(all) < n && !r.empty() {
		take := min(n-len(all), len(r.part))
		all = append(all, r.part[:take]...)
		r.part = r.part[take:]
	}
	r.bad = r.bad || len(all) < n
	return all
}

// decodeText is a text of the writer's code page. Programs that write a Chinese text
// often declare the code page of English, or none: bytes that can be GBK are.
func (b *book) decodeText(text []byte) string {
	ascii := !slices.ContainsFunc(text, func(c byte) bool { return c >= utf8.RuneSelf })
	if ascii || b.page == pageUTF8 && utf8.Valid(text) {
		return string(text)
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(text)
	if err == nil && (b.page == 936 || !slices.Contains([]rune(string(decoded)), utf8.RuneError)) {
		return string(decoded)
	}
	latin := make([]rune, len(text))
	for i, c := range text {
		latin[i] = rune(c)
	}
	return string(latin)
}

// location reads the row and the column of a reference, each with what is relative
// in its two upper bits as later formats have it in the column.
func (d *decoder) location() (row, col int) {
	row, col = d.tokens.u16(), 0
	if !d.biff5 {
		return row, d.tokens.u16()
	}
	col = d.tokens.u8()
	return row & d.lastRow(), col | row&^d.lastRow()
}

// lastRow is the last row there is, all bits set.
func (b *book) lastRow() int {
	if b.biff5 {
		return 1<<14 - 1
	}
	return 1<<16 - 1
}

// sheetOf reads which sheet a reference of a formula is to.
func (d *decoder) sheetOf() (name string, ok bool) {
	if !d.biff5 {
		return d.sheetName(d.tokens.u16())
	}
	const external = 1 << 15 // not set where the reference is to another workbook
	link := d.tokens.u16()
	d.tokens.skip(8)
	first, last := d.tokens.u16(), d.tokens.u16()
	if link&external == 0 || first != last || first >= len(d.sheets) {
		return "", false
	}
	return d.sheets[first].name, true
}

// blanks reads a run of cells that have only a style. Those centred across them
// what stands at their left are kept, for mergeAcross.
func (s *sheetReader) blanks(kind uint16, r *reader) *document.Refusal {
	c, last := s.place(r), 0
	if kind == recMulBlank {
		last = 2 // bytes of the last column
	}
	for ; len(r.part) >= 2+last; c.Col++ {
		if s.isAcross(r.u16()) {
			s.across = append(s.across, at{c.Row, c.Col})
		}
		if len(s.across) > maxCells {
			return s.tooComplex("内容过多，空单元格超出上限")
		}
	}
	return nil
}

// isAcross tells whether the cells of an XF are centred across.
func (b *book) isAcross(xf int) bool { return xf < len(b.spread) && b.spread[xf] }

// mergeAcross makes merges of cells whose content is centred across the empty cells
// at their right.
func (s *sheetReader) mergeAcross() *document.Refusal {
	order := func(a, b at) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	}
	slices.SortFunc(s.across, order)
	slices.SortFunc(s.heads, order)
	for _, head := range slices.Compact(s.heads) {
		i, _ := slices.BinarySearchFunc(s.across, at{head.row, head.col + 1}, order)
		last := head.col
		for i < len(s.across) && s.across[i] == (at{head.row, last + 1}) {
			last++
			i++
		}
		if last == head.col {
			continue
		}
		if s.merges++; s.merges > maxMerges {
			return s.tooComplex("合并单元格过多")
		}
		s.sheet.Merges = append(s.sheet.Merges, document.Range{Row0: head.row, Col0: head.col, Row1: head.row, Col1: last})
	}
	return nil
}
