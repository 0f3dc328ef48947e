package workbook

import "suanqing/validate/internal/say"

// Refusal says why a file cannot be read: one sentence of what it is, one of
// what to do. Code is stable: empty, too-large, encrypted, password,
// unsupported-encryption, xls, et, ods, csv, html, pdf, word, image,
// not-a-workbook, corrupt, too-complex.
type Refusal struct{ Code, Message, Hint string }

func (r *Refusal) Error() string { return r.Message + r.Hint }

const (
	hintSaveAs = "请在 WPS 或 Excel 中打开后“另存为”.xlsx，再拖入。"
	hintRepair = "请在 WPS 或 Excel 中打开并“另存为”.xlsx，再拖入；若打不开，请重新索取原件。"
	hintTrim   = "请在 WPS 或 Excel 中只保留决算表并“另存为”.xlsx，再拖入。"
	hintPick   = "请拖入决算公开表的 .xlsx 文件。"
)

func refuse(code, message, hint string) *Refusal { return &Refusal{code, message, hint} }

func corrupt(format string, args ...any) *Refusal {
	return refuse("corrupt", say.Text(format, args...), hintRepair)
}

func tooComplex(format string, args ...any) *Refusal {
	return refuse("too-complex", say.Text(format, args...), hintTrim)
}

func tooLarge(format string, args ...any) *Refusal {
	return refuse("too-large", say.Text(format, args...), hintTrim)
}
