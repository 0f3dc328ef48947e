package rules

import (
	"strings"

	"suanqing/validate/form"
)

// reference is a piece of an equation's text; Form says which form it names.
type reference struct{ Text, Form string }

// references cuts a text where it names a form, F01 … F09.
func references(text string) []reference {
	var parts []reference
	for text != "" {
		at, found := len(text), (*form.Form)(nil)
		for _, f := range form.Public().Forms {
			if i := strings.Index(text, string(f.ID)); i >= 0 && i < at {
				at, found = i, f
			}
		}
		if at > 0 {
			parts = append(parts, reference{Text: text[:at]})
		}
		if found == nil {
			break
		}
		parts = append(parts, reference{string(found.ID), found.Short})
		text = text[at+len(found.ID):]
	}
	return parts
}
