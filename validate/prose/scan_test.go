package prose

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// read is what a sentence of a section is read as: subject, measure, figure.
func read(heading string, lines ...string) (said []string) {
	r := collect(boundTo(append([]string{"第三部分 2023年度部门决算情况说明", heading}, lines...)...))
	r.place()
	rd := newReader(r)
	rd.read()
	for _, m := range rd.mentions {
		s := "?"
		if m.subject != nil && m.column != "" {
			s = m.subject.label() + " " + m.column
		}
		said = append(said, strings.TrimSpace(s+" "+m.number.value.String()+m.number.unit+" "+m.base))
	}
	return said
}

// TestSentences: what clerks write, as subject, measure and figure.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		heading, line string
		want          []string
	}{
		{"一、收入支出决算总体情况说明", "2023年度收、支总计均为 1,677.91 万元。与 2022 年度相比，收、支总计各增加 325.31 万元，增长 24.05%。主要是追加了 50 万元。",
			[]string{"收、支总计 决算 1677.91万元", "收、支总计 增减额 325.31万元 上年", "收、支总计 增减率 24.05% 上年"}},
		{"一、收入支出决算总体情况说明", "2023年度收入总计、支出总计分别为10.00万元、12.00万元，比上年减少1.00万元、2.00万元。",
			[]string{"收入总计 决算 10.00万元", "支出总计 决算 12.00万元", "收入总计 增减额 -1.00万元 上年", "支出总计 增减额 -2.00万元 上年"}},
		{"三、支出决算情况说明", "支出合计１００．００万元，其中：基本支出60.00万元，占60%；项目支出40.00万元，占40%。",
			[]string{"本年支出合计 决算 100.00万元", "基本支出 决算 60.00万元", "基本支出 占比 60.00%", "项目支出 决算 40.00万元", "项目支出 占比 40.00%"}},
		{"三、支出决算情况说明", "社会保险项目支出40.00万元，占40%。", []string{"? 40.00万元", "? 40.00%"}},
		{"七、财政拨款“三公”经费支出决算情况说明", "“三公”经费支出全年预算为 64.1 万元，支出决算为 60 万元，完成全年预算的 93.6%。决算数小于预算数。",
			[]string{"三公经费 全年预算 64.10万元", "三公经费 决算 60.00万元", "三公经费 完成率 93.60% 全年预算"}},
		{"十、机关运行经费支出说明", "机关运行经费支出 289.22 万元，比年初预算数减少 4.01 万元，下降 1.37%。",
			[]string{"机关运行经费 决算 289.22万元", "机关运行经费 预算增减额 -4.01万元 年初预算", "机关运行经费 预算增减率 -1.37% 年初预算"}},
	} {
		assert.Equal(t, c.want, read(c.heading, c.line), c.line)
	}
}

// TestNoFigures: numbers that are no figures of the accounts.
func TestNoFigures(t *testing.T) {
	for _, line := range []string{
		"根据〔2019〕5号文件和12345热线受理情况编制，办公地址252弄4号3楼。",
		"主要原因是年中调减50万元，增长5%。",
		"单价100万元（含）以上设备、50万元以上项目按规定管理。",
		"2023年12月31日前完成，“十四五”规划第3章。",
		"价格指数上涨1.5个百分点，单价3.2元/平方米。",
	} {
		assert.Empty(t, read("三、支出决算情况说明", line), line)
	}
	assert.Empty(t, read("第四部分 名词解释", "一、基本支出：指支出10.00万元。"))
}

// TestJoinedLines: a number parted from its unit, and a word parted over lines, are one;
// items are not.
func TestJoinedLines(t *testing.T) {
	said := read("三、支出决算情况说明", "本年支出合计 4733.14", "万元，其中：基本支", "出 3365.38 万元，占 71.10%。", "1、项目支出 1.00 万元", "2、经营支出 2.00 万元")
	require.Len(t, said, 5)
	assert.Equal(t, "本年支出合计 决算 4733.14万元", said[0])
	assert.Equal(t, "基本支出 决算 3365.38万元", said[1])
	assert.Equal(t, "经营支出 决算 2.00万元", said[4])
}
