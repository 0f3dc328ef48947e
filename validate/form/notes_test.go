package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStripNotes(t *testing.T) {
	for text, want := range map[string]string{
		"招商引资*": "招商引资", "基本支出①": "基本支出", "行政单位医疗[1]": "行政单位医疗", "公务接待费(注1)": "公务接待费", "劳务费(注)": "劳务费",
		"奖金注2": "奖金", "奖金(注1)(注2)**": "奖金", "住房公积金²": "住房公积金",
		"*": "*", "(1)": "(1)", "维修(护)费": "维修(护)费", "因公出国(境)": "因公出国(境)", "一般公共服务支出[201]": "一般公共服务支出[201]",
		"资本性支出(基本建设)": "资本性支出(基本建设)", "": "", "2023": "2023", "863": "863",
	} {
		assert.Equal(t, want, StripNotes(text), text)
	}
	assert.True(t, SameName("一般行政管理事务（注1）", "一般行政管理事务"))
	assert.False(t, SameName("对企业补助(基本建设)", "对企业补助"))
}
