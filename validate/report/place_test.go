package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlace(t *testing.T) {
	for want, c := range map[string]Cell{
		"03支出决算表!C6": {Sheet: "03支出决算表", Cell: "C6"},
		"说明.docx 六、第41段“基本支出决算 1,280.36 万元”":            {Document: "说明.docx", Section: "六", Paragraph: 41, Words: "基本支出决算 1,280.36 万元"},
		"说明.docx “收入决算情况”第2段“…般公共预算财政拨款收入为1,677.91 万元”": {Document: "说明.docx", Section: "收入决算情况", Paragraph: 2, Words: "2023年度收入合计，其中一般公共预算财政拨款收入为1,677.91\n万元"},
		"一、情况说明!A32“收、支总计均为 1,678.91 万元”":               {Section: "一", Words: "收、支总计均为 1,678.91 万元", Sheet: "情况说明", Cell: "A32"},
		"第7段“x”": {Paragraph: 7, Words: "x", Sheet: "a", Cell: "A1"},
	} {
		assert.Equal(t, want, c.Place())
	}
}
