package prose

import "suanqing/validate/lab/fixture"

// The subjects of the figures that are no functional items. An item's subject is its code.
const (
	GrandTotal   = "收支总计"
	Income       = "本年收入"
	FiscalIncome = "财政拨款收入"
	GeneralGrant = "一般公共预算财政拨款收入"
	FundGrant    = "政府性基金预算财政拨款收入"
	StateGrant   = "国有资本经营预算财政拨款收入"
	Spending     = "本年支出"
	Basic        = "基本支出"
	Project      = "项目支出"
	FiscalTotal  = "财政拨款收支总计"
	Fiscal       = "财政拨款支出"
	General      = "一般公共预算支出"
	GeneralBasic = "一般公共预算基本支出"
	Personnel    = "人员经费"
	Public       = "公用经费"
	FundIncome   = "政府性基金收入"
	FundSpending = "政府性基金支出"
	FundOpening  = "政府性基金年初结转和结余"
	FundClosing  = "政府性基金年末结转和结余"
	StateIncome  = "国有资本经营收入"
	StateSpent   = "国有资本经营支出"
	Opening      = "年初结转和结余"
	Closing      = "年末结转和结余"
	Drawn        = "使用非财政拨款结余"
	Allocated    = "结余分配"
	ThreePublic  = "“三公”经费"
	Travel       = "因公出国（境）费"
	Vehicles     = "公务用车购置及运行维护费"
	Purchase     = "公务用车购置费"
	Operation    = "公务用车运行维护费"
	Reception    = "公务接待费"
	Meetings     = "会议费"
	Training     = "培训费"
	Running      = "机关运行经费"
	Procurement  = "政府采购"
	Goods        = "政府采购货物"
	Works        = "政府采购工程"
	Services     = "政府采购服务"
	ToSME        = "授予中小企业"
	ToMicro      = "授予小微企业"
)

// ownIncomes and ownSpendings are the kinds of income and spending besides fiscal ones, in
// the forms' order.
var (
	ownIncomes   = []string{"上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"}
	ownSpendings = []string{"上缴上级支出", "经营支出", "对附属单位补助支出"}
)

// cells says on which form each subject's figure of the year stands.
var cells = map[string]fixture.Slot{
	GrandTotal: {Form: fixture.F01, Row: "收入总计", Column: "金额"},
	Opening:    {Form: fixture.F01, Row: "年初结转和结余", Column: "金额"},
	Closing:    {Form: fixture.F01, Row: "年末结转和结余", Column: "金额"},
	Drawn:      {Form: fixture.F01, Row: "使用非财政拨款结余", Column: "金额"},
	Allocated:  {Form: fixture.F01, Row: "结余分配", Column: "金额"},
	Income:     {Form: fixture.F02, Row: fixture.Total, Column: "本年收入合计"},

	FiscalIncome: {Form: fixture.F02, Row: fixture.Total, Column: "财政拨款收入"},
	GeneralGrant: {Form: fixture.F01, Row: GeneralGrant, Column: "金额"},
	FundGrant:    {Form: fixture.F01, Row: FundGrant, Column: "金额"},
	StateGrant:   {Form: fixture.F01, Row: StateGrant, Column: "金额"},
	"上级补助收入":     {Form: fixture.F02, Row: fixture.Total, Column: "上级补助收入"},
	"事业收入":       {Form: fixture.F02, Row: fixture.Total, Column: "事业收入"},
	"经营收入":       {Form: fixture.F02, Row: fixture.Total, Column: "经营收入"},
	"附属单位上缴收入":   {Form: fixture.F02, Row: fixture.Total, Column: "附属单位上缴收入"},
	"其他收入":       {Form: fixture.F02, Row: fixture.Total, Column: "其他收入"},

	Spending:    {Form: fixture.F03, Row: fixture.Total, Column: "本年支出合计"},
	Basic:       {Form: fixture.F03, Row: fixture.Total, Column: "基本支出"},
	Project:     {Form: fixture.F03, Row: fixture.Total, Column: "项目支出"},
	"上缴上级支出":    {Form: fixture.F03, Row: fixture.Total, Column: "上缴上级支出"},
	"经营支出":      {Form: fixture.F03, Row: fixture.Total, Column: "经营支出"},
	"对附属单位补助支出": {Form: fixture.F03, Row: fixture.Total, Column: "对附属单位补助支出"},

	FiscalTotal:  {Form: fixture.F04, Row: "收入总计", Column: "金额"},
	Fiscal:       {Form: fixture.F04, Row: "本年支出合计", Column: "合计"},
	General:      {Form: fixture.F05, Row: fixture.Total, Column: "小计"},
	GeneralBasic: {Form: fixture.F05, Row: fixture.Total, Column: "基本支出"},
	Personnel:    {Form: fixture.F06, Row: "人员经费合计", Column: "金额"},
	Public:       {Form: fixture.F06, Row: "公用经费合计", Column: "金额"},
	FundIncome:   {Form: fixture.F07, Row: fixture.Total, Column: "本年收入"},
	FundSpending: {Form: fixture.F07, Row: fixture.Total, Column: "小计"},
	FundOpening:  {Form: fixture.F07, Row: fixture.Total, Column: "年初结转和结余"},
	FundClosing:  {Form: fixture.F07, Row: fixture.Total, Column: "年末结转和结余"},
	StateIncome:  {Form: fixture.F08, Row: fixture.Total, Column: "本年收入"},
	StateSpent:   {Form: fixture.F08, Row: fixture.Total, Column: "小计"},

	ThreePublic: {Form: fixture.F09, Row: "决算数", Column: "合计"},
	Travel:      {Form: fixture.F09, Row: "决算数", Column: Travel},
	Vehicles:    {Form: fixture.F09, Row: "决算数", Column: Vehicles},
	Purchase:    {Form: fixture.F09, Row: "决算数", Column: Purchase},
	Operation:   {Form: fixture.F09, Row: "决算数", Column: Operation},
	Reception:   {Form: fixture.F09, Row: "决算数", Column: Reception},
	Meetings:    {Form: fixture.F06, Row: "30215", Column: "金额"},
	Training:    {Form: fixture.F06, Row: "30216", Column: "金额"},
}
