package performance

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestReached: what was reached against what was aimed at, as clerks write the two.
func TestReached(t *testing.T) {
	for _, c := range []struct {
		target, actual, name string
		want                 verdict
	}{
		{"≥96%", "95%", "", missed},
		{"≥96%", "96.00%", "", met},
		{"≥９５％", "95%", "", met},
		{">95 达标率", ">95%", "", unknown},
		{"≥95 百分率", "≥95%", "", unknown},
		{"=100 百分率", "100%", "", met},
		{"=100百分率", "99%", "", missed},
		{"≥38万人", "≥39万人", "", unknown},
		{"≥40万件", "39.5万件", "", missed},
		{"≥2万人", "19500人", "", missed},
		{"≥2万人", "23500", "", met},
		{"≥2万人", "2.35", "", met},
		{"≤50万元", "43.11", "", met},
		{"≤50万元", "510000元", "", missed},
		{"≤50万元", "499000", "", met},
		{"≥95%", "0.975", "", met},
		{"≥95%", "0.935", "", missed},
		{"95%以上", "90%", "", missed},
		{"95%（含）以上", "95%", "", met},
		{"不超过3个工作日", "5个工作日", "", missed},
		{"≤3个工作日", "24小时", "", unknown},
		{"≤24小时", "≤24小时", "", unknown},
		{"控制在1条以内", "2条", "", missed},
		{"80%-90%", "78%", "", missed},
		{"80%～90%", "85%", "", met},
		{"80%-90%", "93%", "", unknown},
		{"10个", "12个", "", met},
		{"10个", "9", "", missed},
		{"5件", "3件", "投诉件数", unknown},
		{"3个工作日", "2个工作日", "", unknown},
		{"=0人", "1人", "", missed},
		{"0人", "无", "", met},
		{"<1‰", "0.6‰", "", met},
		{"≤1%", "0.6‰", "", met},
		{"≥20%", "下降31%", "", met},
		{"达到95%", "93%", "", missed},
		{"文字描述：及时", "及时", "", met},
		{"及时", "未及时", "", missed},
		{"不发生", "未发生", "", unknown},
		{"年底完成", "未完成", "", missed},
		{"年底完成", "按时完成", "", met},
		{"2023年11月底前", "2023年12月25日", "", missed},
		{"2023年11月底前", "2023.11.20", "", met},
		{"12月底前完成", "按期完成", "", unknown},
		{"完成上级指标", "完成上级要求", "", unknown},
		{"≥3次", "", "", unknown},
		{"", "3次", "", unknown},
		{"≥2次/日", "3次/日", "", met},
		{"每月10日前，全年12次", "11次", "", unknown},
		{"≥90分，优良", "80分", "", unknown},
		{"≥１，１００人", "1100人", "", met},
	} {
		x := indicator{hasTarget: true, hasActual: true}
		x.target.text, x.actual.text, x.third.text = c.target, c.actual, c.name
		for _, f := range []*figure{&x.target, &x.actual} {
			f.there = true
			f.read()
		}
		assert.Equal(t, c.want, x.judge(), "%s %s %s", c.target, c.actual, c.name)
	}
}

func TestLimits(t *testing.T) {
	for text, want := range map[string]int{
		"得分90分(含)以上为优,80分(含)至90分为良,60分(含)至80分为中,60分以下为差。": 4,
		"优(90-100分)、良(80-90分)、中(60-80分)、差(60分以下)。":        4,
		"90分以上为优秀,75分至90分为良好,60分至75分为合格,60分以下为不合格":        4,
		"3个项目自评等级为优,2个项目自评等级为良,1个为中。":                     0,
		"得分90分以上为优,80分以上为优,60分以上为中。":                      0,
		"本部门2023年度收入总计90.00万元,其中财政拨款80.00万元。":             0,
	} {
		assert.Len(t, limitsIn([]rune(text)), want, text)
	}
}
