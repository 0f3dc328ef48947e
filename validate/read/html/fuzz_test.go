package html

import (
	"testing"

	"suanqing/validate/lab/twin"
)

func FuzzOpen(f *testing.F) {
	_, book := load(f, "lanshan-2023")
	f.Add([]byte(twin.Page(book.Sheets[8], true)))
	f.Add([]byte(twin.Page(book.Sheets[7], false)))
	f.Add([]byte("<meta charset=gb2312><style>.a{mso-number-format:\"\\0022\\00A5\\0022\\#\"}</style><table><col span=2 style='display:none'><caption>\xB1\xED<tr><td class=a rowspan=0>1.50<table><td>2</table><td hidden colspan=9>3"))
	f.Add([]byte("<p>a<br>b<div style=display:none><table><thead><tr><td x:num=1e5 x:fmla='=A1'><tbody hidden><td>x</div>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		twin.Sound(t, data, Open)
	})
}
