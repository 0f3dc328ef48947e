package form

// Titles, in the order of what they are of. See words.go.

// Accounts is a word that titles of final accounts have and those of budgets have not.
const Accounts = "决算"

// Treasury is the set of forms that is handed in and not published: 财决01表. layouts.md.
const Treasury = "财决"

// Titles of the nine forms. One that is part of another form's title yields to it.
const (
	titlesF01 = "收入支出决算总表|收支决算总表" + // standard, fixture
		"|收入支出决算表|收支决算表|收入支出总体情况表" + // unrecorded
		"|收入支出决算汇总表|收支决算汇总表|决算收入支出总表|决算收支总表|收入支出决算公开表|收支决算公开表|收入支出决算情况表|收支决算情况表" // usual
	titlesF02 = "收入决算表" + // standard
		"|收入决算总表" + // unrecorded
		"|决算收入总表|决算收入表|收入决算公开表|收入决算情况表|收入决算汇总表" // usual
	titlesF03 = "支出决算表" + // standard
		"|支出决算总表" + // unrecorded
		"|决算支出总表|决算支出表|支出决算公开表|支出决算情况表|支出决算汇总表" // usual
	titlesF04 = "财政拨款收入支出决算总表|财政拨款收支决算总表" + // standard, fixture
		"|财政拨款收入支出决算表|财政拨款收支决算表" + // unrecorded
		"|财政拨款收入支出决算汇总表|财政拨款决算收入支出总表|财政拨款决算收支总表|财政拨款收入支出决算公开表|财政拨款收支决算公开表|财政拨款收入支出决算情况表|财政拨款收支决算情况表" // usual
	titlesF05 = "一般公共预算财政拨款支出决算表|一般公共预算支出决算表" + // standard, fixture
		"|一般公共预算财政拨款支出决算总表" + // unrecorded
		"|一般公共预算支出决算总表|一般公共预算财政拨款支出决算公开表|一般公共预算财政拨款支出决算情况表|一般公共预算支出决算情况表|一般公共预算财政拨款决算支出表" + // usual
		"|公共预算财政拨款支出决算表|公共财政预算财政拨款支出决算表|公共财政预算支出决算表|公共财政预算拨款支出决算表|一般公共预算拨款支出决算表" // usual, before 2016 most
	titlesF06 = "一般公共预算财政拨款基本支出决算明细表|一般公共预算财政拨款基本支出决算表|一般公共预算基本支出决算表" + // standard, fixture
		"|一般公共预算基本支出决算明细表|一般公共预算财政拨款基本支出明细表|一般公共预算财政拨款基本支出经济分类决算表" + // unrecorded
		"|一般公共预算基本支出明细表|一般公共预算财政拨款基本支出决算情况表|一般公共预算基本支出决算情况表|一般公共预算财政拨款基本支出决算公开表" + // usual
		"|一般公共预算财政拨款基本支出经济分类决算明细表|一般公共预算财政拨款基本支出决算经济分类表|一般公共预算财政拨款基本支出经济分类支出决算表|一般公共预算基本支出经济分类决算表" +
		"|一般公共预算财政拨款基本支出经济科目决算表|一般公共预算财政拨款基本支出按经济分类决算表|一般公共预算财政拨款(基本支出)决算表|一般公共预算财政拨款支出决算表(基本支出)" +
		"|公共预算财政拨款基本支出决算表|公共预算财政拨款基本支出决算明细表|公共财政预算财政拨款基本支出决算表|公共财政预算财政拨款基本支出决算明细表|公共财政预算基本支出决算表"
	titlesF07 = "政府性基金预算财政拨款收入支出决算表|政府性基金预算收入支出决算表|政府性基金预算财政拨款支出决算表" + // standard, fixture
		"|政府性基金预算财政拨款收支决算表|政府性基金收入支出决算表|政府性基金财政拨款收入支出决算表" + // unrecorded
		"|政府性基金预算支出决算表|政府性基金预算收支决算表|政府性基金支出决算表" + // unrecorded
		"|政府性基金预算财政拨款收入支出决算总表|政府性基金预算财政拨款收入支出决算情况表|政府性基金预算财政拨款支出决算情况表|政府性基金预算支出决算情况表" + // usual
		"|政府性基金预算财政拨款收入支出决算公开表|政府性基金收支决算表|政府性基金财政拨款支出决算表|政府性基金财政拨款收支决算表|政府性基金预算财政拨款决算表|政府性基金预算决算表|政府性基金决算表"
	titlesF08 = "国有资本经营预算财政拨款支出决算表|国有资本经营预算支出决算表" + // standard, fixture
		"|国有资本经营预算财政拨款(收入)支出决算表" + // layouts.md
		"|国有资本经营预算财政拨款收支决算表|国有资本经营财政拨款支出决算表|国有资本经营支出决算表|国有资本经营预算收支决算表" + // unrecorded
		"|国有资本经营预算财政拨款支出决算情况表|国有资本经营预算支出决算情况表|国有资本经营预算财政拨款支出决算公开表|国有资本经营收支决算表" + // usual
		"|国有资本经营预算财政拨款决算表|国有资本经营预算决算表|国有资本经营决算表|国有资本经营预算拨款支出决算表"
	titlesF09 = "财政拨款三公经费支出决算表|三公经费支出决算表|一般公共预算财政拨款三公经费支出决算表" + // standard, fixture
		"|财政拨款三公经费及会议费培训费支出决算表|三公经费及会议费培训费支出决算表" + // 陕西: layouts.md
		"|三公经费支出表" + // tests
		"|一般公共预算三公经费支出决算表|三公经费公共预算财政拨款支出决算表|财政拨款三公经费决算表|三公经费决算表" + // unrecorded
		"|三公经费支出情况表|三公经费支出决算情况表|三公经费支出预决算表" // unrecorded
)

// Titles that some provinces give another form than this one, beside it.
const (
	detailedExpenditure = "一般公共预算财政拨款支出决算明细表" // tests

	weakerF02 = "收入决算明细表"                                  // unrecorded
	weakerF03 = "支出决算明细表"                                  // unrecorded
	weakerF05 = detailedExpenditure + "|一般公共预算财政拨款收入支出决算表" // tests; unrecorded
	weakerF06 = "财政拨款基本支出决算表" +                            // tests
		"|基本支出决算表|基本支出决算明细表" + // unrecorded
		"|财政拨款基本支出决算明细表|基本支出经济分类决算表" // usual
	weakerF08 = "国有资本经营预算财政拨款收入支出决算表|国有资本经营预算收入支出决算表" + // 四川 publishes it beside; fixture
		"|国有资本经营财政拨款收入支出决算表|国有资本经营收入支出决算表|国有资本经营预算财政拨款收入支出决算情况表" // usual
	weakerF09 = "机构运行信息表" + // 上海: putuo, tests
		"|机构运行信息决算表" // unrecorded
)

// afterTitle begin what may follow a title: a bracket, a page or form number, a unit.
var afterTitle = []string{"(", "续", "公开", "单位:", "金额单位", "-", "第", "附", // fixture (TitleNumbers, TitleLines)
	"表", ":公开", ":表", "/公开", "GK"} // usual

// WholeSets end what heads a page of the whole set: no title of one form.
var WholeSets = []string{"部门决算表", "公开表", "报表", "续表", // fixture, tests
	"单位决算表"} // unrecorded

// quoting are words by which a note names a form of another set: 数据来源:财决01表.
var quoting = []string{"依据", "根据", "来源", "来自", "取自", "摘自", "按照", "参见", "详见", "《", "。"}

// budgetEndings end the titles of a budget set (部门预算), once blanks, brackets
// and page marks are gone.
var budgetEndings = []string{"预算表", "预算总表", "预算明细表", "预算汇总表", "预算公开表", "预算支出表", "预算收入表", "预算支出情况表",
	"收支总表", "收入总表", "支出总表", "收支总体情况表", "收入总体情况表", "支出总体情况表", "预算基本支出表", "预算三公经费支出表",
	"预算支出总表", "预算基本支出情况表", "预算三公经费支出情况表", "项目支出表", "整体支出绩效目标表", "项目支出绩效目标表"}

// notBefore are endings of what stands before a title that make it another
// form's title: 项目 + 支出决算表 is not F03.
var notBefore = []string{"拨款", "预算", "项目", "基本", "经营", "专户", "资金", "基金", "费", "补助", "采购", "资产", "付",
	"人员", "公用", "经费", "税", "债务", "绩效", "财政", "收入", "支出", "明细", "其他", "资本", "三公", "分类"}

// titleWords are what every title has at least one of.
var titleWords = []string{"决算", "三公", "总体情况", "明细表", "机构运行信息"}

// otherForms are words of the titles of forms that stand beside the nine in some
// provinces' sets, and bear titles much like theirs.
var otherForms = []string{"所属单位支出", "所属单位收入", "所属单位收支", "分单位", "项目支出决算表", "项目支出决算明细表", "财政拨款支出决算明细表", "机关运行经费支出情况表", "机关运行经费支出决算表",
	"机关运行经费情况表", "政府采购", "国有资产占用", "资产负债", "政府性基金预算财政拨款基本支出", "国有资本经营预算财政拨款基本支出", "绩效自评", "绩效目标", "绩效评价", "财政专户管理资金"}

// otherThreePublic are words by which a title with 三公经费 is of other money or
// of another kind.
var otherThreePublic = []string{"政府性基金", "国有资本", "绩效"}

const threePublic = "三公经费"

// funds stand before 三公经费 in titles and are no department.
var funds = []string{"财政拨款", "一般公共预算", "公共预算", "部门", "单位"}

// saying are words and marks of a sentence that mentions a form.
var saying = []string{"反映", "说明", "详见", "本表", "见附表", "见公开", "注:", ",", "。", ";", "!", "?", "《", "》"}
