// Package formats has the readers of every kind of file but .xlsx. The command has
// them at hand; the page loads them together, as one component, when the first such
// file comes.
package formats

import (
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/read/csv"
	"suanqing/validate/read/docx"
	"suanqing/validate/read/html"
	"suanqing/validate/read/mhtml"
	"suanqing/validate/read/ods"
	"suanqing/validate/read/txt"
	"suanqing/validate/read/xls"
	"suanqing/validate/read/xml2003"
)

// Readers are these readers, by the kind of file that each reads. What they give has
// sheets named as those of an .xlsx are, and columns as wide as their texts where the
// file does not say.
var Readers = named(read.Readers{
	read.XLS:     xls.Open,
	read.CSV:     txt.Open,
	read.Lines:   csv.OpenLines,
	read.Docx:    docx.Open,
	read.ODS:     ods.Open,
	read.FlatODS: ods.OpenFlat,
	read.HTML:    html.Open,
	read.MHTML:   mhtml.Open,
	read.XML2003: xml2003.Open,
})

func named(readers read.Readers) read.Readers {
	for kind, open := range readers {
		readers[kind] = func(data []byte) (*document.Document, error) {
			d, err := open(data)
			if err == nil {
				d.NameSheets()
				for _, s := range d.Sheets {
					fit(s)
				}
			}
			return d, err
		}
	}
	return readers
}
