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
	"suanqing/validate/read/refuse"
)

// Document is what the pages of a PDF say, with the places of its cells on the pages.
func Document(pages []Page) (*document.Document, *document.Refusal) {
	if refusal := readable(pages); refusal != nil {
		return nil, refusal
	}
	views := make([]*view, 0, len(pages))
	for i := range pages {
		if i > 0 && pages[i].repeats(&pages[i-1]) {
			continue
		}
		views = append(views, viewOf(&pages[i], i))
	}
	views = joinSides(views)
	blocks, edges := flow(views)
	w := writer{views: views}
	if refusal := w.write(blocks, edges); refusal != nil {
		return nil, refusal
	}
	d := w.book.Document()
	if len(d.Sheets) == 0 {
		return nil, scanned("这个 PDF 里没有文字。")
	}
	for _, s := range d.Sheets {
		s.Written = true
		sortSpots(s)
	}
	d.NameSheets()
	return d, nil
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
		return TooManyPages()
	}
	return nil
}

func scanned(what string) *document.Refusal {
	return refuse.As("pdf-scan", what, "请拖入由 Word、WPS 或 Excel 导出的 PDF，或者拖入 .xlsx 原表。")
}
