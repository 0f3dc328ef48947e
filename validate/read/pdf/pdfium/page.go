package pdfium

import (
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"suanqing/validate/document"
	"suanqing/validate/read/pdf"
)

// budget is what the pages still to come may have.
type budget struct{ chars, rulings, objects, segments int }

// reader reads one page.
type reader struct {
	in   pdfium.Pdfium
	page *pdf.Page
	left *budget
	ref  requests.Page
	odd  bool // some text on the page may not be seen
}

func (r *reader) read(d references.FPDF_DOCUMENT, index int) *document.Refusal {
	loaded, err := r.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d, Index: index})
	if err != nil {
		return pdf.DamagedPage(index)
	}
	defer r.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	r.ref = requests.Page{ByReference: &loaded.Page}
	if box, err := r.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: r.ref}); err == nil {
		r.page.Box = boxOf(box.Rect)
	}
	if turned, err := r.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: r.ref}); err == nil {
		r.page.Rotation = int(turned.PageRotation) & 3
	}
	if !r.objects() || !r.chars() {
		return pdf.TooMuch(index)
	}
	return nil
}

// chars reads the characters; false where they are too many.
func (r *reader) chars() bool {
	text, err := r.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: r.ref})
	if err != nil {
		return true
	}
	defer r.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := r.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return true
	}
	if r.left.chars -= count.Count; r.left.chars < 0 {
		return false
	}
	var last pdf.Char
	for i := range count.Count {
		code, err := r.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil || pdf.Blank(rune(code.Unicode)) {
			continue
		}
		box, err := r.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		origin, err := r.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue
		}
		if r.odd {
			if of, err := r.in.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: text.TextPage, Index: i}); err == nil {
				switch r.shown(of.TextObject) {
				case unseen:
					continue
				case white:
					code.Unicode = uint(pdf.Faint(rune(code.Unicode)))
				}
			}
		}
		c := pdf.Char{Rune: rune(code.Unicode), Box: boxOf(box.Rect), X: float32(origin.X), Y: float32(origin.Y)}
		if c.Y == last.Y {
			c.Turn = last.Turn // one line, one turn: most of the questions need no asking
		} else if turn, err := r.in.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text.TextPage, Index: i}); err == nil {
			c.Turn = turn.CharAngle
		}
		r.page.Chars = append(r.page.Chars, c)
		last = c
	}
	return true
}

// objects reads the rulings and counts the pictures; false where there is too much.
func (r *reader) objects() bool {
	count, err := r.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: r.ref})
	if err != nil {
		return true
	}
	for i := range count.Count {
		if o, err := r.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: r.ref, Index: i}); err == nil && !r.object(o.PageObject, pdf.Upright, 0) {
			return false
		}
	}
	return true
}

func (r *reader) object(o references.FPDF_PAGEOBJECT, around pdf.Matrix, depth int) bool {
	if r.left.objects--; r.left.objects < 0 {
		return false
	}
	kind, err := r.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return true
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		r.odd = r.odd || r.shown(o) != seen
	case enums.FPDF_PAGEOBJ_IMAGE:
		r.page.Images++
	case enums.FPDF_PAGEOBJ_PATH:
		return r.path(o, around)
	case enums.FPDF_PAGEOBJ_FORM:
		count, err := r.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
		if err != nil || depth == pdf.MaxNested {
			return true
		}
		within := r.matrix(o).Then(around)
		for i := range count.Count {
			inner, err := r.in.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
			if err == nil && !r.object(inner.PageObject, within, depth+1) {
				return false
			}
		}
	}
	return true
}

// How a text is seen.
const (
	seen = iota
	white
	unseen
)

const (
	nearWhite = 0xF0
	nearClear = 0x10
)

// shown says whether a text can be seen.
func (r *reader) shown(o references.FPDF_PAGEOBJECT) int {
	if mode, err := r.in.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o}); err == nil &&
		(mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE || mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_CLIP) {
		return unseen
	}
	fill, err := r.in.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o})
	switch c := fill; {
	case err != nil:
	case c.FillColor.A < nearClear:
		return unseen
	case min(c.FillColor.R, c.FillColor.G, c.FillColor.B) >= nearWhite:
		return white
	}
	return seen
}

// path keeps the rulings of a path that is drawn or filled.
func (r *reader) path(o references.FPDF_PAGEOBJECT, around pdf.Matrix) bool {
	mode, err := r.in.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil || !mode.Stroke && mode.FillMode == enums.FPDF_FILLMODE_NONE {
		return true
	}
	count, err := r.in.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil || count.Count > pdf.MaxPath {
		return true
	}
	if bounds, err := r.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o}); err == nil && !mode.Stroke && around == pdf.Upright {
		if box := boxOf(structs.FPDF_FS_RECTF{Left: bounds.Left, Bottom: bounds.Bottom, Right: bounds.Right, Top: bounds.Top}); pdf.IsDot(box) {
			r.left.rulings--
			r.page.Rulings = append(r.page.Rulings, pdf.Ruling{Box: box, Dot: true})
			return r.left.rulings >= 0
		}
	}
	if r.left.segments -= count.Count; r.left.segments < 0 {
		return false
	}
	m := r.matrix(o).Then(around)
	p := pdf.Path{Stroked: mode.Stroke}
	for i := range count.Count {
		s, err := r.in.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
		if err != nil {
			return true
		}
		kind, err := r.in.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return true
		}
		at, err := r.in.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return true
		}
		closes, err := r.in.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment})
		if err != nil {
			return true
		}
		x, y := m.Of(at.X, at.Y)
		p.Add(pdf.Segment{X: x, Y: y, Move: kind.Type == enums.FPDF_SEGMENT_MOVETO, Curve: kind.Type == enums.FPDF_SEGMENT_BEZIERTO, Close: closes.IsClose})
	}
	found := p.Rulings()
	if r.left.rulings -= len(found); r.left.rulings < 0 {
		return false
	}
	r.page.Rulings = append(r.page.Rulings, found...)
	return true
}

// matrix is how an object lies in what holds it.
func (r *reader) matrix(o references.FPDF_PAGEOBJECT) pdf.Matrix {
	m, err := r.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return pdf.Upright
	}
	return pdf.Matrix(m.Matrix)
}

func boxOf(r structs.FPDF_FS_RECTF) pdf.Box {
	return pdf.Box{X0: min(r.Left, r.Right), Y0: min(r.Bottom, r.Top), X1: max(r.Left, r.Right), Y1: max(r.Bottom, r.Top)}
}
