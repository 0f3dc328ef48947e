package ods

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/xmlpack"
)

// spaces are the namespaces of attributes that are read, by the prefix that nearly
// every program gives them.
var spaces = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     "office",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      "style",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      "table",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       "text",
	"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0":                  "number",
	"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
	"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}

// scanner is a scanner of a part whose attributes have their usual prefixes, whichever
// the part declares. Elements go by their local names.
type scanner struct {
	*xmlpack.Scanner
	renamed map[string]string // its own prefix by the usual one, where that is another
}

// eachPart enters the root element of a part, and calls read in it.
func eachPart(xml *xmlpack.Scanner, read func(x *scanner)) *document.Refusal {
	x := &scanner{Scanner: xml}
	for x.Child(0) {
		for _, a := range x.Attrs {
			prefix, declares := strings.CutPrefix(a.Name, "xmlns:")
			if usual := spaces[a.Value]; declares && usual != "" && usual != prefix {
				if x.renamed == nil {
					x.renamed = map[string]string{}
				}
				x.renamed[usual] = prefix
			}
		}
		read(x)
	}
	return x.Err
}

// Attr is the value of an attribute of the element just entered, "" when absent.
func (x *scanner) Attr(name string) string { return x.Scanner.Attr(x.named(name)) }

// has tells whether the element just entered has an attribute.
func (x *scanner) has(name string) bool {
	name = x.named(name)
	return slices.ContainsFunc(x.Attrs, func(a xmlpack.Attr) bool { return a.Name == name })
}

// named is an attribute's name as this part has it.
func (x *scanner) named(name string) string {
	if x.renamed != nil {
		prefix, local, _ := strings.Cut(name, ":")
		if own, ok := x.renamed[prefix]; ok {
			return own + ":" + local
		}
	}
	return name
}
