// Package xls reads the cells of a workbook of Excel 97 to 2003 (.xls), and of
// WPS (.et), which is the same inside: a stream of BIFF8 records, [MS-XLS], in an
// OLE compound file, [MS-CFB]. Section numbers in this package are theirs. Of Excel
// 5 and 95 it reads the records of before, BIFF5. Programs of old export these without
// a container, often one sheet that no globals come before.
//
// It gives what package xlsx gives of an .xlsx and is as wary: a length, a
// count, an offset of the file is only ever compared with what is there, every
// cap that is hit is an error, and a stream that ends early is never a short
// book. Looks other than widths, heights and what is hidden are left out, as are
// charts, macros and still older versions of the format.
package xls

import (
	"bytes"

	"suanqing/validate/document"
	"suanqing/validate/internal/ole"
	"suanqing/validate/read/refuse"
)

// Open reads a workbook from its bytes. The error is a *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	book, refusal := open(data)
	if refusal != nil {
		return nil, refusal
	}
	return book, nil
}

func open(data []byte) (*document.Document, *document.Refusal) {
	if len(data) > maxFile {
		return nil, refuse.FileTooLarge(maxFile)
	}
	if !bytes.HasPrefix(data, []byte(ole.Signature)) && len(data) > 2 && data[0] == recBOF&0xFF {
		return readStream(data)
	}
	c, ok := ole.Open(data)
	if !ok {
		return nil, refuse.Corrupt("这个旧格式的表格已损坏，读不出文件目录。")
	}
	stream, ok := c.Stream("Workbook")
	if !ok {
		stream, ok = c.Stream("Book") // as Excel 95 names it
	}
	if !ok {
		if c.Has("EncryptedPackage") {
			return nil, refuse.As("encrypted", "这个文件设有打开密码。", unlock)
		}
		return nil, refuse.As("not-a-workbook", "这是旧格式的 Office 文件，里面没有找到表格。", refuse.SaveAs)
	}
	return readStream(stream)
}

// unlock is what to do about a file that this package cannot open with a password.
const unlock = "请在 WPS 或 Excel 中打开，取消密码和工作簿保护并“另存为”.xlsx，再拖入。"

func tooOld() *document.Refusal {
	return refuse.As("xls", "这是 Excel 4.0 或更早的旧格式表格，无法直接读取。", refuse.SaveAs)
}

// readStream reads the workbook stream, [MS-XLS] 2.1.7.20: the globals, then one
// substream for every sheet.
func readStream(stream []byte) (*document.Document, *document.Refusal) {
	// Honest substreams do not overlap, so all of them together are no longer
	// than the stream; hostile ones are walked for no more than twice that.
	work := 2 * len(stream)
	b := &book{stream: stream, work: &work}
	if refusal := b.globals(); refusal != nil {
		return nil, refusal
	}
	var result document.Document
	for _, bound := range b.sheets {
		if bound.kind != 0 {
			continue // a chart, a macro sheet or a module has no cells to judge
		}
		sheet, refusal := b.readSheet(bound)
		if refusal != nil {
			return nil, refusal
		}
		if sheet != nil {
			result.Sheets = append(result.Sheets, sheet)
		}
	}
	if len(result.Sheets) == 0 {
		return nil, refuse.As("not-a-workbook", "工作簿里没有工作表。", refuse.SaveAs)
	}
	return &result, nil
}
