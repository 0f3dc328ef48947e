//go:build js && wasm

// Command annotate writes what goes out beside a check: the copy of a workbook or a text
// with the findings in it, and the draft of the text. The page fetches it when the first
// is asked for.
package main

import (
	"encoding/json"
	"errors"
	"slices"
	"syscall/js"

	"suanqing/validate/annotate"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/draft"
	"suanqing/validate/export"
	"suanqing/validate/read"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/wasm/internal/bridge"
)

func main() { bridge.Offer(map[string]func([]js.Value) any{"annotate": write, "draft": drafted}) }

// changed is why there is no copy of a file that is no longer the one reported on.
var changed = &document.Refusal{Code: "changed", Message: "原文件在检查之后改动过，没有做成。", Hint: "请重新拖入，再导出。"}

// write is annotate(Uint8Array, report, source, sheets): the copy as a Uint8Array,
// the exact bytes that the native command writes; or an object, why there is none. The
// report is the JSON text that a core gave for these bytes; source says what they are:
// "original" the file itself, "unlocked" what a password hid in it, "rewritten" an .xlsx
// that a core made of it, "paged" a PDF, whose copy is one too. Of a text, a .docx, sheets are the names of its sheets, else
// null.
func write(args []js.Value) any {
	data := bridge.Bytes(args[0])
	var r report.Report
	if json.Unmarshal([]byte(args[1].String()), &r) != nil {
		return nil // the worker ends: a failure of ours
	}
	source, copyOf := args[2].String(), annotate.Copy
	if (source == "original" || source == "paged") && !reportsOn(&r, data) {
		return bridge.Refusal(changed)
	}
	switch {
	case source == "paged":
		copyOf = annotate.Paged
	case args[3].Type() == js.TypeObject:
		sheets := make([]string, args[3].Length())
		for i := range sheets {
			sheets[i] = args[3].Index(i).String()
		}
		copyOf = func(data []byte, r *report.Report) ([]byte, error) { return annotate.Written(data, sheets, r) }
	case source == "rewritten":
		copyOf = annotate.Rewritten
	}
	made, err := copyOf(data, &r)
	var refusal *document.Refusal
	switch {
	case errors.As(err, &refusal):
		return bridge.Refusal(refusal)
	case err != nil:
		return nil
	}
	return bridge.Array(made)
}

// drafted is draft(Uint8Array, report, source, …), with arguments as annotate has them,
// and once more those of the year before, or null: an object with the draft as the
// Uint8Array of a .docx, the exact bytes that the native command writes, its text, and as
// JSON with the cells of each figure; or why there is none.
func drafted(args []js.Value) any {
	own, r, refusal := bound(args)
	if refusal != nil {
		return bridge.Refusal(refusal)
	}
	last, before := (*bind.Book)(nil), (*report.Report)(nil)
	if args[3].Type() == js.TypeObject {
		if last, before, refusal = bound(args[3:]); refusal != nil {
			return bridge.Refusal(refusal)
		}
	}
	text := draft.Write(own, last, draft.DoubtsOf(r, before))
	made, err := text.Docx()
	if err != nil {
		return nil
	}
	return map[string]any{"made": bridge.Array(made), "text": text.Text(), "draft": string(text.JSON())}
}

// bound is the forms of a workbook with its report. A report that is none ends the worker:
// a failure of ours.
func bound(args []js.Value) (*bind.Book, *report.Report, *document.Refusal) {
	data, r := bridge.Bytes(args[0]), &report.Report{}
	if err := json.Unmarshal([]byte(args[1].String()), r); err != nil {
		panic(err)
	}
	if args[2].String() == "original" && !export.Reports(r, data) {
		return nil, nil, changed
	}
	d, err := read.Readers{read.XLSX: xlsx.Open}.Open(data)
	if refusal := (*document.Refusal)(nil); errors.As(err, &refusal) {
		return nil, nil, refusal
	}
	b := bind.Find(d, nil)
	b.Year = r.Year
	return b, r, b.Refusal
}

// reportsOn says whether a report is of these bytes, or of a book with them beside it.
func reportsOn(r *report.Report, data []byte) bool {
	return export.Reports(r, data) || r.Text != nil && slices.ContainsFunc(r.Text.Documents, func(d report.Document) bool {
		return export.Reports(&report.Report{SHA256: d.SHA256}, data)
	})
}
