// Package pdf reads published reports from the pages of a PDF as an engine gives them:
// characters with their places, and rulings. What it makes of them is the same on every
// platform, whichever engine reads the file.
//
// A table becomes a sheet, over all the pages that it goes on on, with the lines directly
// above it and the notes below, as a text of Word does; the paragraphs between two tables
// are a sheet, each a row of one cell, whole over lines and pages. Cells are those that
// rulings make, or where there are none, columns of text that stand apart. Text is kept
// where it stands: what may be of more than one cell is made no figure, and never moved
// to where it fits.
package pdf

import (
	"suanqing/validate/document"
	"suanqing/validate/internal/say"
	"suanqing/validate/read/refuse"
)

// Document is what the pages of a PDF say.
func Document(pages []Page) (*document.Document, *document.Refusal) {
	r, refusal := Read(pages)
	if refusal != nil {
		return nil, refusal
	}
	return r.Document, nil
}

// Read is Document with the places of its cells on the pages.
func Read(pages []Page) (*Reading, *document.Refusal) {
	if refusal := readable(pages); refusal != nil {
		return nil, refusal
	}
	views := make([]*view, len(pages))
	for i := range pages {
		views[i] = viewOf(&pages[i], i)
	}
	blocks, edges := flow(joinSides(views))
	w := writer{reading: &Reading{}, places: map[placeKey]Spot{}}
	if refusal := w.write(blocks, edges); refusal != nil {
		return nil, refusal
	}
	w.reading.Document = w.book.Document()
	for _, s := range w.reading.Document.Sheets {
		s.Written = true
	}
	w.reading.places = w.places
	if len(w.reading.Document.Sheets) == 0 {
		return nil, scanned("这个 PDF 里没有文字。")
	}
	return w.reading, nil
}

const fewChars = 20 // a page: a scan may have a number or a stamp that is text

// readable refuses what has no text to read.
func readable(pages []Page) *document.Refusal {
	chars, unread, pictures := 0, 0, 0
	for i := range pages {
		chars += len(pages[i].Chars)
		pictures += pages[i].Images
		for _, c := range pages[i].Chars {
			if c.Rune == 0 || c.Rune == unknown || c.Rune >= 0xE000 && c.Rune < 0xF900 {
				unread++
			}
		}
	}
	switch {
	case chars < fewChars*len(pages) && chars < 20*fewChars && pictures > 0:
		return scanned("这个 PDF 是扫描的图片，里面没有文字。")
	case chars == 0:
		return scanned("这个 PDF 里没有文字，可能是扫描的图片，或者文字已转成图形。")
	case unread > chars/2:
		return refuse.As("pdf-text", "这个 PDF 的文字用的字体没有写明是什么字，读不出来。", "请用 WPS 或 Word 重新导出 PDF，或者拖入 .xlsx 原表。")
	case len(pages) > MaxPages:
		return refuse.As("too-complex", say.Text("这个 PDF 超过 %d 页。", MaxPages), Trim)
	}
	return nil
}

func scanned(what string) *document.Refusal {
	return refuse.As("pdf-scan", what, "请拖入由 Word、WPS 或 Excel 导出的 PDF，或者拖入 .xlsx 原表。")
}

// Reading is a document with where each of its cells stands on the pages.
type Reading struct {
	Document *document.Document

	places map[placeKey]Spot
}

// Spot is a box on a page: the page counts from 0, the box is in points from the top left
// corner of the page as its text stands upright.
type Spot struct {
	Page int
	Box  Box
}

type placeKey struct{ sheet, row, col int }

// Spot is where a cell stands; false for one without text.
func (r *Reading) Spot(sheet, row, col int) (Spot, bool) {
	s, ok := r.places[placeKey{sheet, row, col}]
	return s, ok
}
