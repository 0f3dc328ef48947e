// Package read picks the reader of a file by what its bytes say it is. It knows of
// no reader itself: the page loads one at a time, and the command has them all.
package read

import (
	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// maxFile is the largest file that is read, in bytes.
const maxFile = 200 << 20

// Readers are the readers at hand, by the kind of file that each reads.
type Readers map[Kind]func(data []byte) (*document.Document, error)

// Open reads a document from its bytes with the reader of its kind. The error is a
// *document.Refusal: where there is no such reader it says what the file is.
func (rs Readers) Open(data []byte) (*document.Document, error) {
	kind := Sniff(data)
	switch reader := rs[kind]; {
	case len(data) > maxFile:
		return nil, refuse.FileTooLarge(maxFile)
	case reader != nil:
		return reader(data)
	}
	return nil, kind.refusal()
}

// refusal says what a file of a kind without a reader is.
func (k Kind) refusal() *document.Refusal {
	switch k {
	case Empty:
		return refuse.As("empty", "这是一个空文件，里面没有内容。", "请重新导出或下载后，再拖入。")
	case XLS:
		return refuse.As("xls", "这是旧格式的表格（.xls 或 .et），无法直接读取。", refuse.SaveAs)
	case Encrypted:
		return refuse.Locked()
	case Docx:
		return refuse.As("word", "这是 Word 文档（.docx），不是电子表格。", refuse.Pick)
	case Word:
		return refuse.As("word", "这是旧格式的 Word 或 WPS 文字文档（.doc 或 .wps），无法直接读取。", refuse.AsText)
	case RTF:
		return refuse.As("word", "这是 RTF 文字文档，无法直接读取。", refuse.AsText)
	case Slides:
		return refuse.As("not-a-workbook", "这是演示文稿，不是电子表格。", refuse.Pick)
	case OLE:
		return refuse.As("not-a-workbook", "这是旧格式的 Office 文件，里面没有找到表格。", refuse.SaveAs)
	case PDF:
		return refuse.As("pdf", "这是 PDF 文件，不是电子表格。", "请拖入生成该 PDF 的原稿：表格用 .xlsx，文字说明在 WPS 或 Word 中“另存为”.docx。")
	case Image:
		return refuse.As("image", "这是一张图片，不是电子表格。", "请拖入图片所对应的原稿：表格用 .xlsx，文字说明在 WPS 或 Word 中“另存为”.docx。")
	case HTML, MHTML:
		return refuse.As("html", "这是网页（HTML 或 XML）文件，只是用了表格的扩展名。", refuse.SaveAs)
	case ODS, FlatODS:
		return refuse.As("ods", "这是 LibreOffice 的表格（.ods），不是 .xlsx。", refuse.SaveAs)
	case XML2003:
		return refuse.As("html", "这是“XML 表格 2003”文件，不是 .xlsx。", refuse.SaveAs)
	case CSV:
		return refuse.As("csv", "这是文本（CSV）文件，没有表格格式。", refuse.SaveAs)
	case EmptyArchive:
		return refuse.As("not-a-workbook", "这是一个空的压缩包，里面没有表格。", refuse.Pick)
	case Archive:
		return refuse.As("not-a-workbook", "这是压缩包，不是电子表格。", refuse.Unpack)
	}
	return refuse.As("not-a-workbook", "无法识别这个文件，它不是电子表格。", refuse.Pick)
}
