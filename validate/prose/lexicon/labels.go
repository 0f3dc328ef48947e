package lexicon

import (
	"strings"

	"suanqing/validate/form"
)

// KeyEvaluated is the key of the money that a performance section speaks of.
const KeyEvaluated = "评价资金"

// fullNames are what subjects are called in messages, as the forms and the law call them,
// where the key that equations name is shorter.
var fullNames = map[string]string{
	"收支总计": "收、支总计", KeyIncome: "本年收入合计", KeySpending: "本年支出合计", "财政拨款收支总计": "财政拨款收、支总计",
	"一般公共预算收入": "一般公共预算财政拨款收入", "政府性基金收入": "政府性基金预算财政拨款收入", "国有资本收入": "国有资本经营预算财政拨款收入",
	KeyGeneral: "一般公共预算财政拨款支出", "政府性基金支出": "政府性基金预算财政拨款支出", "国有资本支出": "国有资本经营预算财政拨款支出",
	"一般公共预算基本支出": "一般公共预算财政拨款基本支出", "一般公共预算项目支出": "一般公共预算财政拨款项目支出",
	"基本支出人员经费": "基本支出中的人员经费", "基本支出公用经费": "基本支出中的公用经费", "教育收费": "财政专户管理教育收费",
	"基金本年收入": "政府性基金预算财政拨款本年收入", "基金本年支出": "政府性基金预算财政拨款本年支出",
	"基金基本支出": "政府性基金预算财政拨款基本支出", "基金项目支出": "政府性基金预算财政拨款项目支出",
	"基金年初结转": "政府性基金预算财政拨款年初结转和结余", "基金年末结转": "政府性基金预算财政拨款年末结转和结余",
	"国资本年收入": "国有资本经营预算财政拨款本年收入", "国资本年支出": "国有资本经营预算财政拨款本年支出",
	"国资基本支出": "国有资本经营预算财政拨款基本支出", "国资项目支出": "国有资本经营预算财政拨款项目支出",
	"国资年初结转": "国有资本经营预算财政拨款年初结转和结余", "国资年末结转": "国有资本经营预算财政拨款年末结转和结余",
	"一般公共预算安排": "一般公共预算财政拨款安排的支出", "政府性基金安排": "政府性基金预算财政拨款安排的支出", "国有资本安排": "国有资本经营预算财政拨款安排的支出",
	"基本支出会议费": "基本支出中的会议费", "基本支出培训费": "基本支出中的培训费",
	KeyProcured: "政府采购支出", "授予中小企业": "授予中小企业合同", "授予小微企业": "授予小微企业合同",
	"货物授予中小企业": "货物采购授予中小企业合同", "工程授予中小企业": "工程采购授予中小企业合同", "服务授予中小企业": "服务采购授予中小企业合同",
	"预留中小企业": "面向中小企业预留的采购项目预算", "预留小微企业": "面向小微企业预留的采购项目预算",
	"中小企业成交": "中小企业中标或成交", "小微企业成交": "小微企业中标或成交", "其他采购中小企业成交": "其他采购项目中小企业中标或成交",
	KeyEvaluated: "涉及资金",
}

// Label is the subject as a clerk says it.
func (s *Subject) Label() string {
	switch {
	case s.Code != "":
		return s.Code + " " + form.StripOrdinal(s.Name)
	case s.Name != "":
		return s.Name
	case fullNames[s.Key] != "":
		return fullNames[s.Key]
	}
	if grade, ok := strings.CutPrefix(s.Key, "评级:"); ok {
		return "评为“" + grade + "”的项目"
	}
	return strings.TrimPrefix(strings.TrimPrefix(s.Key, OfRunning), "车:")
}
