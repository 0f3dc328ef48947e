//go:build js && wasm

// Command formats is the core that checks files in every format, the written half with
// the forms, and books together: a department with its units, a year with the one before.
// The page fetches it when the first file comes that is no .xlsx, or holds sentences, or
// has a text beside it, or when books are first judged together.
package main

import (
	"encoding/json"
	"maps"
	"slices"
	"syscall/js"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/export"
	"suanqing/validate/read"
	"suanqing/validate/read/formats"
	"suanqing/validate/read/pdf"
	"suanqing/validate/read/pdf/handed"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/rewrite"
	"suanqing/validate/written"
	"suanqing/wasm/internal/bridge"
	"suanqing/wasm/internal/core"
)

func main() {
	readers, judge := maps.Clone(formats.Readers), validate.Judge{Written: written.Judge}
	readers[read.XLSX] = xlsx.Open
	more := map[string]func(*core.Running, []js.Value) any{"checkSet": core.CheckSet, "checkPages": core.CheckPages(pages), "checkWith": core.CheckWith, "workbook": core.Workbook(workbook)}
	maps.Copy(more, core.Together())
	more["table"] = table
	core.Run(core.Core{Ending: ".xls", Readers: readers, Judge: judge, More: more})
}

// pages is the document of the pages of a PDF, as PDFium hands them over.
func pages(words []byte) (*document.Document, error) {
	all, refusal := handed.Pages(words)
	if refusal != nil {
		return nil, refusal
	}
	d, refusal := pdf.Document(all)
	if refusal != nil {
		return nil, refusal
	}
	return d, nil
}

// table(report, reasons) is csv of a report, given as its JSON: nothing else has what
// books were judged by together.
func table(_ *core.Running, args []js.Value) any {
	r := &report.Report{}
	if json.Unmarshal([]byte(args[0].String()), r) != nil {
		return nil
	}
	return bridge.Array(export.CSV(core.WithReasons(r, args[1])))
}

// workbook is an .xlsx of a book, without the texts beside it.
func workbook(d *document.Document) ([]byte, error) {
	own := *d
	own.Sheets = slices.DeleteFunc(slices.Clone(d.Sheets), func(s *document.Sheet) bool { return s.File != "" })
	return rewrite.XLSX(&own)
}
