// Package annotate writes a checked workbook again with what was found in it: a
// comment (批注) where each finding stands, a light fill on the cells concerned,
// and an added sheet 审核结果 with everything the report says.
//
// Nothing of the original is rewritten. Members of the package that need no change
// are copied as the compressed bytes they are; in the others, text is put in at
// the places that change and every other byte stays. A library that reads a workbook
// into a model and writes it out again loses what the model has no place for, and
// that is what sets real files apart from made ones: excelize 2.11.1, only opening
// and saving, dropped the extension attributes of rows and cells, and of comments
// their shape ids. So none is used; the tests read the copy back with excelize and
// with LibreOffice.
package annotate

import (
	"path"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// Author is who signs the comments.
const Author = "算清"

// Limits of what is added; the sheet says what went beyond. Excel itself repairs
// files with longer texts or more links.
const (
	maxText     = 32_767  // UTF-16 units of a cell's or a comment's text
	maxLinks    = 60_000  // hyperlinks of one sheet; Excel stops at 65,530
	maxRows     = 200_000 // of the added sheet
	maxComments = 2_000   // commented cells of the book
	maxNotes    = 8       // findings told in one comment
	maxFills    = 100_000 // filled cells of the book
	maxFormats  = 60_000  // cell formats; Excel stops at 65,490
)

// Ending is how the name of a file's annotated copy ends: .xlsm for an .xlsm, whose
// macros stay, else .xlsx.
func Ending(file string) string {
	if strings.EqualFold(path.Ext(file), ".xlsm") {
		return ".xlsm"
	}
	return ".xlsx"
}

// What the added sheet says of the copy itself.
const (
	ofOriginal  = "批注和底色由算清加上，原来的数和公式没有改动。"
	ofRewritten = "原文件不是 .xlsx：这个副本按它的内容另做，单元格位置和数都不变，没有原来的公式和样式；批注和底色由算清加上。"
)

// Copy is the .xlsx or .xlsm file data, which r reports on, with its findings written in.
// The same data and report give the same bytes. The error is a *document.Refusal:
// the file is neither or cannot be read, or r says that it could not be judged.
func Copy(data []byte, r *report.Report) ([]byte, error) { return copyOf(data, r, ofOriginal) }

// Rewritten is Copy of an .xlsx that package rewrite made of the file that r reports
// on, and says so.
func Rewritten(data []byte, r *report.Report) ([]byte, error) { return copyOf(data, r, ofRewritten) }

func copyOf(data []byte, r *report.Report, about string) ([]byte, error) {
	out, refusal := annotated(data, r, about)
	if refusal != nil {
		return nil, refusal
	}
	return out, nil
}

func annotated(data []byte, r *report.Report, about string) ([]byte, *document.Refusal) {
	if r.Error != nil {
		return nil, &document.Refusal{Code: r.Error.Code, Message: r.Error.Message, Hint: r.Error.Hint}
	}
	book, err := read.Readers{read.XLSX: xlsx.Open}.Open(data) // with all its guards
	if err != nil {
		return nil, err.(*document.Refusal)
	}
	p, refusal := openPack(data)
	if refusal != nil {
		return nil, refusal
	}
	parts, refusal := openParts(p)
	if refusal != nil {
		return nil, refusal
	}
	if parts.types.macros && Ending(r.File) != ".xlsm" { // Excel does not open it under another name
		return nil, notXlsx("macros", "这个文件带有宏")
	}
	style, refusal := openStyles(parts)
	if refusal != nil {
		return nil, refusal
	}
	marks := collect(book, r)
	for i, s := range book.Sheets {
		if len(marks[i]) == 0 {
			continue
		}
		part, ok := parts.sheets[s.Name]
		if !ok {
			continue
		}
		if refusal := annotateSheet(parts, style, part, s, marks[i]); refusal != nil {
			return nil, refusal
		}
	}
	if refusal := addResult(parts, style, r, about); refusal != nil {
		return nil, refusal
	}
	if refusal := style.write(); refusal != nil {
		return nil, refusal
	}
	if refusal := parts.types.write(p); refusal != nil {
		return nil, refusal
	}
	return p.bytes()
}

// notXlsx says that a file would have to be saved as .xlsx first.
func notXlsx(code, what string) *document.Refusal {
	return &document.Refusal{Code: code, Message: "批注副本只能做成 .xlsx，" + what + "。",
		Hint: "请在 WPS 或 Excel 中另存为 .xlsx，再做批注副本。"}
}

const hintSaveAs = "请在 WPS 或 Excel 中打开并另存为 .xlsx，再做批注副本。"

func corrupt(what string) *document.Refusal {
	return &document.Refusal{Code: "corrupt", Message: "做不成批注副本：文件中的" + what + "不完整或已损坏。",
		Hint: hintSaveAs}
}
