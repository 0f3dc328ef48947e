package further

import (
	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// places says on which form each subject's figure of the year stands.
var places = map[string]fixture.Slot{
	prose.GrandTotal: {Form: fixture.F01, Row: "收入总计", Column: "金额"},
	prose.Opening:    {Form: fixture.F01, Row: "年初结转和结余", Column: "金额"},
	prose.Closing:    {Form: fixture.F01, Row: "年末结转和结余", Column: "金额"},
	prose.Drawn:      {Form: fixture.F01, Row: "使用非财政拨款结余", Column: "金额"},
	prose.Allocated:  {Form: fixture.F01, Row: "结余分配", Column: "金额"},

	prose.Income:       {Form: fixture.F02, Row: fixture.Total, Column: "本年收入合计"},
	prose.FiscalIncome: {Form: fixture.F02, Row: fixture.Total, Column: "财政拨款收入"},
	"上级补助收入":           {Form: fixture.F02, Row: fixture.Total, Column: "上级补助收入"},
	"事业收入":             {Form: fixture.F02, Row: fixture.Total, Column: "事业收入"},
	"经营收入":             {Form: fixture.F02, Row: fixture.Total, Column: "经营收入"},
	"附属单位上缴收入":         {Form: fixture.F02, Row: fixture.Total, Column: "附属单位上缴收入"},
	"其他收入":             {Form: fixture.F02, Row: fixture.Total, Column: "其他收入"},

	prose.Spending: {Form: fixture.F03, Row: fixture.Total, Column: "本年支出合计"},
	prose.Basic:    {Form: fixture.F03, Row: fixture.Total, Column: "基本支出"},
	prose.Project:  {Form: fixture.F03, Row: fixture.Total, Column: "项目支出"},
	"上缴上级支出":       {Form: fixture.F03, Row: fixture.Total, Column: "上缴上级支出"},
	"经营支出":         {Form: fixture.F03, Row: fixture.Total, Column: "经营支出"},
	"对附属单位补助支出":    {Form: fixture.F03, Row: fixture.Total, Column: "对附属单位补助支出"},

	prose.GeneralGrant: {Form: fixture.F01, Row: prose.GeneralGrant, Column: "金额"},
	prose.FundGrant:    {Form: fixture.F01, Row: prose.FundGrant, Column: "金额"},
	prose.StateGrant:   {Form: fixture.F01, Row: prose.StateGrant, Column: "金额"},
	prose.FiscalTotal:  {Form: fixture.F04, Row: "收入总计", Column: "金额"},
	prose.Fiscal:       {Form: fixture.F04, Row: "本年支出合计", Column: "合计"},
	"年初财政拨款结转和结余":      {Form: fixture.F04, Row: "年初财政拨款结转和结余", Column: "金额"},
	"年末财政拨款结转和结余":      {Form: fixture.F04, Row: "年末财政拨款结转和结余", Column: "合计"},
	prose.General:      {Form: fixture.F05, Row: fixture.Total, Column: "小计"},
	prose.GeneralBasic: {Form: fixture.F05, Row: fixture.Total, Column: "基本支出"},
	"一般公共预算项目支出":       {Form: fixture.F05, Row: fixture.Total, Column: "项目支出"},
	prose.Personnel:    {Form: fixture.F06, Row: "人员经费合计", Column: "金额"},
	prose.Public:       {Form: fixture.F06, Row: "公用经费合计", Column: "金额"},
	prose.FundIncome:   {Form: fixture.F07, Row: fixture.Total, Column: "本年收入"},
	prose.FundSpending: {Form: fixture.F07, Row: fixture.Total, Column: "小计"},
	prose.FundOpening:  {Form: fixture.F07, Row: fixture.Total, Column: "年初结转和结余"},
	prose.FundClosing:  {Form: fixture.F07, Row: fixture.Total, Column: "年末结转和结余"},
	prose.StateIncome:  {Form: fixture.F08, Row: fixture.Total, Column: "本年收入"},
	prose.StateSpent:   {Form: fixture.F08, Row: fixture.Total, Column: "小计"},

	prose.ThreePublic: {Form: fixture.F09, Row: "决算数", Column: "合计"},
	prose.Travel:      {Form: fixture.F09, Row: "决算数", Column: prose.Travel},
	prose.Vehicles:    {Form: fixture.F09, Row: "决算数", Column: prose.Vehicles},
	prose.Purchase:    {Form: fixture.F09, Row: "决算数", Column: prose.Purchase},
	prose.Operation:   {Form: fixture.F09, Row: "决算数", Column: prose.Operation},
	prose.Reception:   {Form: fixture.F09, Row: "决算数", Column: prose.Reception},
	prose.Meetings:    {Form: fixture.F06, Row: "30215", Column: "金额"},
	prose.Training:    {Form: fixture.F06, Row: "30216", Column: "金额"},
}
