package performance

import "slices"

// reachings are targets with what was reached, in the ways that clerks write the two.
var reachings = []struct{ name, third, target, actual string }{
	{"both-with-their-sign", "参与学生人数", "≥2万人", "≥2.35万人"},
	{"percent-in-words", "工程验收合格率", "=100百分率", "100%"},
	{"rate-in-words", "查档群众满意度", ">95 达标率", ">95%"},
	{"told-in-words", "科普氛围", "文字描述：达到上级要求", "达到要求"},
	{"done-on-time", "课程计划完成时间", "12月底前完成", "按期完成"},
	{"done-before", "课程计划完成时间", "2023年12月31日前", "2023年12月15日"},
	{"done-in-month", "完工时间", "2023年12月前完成", "2023.11.20"},
	{"in-time", "新书上架时间", "文字描述：及时", "及时完成"},
	{"healthy", "书屋管理制度健全性", "定性：健全", "已健全"},
	{"unit-of-ten-thousand", "参与学生人数", "≥2万人", "23500人"},
	{"unit-only-in-the-target", "送课学校数量", "≥30所", "31"},
	{"unit-only-in-the-value", "送课学校数量", "≥30", "31所"},
	{"blanks", "展厅开放天数", "≥ 100 天", "104 天"},
	{"thousands", "资助学生人数", "≥1,100人", "1100人"},
	{"without-a-sign", "更换小区数量", "10个", "10"},
	{"above", "居民满意度", "85%以上", "91.20%"},
	{"above-included", "居民满意度", "85%（含）以上", "85%"},
	{"not-below", "居民满意度", "不低于85%", "85.00%"},
	{"not-more", "隐患处置时限", "不超过3个工作日", "3个工作日"},
	{"within", "黑臭水体返黑条数", "控制在1条以内", "0条"},
	{"below", "著录差错率", "<1‰", "0.6‰"},
	{"full-width", "查档群众满意度", "≥９０％", "９８％"},
	{"typed-sign", "查档群众满意度", ">=90%", "98%"},
	{"other-sign", "查档群众满意度", "≧90%", "98%"},
	{"range", "课程验收优良率", "80%-90%", "88%"},
	{"range-with-a-wave", "课程验收优良率", "80%～90%", "85%"},
	{"fall", "火灾隐患投诉下降率", "≥20%", "下降31%"},
	{"equal-with-sign", "隐患处置时限", "=3个工作日", "=3个工作日"},
	{"another-measure", "隐患处置时限", "≤3个工作日", "24小时"},
	{"hours", "隐患处置时限", "≤24小时", "≤24小时"},
	{"per-day", "日均巡查次数", "≥2次/日", "3次/日"},
	{"zero", "困难学生辍学人数", "0人", "无"},
	{"more-than-all", "名单公示时间", "≥150%", "150%"},
	{"as-expected", "科普氛围", "效果明显", "达成预期指标"},
	{"by-the-rules", "档案利用效率", "符合相关规定", "达成预期指标"},
	{"percent-in-other-words", "资金发放及时率", "≥100百分比", "100"},
	{"small-sign", "工程验收合格率", "﹦100%", "100%"},
	{"whole-year", "展厅开放天数", "全年开放", "全年开放"},
}

// allTraps are the traps, those of targets with them.
func allTraps() []edit {
	out := slices.Clone(traps)
	for _, x := range reachings {
		out = append(out, edit{"", "reached-" + x.name, "", reached(x.third, x.target, x.actual), nil})
	}
	return out
}
