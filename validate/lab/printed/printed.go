// Package printed prints books as the PDFs that are published: workbooks by LibreOffice,
// web pages by Chromium. Each variant is drawn from how such files are made, and from
// nothing of how they are read here. Nothing is kept: what is printed depends on the
// programs and fonts at hand, which tests ask for and do without where they are not there.
package printed

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/skin"
)

// Printing is a book with the sheet of paper that it goes on.
type Printing struct {
	Name   string // unique, a file's name without its end
	Book   string // a committed book's name; "" for a generated one
	Seed   int64  // of the generated one
	Layout fixture.Layout
	Paper  Paper
	Skin   string // the web page that is printed; "" where the workbook is
	Style  string // of that page
	Look   *Look  // drawn by a painter here; nil where the workbook or its skin is printed
	Report string // a whole report instead of a book: the text of that name and its forms, with a look
}

// Paper is how a workbook is laid on pages.
type Paper struct {
	Size     int  // as spreadsheets number them: 9 is A4, 8 is A3
	Upright  bool // portrait; else landscape
	Unfitted bool // columns may go on on pages of their own, as is the default
	Heads    bool // pages have a header and a footer with their number
	Lineless bool // cells without borders
	Roomy    bool // columns wide enough for every figure
}

// Workbook renders the book of a printing, which is also what its figures are held against.
func (p Printing) Workbook() (*fixture.Workbook, error) {
	if p.Report != "" {
		data, err := os.ReadFile(p.Written("xlsx"))
		return &fixture.Workbook{Bytes: data}, err
	}
	book, err := p.book()
	if err != nil {
		return nil, err
	}
	return fixture.Render(book, p.Layout)
}

func (p Printing) book() (*fixture.Book, error) {
	if p.Book != "" {
		return fixture.LoadBook(p.Book)
	}
	return fixture.Generate(p.Seed, fixture.Options{}), nil
}

// Source is the file that the program prints, and its extension.
func (p Printing) Source() (data []byte, ext string, err error) {
	w, err := p.Workbook()
	if err != nil {
		return nil, "", err
	}
	if p.Look != nil {
		return p.painted(w)
	}
	if p.Skin == "" {
		data, err = p.Paper.onto(w.Bytes)
		return data, "xlsx", err
	}
	b, err := skin.Read(w.Bytes)
	if err != nil {
		return nil, "", err
	}
	for _, s := range skin.All() {
		if s.Name == p.Skin {
			return append([]byte(p.Style), s.Make(b)...), "html", nil
		}
	}
	return nil, "", fmt.Errorf("no skin is called %s", p.Skin)
}

// onto sets the pages of a workbook up.
func (p Paper) onto(data []byte) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size, orientation, fit, once, any := or(p.Size, 9), "landscape", !p.Unfitted, 1, 0
	if p.Upright {
		orientation = "portrait"
	}
	for _, sheet := range f.GetSheetList() {
		if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
			return nil, err
		}
		layout := &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation}
		if fit {
			layout.FitToWidth, layout.FitToHeight = &once, &any
		}
		if err := f.SetPageLayout(sheet, layout); err != nil {
			return nil, err
		}
		if p.Heads {
			if err := f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&C部门决算公开", OddFooter: "&C— &P —"}); err != nil {
				return nil, err
			}
		}
		if p.Roomy {
			for _, col := range strings.Split("ABCDEFGHIJKLMN", "") {
				width, err := f.GetColWidth(sheet, col)
				if err != nil {
					return nil, err
				}
				if err := f.SetColWidth(sheet, col, col, max(width, 14)); err != nil {
					return nil, err
				}
			}
		}
		if p.Lineless {
			if err := unline(f, sheet); err != nil {
				return nil, err
			}
		}
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), err
}

// unline takes the borders of all cells of a sheet away.
func unline(f *excelize.File, sheet string) error {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	bare := map[int]int{}
	for row := range rows {
		for col := range 40 {
			at, err := excelize.CoordinatesToCellName(col+1, row+1)
			if err != nil {
				return err
			}
			id, err := f.GetCellStyle(sheet, at)
			if err != nil {
				return err
			}
			if _, done := bare[id]; !done {
				style, err := f.GetStyle(id)
				if err != nil {
					return err
				}
				style.Border = nil
				if bare[id], err = f.NewStyle(style); err != nil {
					return err
				}
			}
			if err := f.SetCellStyle(sheet, at, at, bare[id]); err != nil {
				return err
			}
		}
	}
	return nil
}

func or(n, other int) int {
	if n == 0 {
		return other
	}
	return n
}
