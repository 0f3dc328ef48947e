package xlsx

import (
	"suanqing/validate/document"
	"suanqing/validate/internal/say"
)

const (
	hintSaveAs = "请在 WPS 或 Excel 中打开后“另存为”.xlsx，再拖入。"
	hintRepair = "请在 WPS 或 Excel 中打开并“另存为”.xlsx，再拖入；若打不开，请重新索取原件。"
	hintTrim   = "请在 WPS 或 Excel 中只保留决算表并“另存为”.xlsx，再拖入。"
	hintPick   = "请拖入决算公开表的 .xlsx 文件。"
)

func refuse(code, message, hint string) *document.Refusal {
	return &document.Refusal{Code: code, Message: message, Hint: hint}
}

func corrupt(format string, args ...any) *document.Refusal {
	return refuse("corrupt", say.Text(format, args...), hintRepair)
}

func tooComplex(format string, args ...any) *document.Refusal {
	return refuse("too-complex", say.Text(format, args...), hintTrim)
}

func tooLarge(format string, args ...any) *document.Refusal {
	return refuse("too-large", say.Text(format, args...), hintTrim)
}
