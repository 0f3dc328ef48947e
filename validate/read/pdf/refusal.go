package pdf

import (
	"suanqing/validate/document"
	"suanqing/validate/internal/say"
	"suanqing/validate/read/refuse"
)

// Why an engine hands over no pages: said here for all of them.

const fetchAgain, instead = "请重新导出或下载后，再拖入；或者拖入 .xlsx 原表。", "；或者拖入 .xlsx 原表。"

func Damaged() *document.Refusal {
	return refuse.As("corrupt", "这个 PDF 已经损坏，读不出来。", fetchAgain)
}

// DamagedPage is of the page with an index from 0.
func DamagedPage(index int) *document.Refusal {
	return refuse.As("corrupt", say.Text("这个 PDF 的第 %d 页已经损坏，读不出来。", index+1), fetchAgain)
}

func Locked() *document.Refusal {
	return refuse.As("encrypted", "这个 PDF 设有打开密码。", "请输入打开密码"+instead)
}

func WrongPassword() *document.Refusal {
	return refuse.As("password", "密码不对，打不开这个 PDF。", "请核对后再输入一次"+instead)
}

func Secured() *document.Refusal {
	return refuse.As("pdf-security", "这个 PDF 用了读不了的加密方式。", "请在阅读器中打开并“另存为”或打印成新的 PDF"+instead)
}

func TooLarge() *document.Refusal {
	return refuse.As("too-large", say.Text("这个 PDF 过大，超过 %d MB。", MaxFile>>20), Trim)
}

func TooManyPages() *document.Refusal {
	return refuse.As("too-complex", say.Text("这个 PDF 超过 %d 页。", MaxPages), Trim)
}

// TooMuch is said where the page with an index from 0 goes over a cap.
func TooMuch(index int) *document.Refusal {
	return refuse.As("too-complex", say.Text("这个 PDF 过于复杂（读到第 %d 页，文字或线条过多）。", index+1), Trim)
}
