// Package refuse has what all readers say alike of a file they cannot read.
package refuse

import (
	"suanqing/validate/document"
	"suanqing/validate/internal/say"
)

// What to do about a file.
const (
	SaveAs = "请在 WPS 或 Excel 中打开后“另存为”.xlsx，再拖入。"
	AsText = "请在 WPS 或 Word 中打开后“另存为”.docx，再拖入；或者拖入 .xlsx 原表。"
	Repair = "请在 WPS 或 Excel 中打开并“另存为”.xlsx，再拖入；若打不开，请重新索取原件。"
	Trim   = "请在 WPS 或 Excel 中只保留决算表并“另存为”.xlsx，再拖入。"
	Pick   = "请拖入决算公开表的 .xlsx 文件。"
	Unpack = "请先解压，再拖入其中的 .xlsx 文件。"
	Ask    = "请输入打开密码；或在 WPS 或 Excel 中取消密码并“另存为”.xlsx，再拖入。"
)

// As is a refusal of that code and those two sentences.
func As(code, message, hint string) *document.Refusal {
	return &document.Refusal{Code: code, Message: message, Hint: hint}
}

// Corrupt says what of the file is damaged.
func Corrupt(format string, args ...any) *document.Refusal {
	return As("corrupt", say.Text(format, args...), Repair)
}

// TooComplex says what the file has too much of.
func TooComplex(format string, args ...any) *document.Refusal {
	return As("too-complex", say.Text(format, args...), Trim)
}

// TooLarge says which cap on bytes the file is beyond.
func TooLarge(format string, args ...any) *document.Refusal {
	return As("too-large", say.Text(format, args...), Trim)
}

// FileTooLarge is of a file of more bytes than a reader takes.
func FileTooLarge(most int) *document.Refusal {
	return TooLarge("文件过大，超过 %d MB。", most>>20)
}

// Locked is of a file that a password opens.
func Locked() *document.Refusal { return As("encrypted", "这个文件设有打开密码。", Ask) }
