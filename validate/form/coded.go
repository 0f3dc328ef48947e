package form

// Sub-columns that some sets print under a column of the forms. They are parts
// of it, in no identity of the nine forms.
const (
	underBasic   = basic + "/" + personnel + "|" + publicUse
	underProject = project + "/" + projects
	underBalance = openings + "|" + incomes + "|收入|" + closings + "/" + basic + "|" + project + "|" + personnel + "|" + publicUse
	underGrant   = grants + "/" + generalIncome + "|" + fundIncome + "|" + stateIncome
	underOwn     = undertaking + "/" + tuition
)

var f02 = Form{
	ID: "F02", Title: "收入决算表", Short: "收入决算表", Keying: ByFunctional, Codes: &functional, NotedRows: &pageSums,
	titles: titlesF02, weaker: weakerF02, Keys: &codeKeys, Noted: &remarks, NotedAt: []string{underGrant, underOwn},
	Columns: []Column{
		{ID: "本年收入合计", Headers: []string{incomes + "|" + wholes}},
		{ID: "财政拨款收入", Headers: []string{grants + "/" + parts, grants}},
		{ID: "上级补助收入", Spare: true, Headers: []string{fromAbove}},
		{ID: "事业收入", Spare: true, Headers: []string{undertaking + "/" + parts, undertaking}},
		{ID: "经营收入", Spare: true, Headers: []string{business}},
		{ID: "附属单位上缴收入", Spare: true, Headers: []string{fromBelow}},
		{ID: "其他收入", Spare: true, Headers: []string{otherIncome}},
	},
}

var f03 = Form{
	ID: "F03", Title: "支出决算表", Short: "支出决算表", Keying: ByFunctional, Codes: &functional, NotedRows: &pageSums,
	titles: titlesF03, weaker: weakerF03, Keys: &codeKeys, Noted: &remarks, NotedAt: []string{underBasic, underProject},
	Columns: []Column{
		{ID: "本年支出合计", Headers: []string{expenditures + "|" + wholes}},
		{ID: "基本支出", Headers: []string{basic + "/" + parts, basics}},
		{ID: "项目支出", Headers: []string{project + "/" + parts, projectTotals}},
		{ID: "上缴上级支出", Spare: true, Headers: []string{upwards}},
		{ID: "经营支出", Spare: true, Headers: []string{businessSpending}},
		{ID: "对附属单位补助支出", Spare: true, Headers: []string{downwards}},
	},
}

// The three expenditure columns that F05, F07 and F08 share.
var (
	wholePart = Column{ID: "小计", Headers: []string{spending + "/" + parts, expenditures + "|小计|" + wholes}}
	basicPart = Column{ID: "基本支出",
		Headers: []string{spending + "/" + basic + "/" + parts, spending + "/" + basic, basic + "/" + parts, basic}}
	projectPart = Column{ID: "项目支出",
		Headers: []string{spending + "/" + project + "/" + parts, spending + "/" + project, project + "/" + parts, project}}
)

// The columns before the expenditure and the one after it; where a set has the
// expenditure only, these are absent.
var (
	openingPart = Column{ID: "年初结转和结余", Optional: true, Headers: []string{openings, openings + "/" + parts}}
	incomePart  = Column{ID: "本年收入", Optional: true, Headers: []string{incomes + "|收入", incomes + "/" + parts}}
	closingPart = Column{ID: "年末结转和结余", Optional: true, Headers: []string{closings, closings + "/" + parts}}
)

// Planned is the column of the budget as the year began that some provinces print on F05;
// it is in no identity.
const Planned = "年初预算数"

var f05 = Form{
	ID: "F05", Title: "一般公共预算财政拨款支出决算表", Short: "一般公共预算支出表", Keying: ByFunctional, Codes: &functional, NotedRows: &pageSums,
	titles: titlesF05,
	weaker: weakerF05,
	Keys:   &codeKeys, Noted: &besideGeneral,
	NotedAt: []string{underBasic, underProject}, Columns: []Column{wholePart, basicPart, projectPart},
}

var f07 = Form{
	ID: "F07", Title: "政府性基金预算财政拨款收入支出决算表", Short: "政府性基金收支表", Keying: ByFunctional, Codes: &functional, NotedRows: &pageSums,
	titles: titlesF07,
	Keys:   &codeKeys, Noted: &balanceParts, NotedAt: []string{underBasic, underProject, underBalance}, Columns: []Column{openingPart, incomePart, wholePart, basicPart, projectPart, closingPart},
}

var f08 = Form{
	ID: "F08", Title: "国有资本经营预算财政拨款支出决算表", Short: "国有资本经营支出表", Keying: ByFunctional, Codes: &functional, NotedRows: &pageSums,
	titles: titlesF08,
	weaker: weakerF08,
	Keys:   &codeKeys, Noted: &balanceParts, NotedAt: []string{underBasic, underProject, underBalance}, Columns: []Column{openingPart, incomePart, wholePart, basicPart, projectPart, closingPart}, MissingBefore: 2020,
	Elsewhere: []Elsewhere{{"F01", "国有资本经营预算财政拨款收入", "金额"}, {"F04", "国有资本经营预算财政拨款", "金额"},
		{"F04", "年初国有资本经营预算财政拨款", "金额"}, {"F04", "", "国有资本经营预算"}},
}

// Columns of F06 where it is one list: each amount once more under its kind.
// The total row then has what are rows of their own elsewhere.
const (
	Personnel = "人员经费"
	PublicUse = "公用经费"
)

var f06 = Form{
	ID: "F06", Title: "一般公共预算财政拨款基本支出决算明细表", Short: "基本支出明细表", Keying: ByEconomic, Codes: &economic, NotedRows: &pageSums,
	titles: titlesF06,
	weaker: weakerF06,
	Keys:   &codeKeys, Noted: &remarks,
	Columns: []Column{
		{ID: "金额", Headers: []string{amounts + "|" + basicAmounts + "|" + expenditures}},
		{ID: Personnel, Optional: true, Headers: []string{personnel}},
		{ID: PublicUse, Optional: true, Headers: []string{publicUse}},
	},
	Rows: []Row{
		row(NoSide, "", "人员经费合计", personnelTotals),
		row(NoSide, "", "公用经费合计", publicUseTotals),
		optional(NoSide, "", Total, basicTotals),
	},
}
