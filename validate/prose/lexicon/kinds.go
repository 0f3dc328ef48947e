package lexicon

import (
	"slices"
	"strings"
)

// KindsBought are the kinds of what was bought.
var KindsBought = []string{"货物采购", "工程采购", "服务采购"}

// ByFunds are the sums of the money of the three budgets: 财政拨款 and the keys of each part,
// which a section of its own calls otherwise.
var ByFunds = []struct {
	Totals string
	Parts  []string
}{
	{"本年财政拨款收入|财政拨款收入", []string{"一般公共预算收入", "政府性基金收入|基金本年收入", "国有资本收入|国资本年收入"}},
	{"本年财政拨款支出", []string{KeyGeneral, "政府性基金支出|基金本年支出", "国有资本支出|国资本年支出"}},
}

// IsPartByFund says whether a subject is one budget's money.
func IsPartByFund(key string) bool {
	for i := range ByFunds {
		for _, keys := range ByFunds[i].Parts {
			if slices.Contains(Split(keys), key) {
				return true
			}
		}
	}
	return false
}

// The keys of what the appropriations of all three budgets are, and the words for either that
// or what the general budget alone spent.
const (
	KeyGrantsSpent  = "本年财政拨款支出"
	KeyGrantsIncome = "本年财政拨款收入"
	SpentWords      = "财政拨款支出"
)

// KindsOf are the wholes whose parts the three budgets are, each with the keys of the parts
// in the order of FundOrder.
var KindsOf = map[string][3]string{
	KeyGrantsSpent:  {KeyGeneral, "政府性基金支出", "国有资本支出"},
	KeySpending:     {KeyGeneral, "政府性基金支出", "国有资本支出"},
	KeyGrantsIncome: {"一般公共预算收入", "政府性基金收入", "国有资本收入"},
	"财政拨款收入":        {"一般公共预算收入", "政府性基金收入", "国有资本收入"},
	KeyIncome:       {"一般公共预算收入", "政府性基金收入", "国有资本收入"},
}

// FundOrder are the kinds of a fund's word, in the order of the keys of KindsOf.
const FundOrder = "abc"

// FundNames have 预算 in them and speak of no budget.
var FundNames = strings.NewReplacer("一般公共预算", "", "政府性基金预算", "", "国有资本经营预算", "")

// FundShares are the subjects that say which budget paid for an amount before them.
var FundShares = map[string]bool{"一般公共预算安排": true, "政府性基金安排": true, "国有资本安排": true}
