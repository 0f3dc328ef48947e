package xlsx

import (
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
	"suanqing/validate/read/xmlpack"
)

// mainPart finds the workbook part of a package, or says what the zip is instead.
func mainPart(p *xmlpack.Pack) (string, *document.Refusal) {
	rels, refusal := p.Relations("")
	if refusal != nil {
		return "", refusal
	}
	for _, rel := range rels {
		if rel.Kind != "officeDocument" {
			continue
		}
		switch target := strings.ToLower(rel.Target); {
		case strings.HasPrefix(target, "word/"):
			return "", refuse.As("word", "这是 Word 文档（.docx），不是电子表格。", refuse.Pick)
		case strings.HasPrefix(target, "ppt/"):
			return "", refuse.As("not-a-workbook", "这是演示文稿（.pptx），不是电子表格。", refuse.Pick)
		case strings.HasSuffix(target, ".bin"):
			return "", refuse.As("not-a-workbook", "这是二进制工作簿（.xlsb），无法直接读取。", refuse.SaveAs)
		}
		return rel.Target, nil
	}
	if p.Has("mimetype") {
		kind, _ := p.Text("mimetype", "文件类型")
		switch {
		case strings.Contains(kind, "opendocument.spreadsheet"):
			return "", refuse.Corrupt("这是 OpenDocument 表格（.ods），里面缺少内容，文件不完整。")
		case strings.Contains(kind, "opendocument.text"):
			return "", refuse.As("word", "这是 OpenDocument 文档（.odt），不是电子表格。", refuse.AsText)
		}
	}
	if p.Has("OFD.xml") {
		return "", refuse.As("pdf", "这是 OFD 版式文件，不是电子表格。", "请拖入生成该文件的原稿：表格用 .xlsx，文字说明在 WPS 或 Word 中“另存为”.docx。")
	}
	for _, name := range p.Names {
		lower := strings.ToLower(name)
		if strings.HasSuffix(lower, ".xlsx") || strings.HasSuffix(lower, ".xls") || strings.HasSuffix(lower, ".et") {
			if !utf8.ValidString(name) { // GBK names, as Windows zips them
				name = "表格"
			}
			return "", refuse.As("not-a-workbook", "这是压缩包，里面装有“"+name+"”。", refuse.Unpack)
		}
	}
	return "", refuse.As("not-a-workbook", "这是压缩包，里面没有电子表格。", refuse.Pick)
}
