package report

import (
	"strconv"

	"suanqing/validate/internal/jsontext"
)

// Spot is where on the pages of a PDF a cell or words stand. Of any other file there is none.
type Spot struct {
	Page int `json:"page,omitempty"` // from 1; 0 for none
	// Box is left, bottom, right and top on the page, in points of its own user space: y
	// upwards, before the page is turned.
	Box []Points `json:"box,omitempty"`
}

// Points is a place on a page: kept in hundredths, in JSON a number of points.
type Points int

// MarshalJSON writes points as a decimal number.
func (p Points) MarshalJSON() ([]byte, error) {
	w := jsontext.Writer{}
	w.Hundredths(int(p))
	return w.Bytes(), nil
}

// UnmarshalJSON reads a number of points.
func (p *Points) UnmarshalJSON(b []byte) error {
	f, err := strconv.ParseFloat(string(b), 64)
	if f *= 100; f < 0 {
		f -= 1
	}
	*p = Points(f + 0.5)
	return err
}

// Write writes the members that the place has.
func (s *Spot) Write(w *jsontext.Writer) {
	if s.Page > 0 {
		w.Key("page").Int(s.Page)
	}
	if len(s.Box) > 0 {
		jsontext.List(w.Key("box"), s.Box, func(p Points) { w.Hundredths(int(p)) })
	}
}
