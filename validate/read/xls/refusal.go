package xls

import (
	"fmt"

	"suanqing/validate/document"
)

// Every refusal says what the file is and what to do about it.
const (
	hintSaveAs = "请在 WPS 或 Excel 中打开后“另存为”.xlsx，再拖入。"
	hintRepair = "请在 WPS 或 Excel 中打开并“另存为”.xlsx，再拖入；若打不开，请重新索取原件。"
	hintTrim   = "请在 WPS 或 Excel 中只保留决算表并“另存为”.xlsx，再拖入。"
	hintUnlock = "请在 WPS 或 Excel 中打开，取消密码和工作簿保护并“另存为”.xlsx，再拖入。"
)

func refuse(code, hint, format string, args ...any) *document.Refusal {
	return &document.Refusal{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint}
}

func corrupt(format string, args ...any) *document.Refusal {
	return refuse("corrupt", hintRepair, format, args...)
}

func tooComplex(format string, args ...any) *document.Refusal {
	return refuse("too-complex", hintTrim, format, args...)
}

func tooOld() *document.Refusal {
	return refuse("xls", hintSaveAs, "这是 Excel 95 或更早的旧格式表格，无法直接读取。")
}
