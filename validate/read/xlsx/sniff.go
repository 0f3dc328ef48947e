package xlsx

import (
	"bytes"
	"iter"
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
)

// sniff says what a file is when its first bytes show that it is no zip package.
func sniff(data []byte) *document.Refusal {
	head := bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	markup := strings.ToLower(string(bytes.TrimLeft(head[:min(len(head), 512)], " \t\r\n")))
	starts := func(marks ...string) bool {
		for _, m := range marks {
			if strings.HasPrefix(string(head[:min(len(head), 16)]), m) {
				return true
			}
		}
		return false
	}
	switch {
	case len(head) == 0:
		return refuse("empty", "这是一个空文件，里面没有内容。", "请重新导出或下载后，再拖入。")
	case len(data) > maxFile:
		return tooLarge("文件过大，超过 %d MB。", maxFile>>20)
	case starts("PK\x03\x04"):
		return nil
	case starts("PK\x05\x06"):
		return refuse("not-a-workbook", "这是一个空的压缩包，里面没有表格。", hintPick)
	case starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return sniffOLE(data)
	case starts("%PDF"):
		return refuse("pdf", "这是 PDF 文件，不是电子表格。", "请拖入生成该 PDF 的 .xlsx 原表。")
	case starts("\x89PNG", "\xFF\xD8\xFF"), starts("GIF8", "BM") && !isText(head),
		starts("RIFF") && len(head) > 12 && string(head[8:12]) == "WEBP":
		return refuse("image", "这是一张图片，不是电子表格。", "请拖入图片所对应的 .xlsx 原表。")
	case starts("Rar!", "7z\xBC\xAF\x27\x1C", "\x1F\x8B"):
		return refuse("not-a-workbook", "这是压缩包，不是电子表格。", "请先解压，再拖入其中的 .xlsx 文件。")
	case strings.HasPrefix(markup, "<?xml") && strings.Contains(markup, "spreadsheet"):
		return refuse("html", "这是“XML 表格 2003”文件，不是 .xlsx。", hintSaveAs)
	case strings.HasPrefix(markup, "<"):
		return refuse("html", "这是网页（HTML 或 XML）文件，只是用了表格的扩展名。", hintSaveAs)
	case isText(head):
		return refuse("csv", "这是文本（CSV）文件，没有表格格式。", hintSaveAs)
	}
	return refuse("not-a-workbook", "无法识别这个文件，它不是电子表格。", hintPick)
}

// isText tells whether bytes look like text in UTF-8, GBK or UTF-16.
func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return true
	}
	head = head[:min(len(head), 4096)]
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F {
			return false
		}
	}
	return true
}

// sniffOLE names what an OLE compound file holds by its first telling stream: a
// document's own streams come before those of objects embedded in it.
func sniffOLE(data []byte) *document.Refusal {
	const locked = "请输入打开密码；或在 WPS 或 Excel 中取消密码并“另存为”.xlsx，再拖入。"
	for name := range oleStreams(data) {
		switch name {
		case "EncryptedPackage":
			return refuse("encrypted", "这个文件设有打开密码。", locked)
		case "Workbook", "Book":
			return refuse("xls", "这是旧格式的表格（.xls 或 .et），无法直接读取。", hintSaveAs)
		case "WordDocument":
			return refuse("word", "这是 Word 或 WPS 文字文档，不是电子表格。", hintPick)
		case "PowerPoint Document":
			return refuse("not-a-workbook", "这是演示文稿，不是电子表格。", hintPick)
		}
	}
	return refuse("not-a-workbook", "这是旧格式的 Office 文件，里面没有找到表格。", hintSaveAs)
}

// oleStreams yields the names of the streams in an OLE file. Directory entries
// are records of 128 bytes on 128-byte boundaries, so finding them needs no walk
// along chains and trees that a hostile file can bend, and works on a cut file.
func oleStreams(data []byte) iter.Seq[string] {
	const entry, nameBytes, stream = 128, 64, 2
	return func(yield func(string) bool) {
		for ; len(data) >= entry; data = data[entry:] {
			n := int(data[nameBytes]) // bytes of the name in UTF-16, its NUL included
			if data[nameBytes+1] != 0 || data[nameBytes+2] != stream || n < 4 || n > nameBytes || n%2 != 0 {
				continue
			}
			name := make([]byte, 0, nameBytes/2)
			for i := 0; i < n-2 && data[i+1] == 0 && data[i] >= ' '; i += 2 {
				name = append(name, data[i])
			}
			if 2*len(name) == n-2 && !yield(string(name)) {
				return
			}
		}
	}
}

// mainPart finds the workbook part of a package, or says what the zip is instead.
func mainPart(p *pack) (string, *document.Refusal) {
	rels, refusal := relations(p, "")
	if refusal != nil {
		return "", refusal
	}
	for _, rel := range rels {
		if rel.kind != "officeDocument" {
			continue
		}
		switch target := strings.ToLower(rel.target); {
		case strings.HasPrefix(target, "word/"):
			return "", refuse("word", "这是 Word 文档（.docx），不是电子表格。", hintPick)
		case strings.HasPrefix(target, "ppt/"):
			return "", refuse("not-a-workbook", "这是演示文稿（.pptx），不是电子表格。", hintPick)
		case strings.HasSuffix(target, ".bin"):
			return "", refuse("not-a-workbook", "这是二进制工作簿（.xlsb），无法直接读取。", hintSaveAs)
		}
		return rel.target, nil
	}
	if p.has("mimetype") {
		kind, _ := p.text("mimetype", "文件类型")
		switch {
		case strings.Contains(kind, "opendocument.spreadsheet"):
			return "", refuse("ods", "这是 OpenDocument 表格（.ods），无法直接读取。", hintSaveAs)
		case strings.Contains(kind, "opendocument.text"):
			return "", refuse("word", "这是 OpenDocument 文档（.odt），不是电子表格。", hintPick)
		}
	}
	for _, name := range p.names {
		lower := strings.ToLower(name)
		if strings.HasSuffix(lower, ".xlsx") || strings.HasSuffix(lower, ".xls") || strings.HasSuffix(lower, ".et") {
			if !utf8.ValidString(name) { // GBK names, as Windows zips them
				name = "表格"
			}
			return "", refuse("not-a-workbook", "这是压缩包，里面装有“"+name+"”。", "请先解压，再拖入其中的 .xlsx 文件。")
		}
	}
	return "", refuse("not-a-workbook", "这是压缩包，里面没有电子表格。", hintPick)
}
