package annotate

import "slices"

// field is what a text shows by its code. A comment stands on all that it shows.
type field struct {
	paragraph  *node // of the page, that it begins in
	begin, end *holder
}

// field opens or closes a field.
func (b *body) field(t tag, n *node) {
	inside := slices.IndexFunc(b.open, func(o *node) bool { return o.name == "p" })
	if inside < 0 {
		return
	}
	kind := ""
	for _, a := range t.attrs {
		if a.Name.Local == "fldCharType" {
			kind = a.Value
		}
	}
	h, last := &holder{}, len(b.fields)-1
	switch {
	case kind == "begin" && last < mostFields:
		b.hold(h, n)
		b.fields = append(b.fields, &field{paragraph: b.open[inside], begin: h})
	case kind == "end" && last >= 0:
		f := b.fields[last]
		b.fields = b.fields[:last]
		if b.hold(h, n); f.paragraph == b.open[inside] && f.begin.host != nil && h.host != nil {
			f.end = h
		}
	}
}

// mostFields is how many fields in one another are told apart.
const mostFields = 32

// shown is the outermost field of one paragraph that a holder is in.
func (h *holder) shown() *field {
	for _, f := range h.fields {
		if f.end != nil {
			return f
		}
	}
	return nil
}
