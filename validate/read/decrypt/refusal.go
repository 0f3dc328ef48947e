package decrypt

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"suanqing/validate/document"
)

const (
	hintAsk    = "请输入打开密码；或在 WPS 或 Excel 中取消密码并“另存为”.xlsx，再拖入。"
	hintAgain  = "请核对大小写、全角半角和前后空格后再试；若在 WPS 或 Excel 中也打不开，请重新索取原件。"
	hintUnlock = "请在能打开它的 WPS 或 Excel 中取消加密并“另存为”.xlsx，再拖入。"
	hintRepair = "请在 WPS 或 Excel 中打开并“另存为”.xlsx，再拖入；若打不开，请重新索取原件。"
)

func refuse(code, message, hint string) *document.Refusal {
	return &document.Refusal{Code: code, Message: message, Hint: hint}
}

func corrupt(message string) *document.Refusal { return refuse("corrupt", message, hintRepair) }
func unsupported(message string) *document.Refusal {
	return refuse("unsupported-encryption", message, hintUnlock)
}
func locked() *document.Refusal {
	return refuse("encrypted", "这个文件设有打开密码。", hintAsk)
}
func wrongPassword() *document.Refusal {
	return refuse("password", "打开密码不正确。", hintAgain)
}

func tooLarge() *document.Refusal {
	return refuse("too-large", fmt.Sprintf("文件过大，超过 %d MB。", maxFile>>20), "请在 WPS 或 Excel 中只保留决算表并“另存为”.xlsx，再拖入。")
}

// possible tells whether a workbook can have this password at all.
func possible(password string) bool {
	return len(password) <= 4*maxPassword && utf8.ValidString(password) && len(utf16.Encode([]rune(password))) <= maxPassword
}
