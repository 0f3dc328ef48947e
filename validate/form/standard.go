package form

import (
	"slices"
	"sync"
)

// Standard is a set of forms that are judged together: what a book is read and judged
// by. It is a value, so that another set can stand beside the public one.
type Standard struct {
	Forms   []*Form  // in their order
	Foreign []string // words of the titles of forms that stand beside them and are none of them
}

// Role is what a book or document is to the one that is judged.
type Role string

const (
	Own         Role = ""     // 本表: the one that is judged
	YearBefore  Role = "上年"   // the same department's of the year before
	Subordinate Role = "下属单位" // those that it sums
	Account     Role = "说明"   // the text that is published with it
)

// Roles are those that an equation may name.
var Roles = []Role{YearBefore, Subordinate, Account}

// public is the nine forms of the published final accounts. They lie in the program as they
// are declared; what they are looked up by is made when they are first asked for, as no
// start has to wait for it.
var public = Standard{Forms: []*Form{&f01, &f02, &f03, &f04, &f05, &f06, &f07, &f08, &f09}, Foreign: otherForms}

var preparing sync.Once

// Public is the nine forms of the published final accounts.
func Public() *Standard {
	preparing.Do(func() { prepare(public.Forms) })
	return &public
}

// ByID finds a declaration; nil for an unknown id.
func (s *Standard) ByID(id ID) *Form {
	if i := slices.IndexFunc(s.Forms, func(f *Form) bool { return f.ID == id }); i >= 0 {
		return s.Forms[i]
	}
	return nil
}

// Heads says whether a normalized text stands in the header of any of the forms.
func (s *Standard) Heads(text string) bool {
	return slices.ContainsFunc(s.Forms, func(f *Form) bool { return f.IsKeyHeader(text) || f.IsHeader(text) })
}
