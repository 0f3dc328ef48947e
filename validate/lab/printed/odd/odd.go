// Package odd writes PDFs that are made strangely, by broken programs or by bad will: one
// small form, whose figures are known, in files that lie, loop, hide or repeat. Each says
// what is right for it. All are written by code; none lies in the repository.
package odd

import (
	"strings"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/printed"
)

// Case is one such file.
type Case struct {
	Name string // also the file's, with .pdf behind it
	Why  string // what a careless reader does with it
	Data func() []byte

	// Read says that the form's figures may be read. Where they are, each is as in Truth
	// and none is added.
	Read bool
	// Code are the refusals that are right, parted by |; "" for none: it must be read.
	Code string
	// Truth is what the pages show; nil for the plain form.
	Truth printed.Truth
}

// Allows says whether a refusal is right.
func (c *Case) Allows(code string) bool {
	for _, one := range strings.Split(c.Code, "|") {
		if one != "" && one == code {
			return true
		}
	}
	return false
}

// Shows is what the pages show.
func (c *Case) Shows() printed.Truth {
	if c.Truth != nil {
		return c.Truth
	}
	return plainTruth
}

// All are all cases.
func All() []Case {
	return append(append(append([]Case{}, structures...), locks...), drawings...)
}

// form is the form that is drawn, by rows: code, name, 小计, 基本支出, 项目支出.
var form = [][5]string{
	{"", "合计", "1,677.91", "1,280.35", "397.56"},
	{"201", "一般公共服务支出", "1,457.05", "1,061.71", "395.34"},
	{"20103", "政府办公厅（室）及相关机构事务", "1,457.05", "1,061.71", "395.34"},
	{"2010301", "行政运行", "1,061.71", "1,061.71", ""},
	{"2010302", "一般行政管理事务", "395.34", "", "395.34"},
	{"208", "社会保障和就业支出", "218.64", "218.64", ""},
	{"20805", "行政事业单位养老支出", "218.64", "218.64", ""},
	{"2080505", "机关事业单位基本养老保险缴费支出", "218.64", "218.64", ""},
	{"213", "农林水支出", "2.22", "", "2.22"},
	{"21301", "农业农村", "2.22", "", "2.22"},
	{"2130108", "病虫害控制", "2.22", "", "2.22"},
}

var columns = [3]string{"小计", "基本支出", "项目支出"}

var plainTruth = truthOf(form)

func truthOf(rows [][5]string) printed.Truth {
	out := printed.Truth{}
	for _, row := range rows {
		key := row[0]
		if key == "" {
			key = fixture.Total
		}
		for i, column := range columns {
			out[fixture.Slot{Form: fixture.F05, Row: key, Column: column}] = printed.Shown{Value: strings.ReplaceAll(row[2+i], ",", "")}
		}
	}
	return out
}

// without is the truth without some rows, by their codes.
func without(codes ...string) printed.Truth {
	out := printed.Truth{}
	for slot, s := range plainTruth {
		for _, code := range codes {
			if slot.Row == code {
				s.Value = ""
			}
		}
		out[slot] = s
	}
	return out
}
