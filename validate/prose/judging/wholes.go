package judging

import (
	"strings"

	"suanqing/validate/prose/lexicon"
)

// PartsOf are the sums that the text itself must keep: a total and its parts.
var PartsOf = []struct {
	Total string
	Parts string
	All   bool // every part must be stated; else those that are not are nothing
}{
	{lexicon.KeyPublic, "因公出国（境）费|公务用车购置及运行维护费|公务接待费", true},
	{"公务用车购置及运行维护费", "公务用车购置费|公务用车运行维护费", true},
	{"公务接待费", "国内接待费|国（境）外接待费", true},
	{lexicon.KeyProcured, strings.Join(lexicon.KindsBought, "|"), true},
	{"授予中小企业", "授予中型企业|授予小微企业", true},
	{"一般公共预算基本支出", "人员经费|公用经费", true},
	{"基本支出", "基本支出人员经费|基本支出公用经费", true},
	{"机关运行经费", "行政单位机关运行经费|参公单位机关运行经费", true},
	{"资产总额", "流动资产|固定资产|对外投资及有价证券|在建工程|无形资产|其他资产", true},
	{"共有车辆", "车:", false},
	{"授予中小企业", "货物授予中小企业|工程授予中小企业|服务授予中小企业", true},
	{"接待批次", "国内批次|国（境）外批次", true},
}

// Loose are totals of which there may be further parts.
var Loose = map[string]bool{"资产总额": true}

// Within are parts that are no more than their wholes.
var Within = [][2]string{
	{"授予中小企业", lexicon.KeyProcured}, {"授予小微企业", lexicon.KeyProcured}, {"授予小微企业", "授予中小企业"},
	{"授予中型企业", lexicon.KeyProcured},
	{"预留小微企业", "预留中小企业"}, {"小微企业成交", "中小企业成交"}, {"中小企业成交", lexicon.KeyProcured}, {"小微企业成交", lexicon.KeyProcured}, {"其他采购中小企业成交", lexicon.KeyProcured},
	{"外宾接待费", "国内接待费"}, {"外宾接待费", "公务接待费"}, {"国（境）外接待费", "公务接待费"}, {"其他国内接待费", "公务接待费"}, {"国内接待费", "公务接待费"}, {"外宾批次", "接待批次"}, {"外宾人次", "接待人次"},
}
