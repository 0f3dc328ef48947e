package decrypt

import (
	"unicode/utf16"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

func unsupported(message string) *document.Refusal {
	return refuse.As("unsupported-encryption", message, "请在能打开它的 WPS 或 Excel 中取消加密并“另存为”.xlsx，再拖入。")
}

func wrongPassword() *document.Refusal {
	return refuse.As("password", "打开密码不正确。", "请核对大小写、全角半角和前后空格后再试；若在 WPS 或 Excel 中也打不开，请重新索取原件。")
}

// possible tells whether a workbook can have this password at all.
func possible(password string) bool {
	return len(password) <= 4*maxPassword && utf8.ValidString(password) && len(utf16.Encode([]rune(password))) <= maxPassword
}
