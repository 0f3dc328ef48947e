package form

import "strings"

// Rows of F09.
const (
	Budget = "预算数"
	Final  = "决算数"
)

// f09 prints a budget and a final figure for each of the three public expenses
// (三公经费), side by side or as a list: the columns below are the items, in
// whichever direction they run.
var f09 = Form{
	ID: "F09", Title: "财政拨款“三公”经费支出决算表", Short: "三公经费表", Keying: ByMatrix, Mention: threePublic,
	titles: titlesF09, weaker: weakerF09,
	Keys: &publicKeys, Noted: &besidePublic, NotedRows: &receptionParts,
	Columns: []Column{
		{ID: "合计", Headers: []string{publicTotals}},
		{ID: "因公出国（境）费", Headers: []string{overseas + "/" + parts, overseas}},
		{ID: "公务用车购置及运行维护费", Subtotal: true, Headers: []string{vehicles + "/" + parts, vehicles}},
		{ID: "公务用车购置费", Headers: []string{purchase}},
		{ID: "公务用车运行维护费", Headers: []string{operation}},
		{ID: "公务接待费", Headers: []string{reception + "/" + parts, reception}},
	},
	Rows: []Row{
		row(NoSide, "", Budget, budgets+"|"+publicBudgets),
		row(NoSide, "", Final, Finals+"|"+publicFinals),
	},
}

// IsCount says whether a normalized label heads a number of things, such as
// 公务用车保有量（辆）.
func IsCount(label string) bool {
	for _, mark := range countMarks {
		if strings.HasSuffix(label, mark) {
			return true
		}
	}
	return containsAny(label, countWords)
}

// ThreePublicEnds says whether a normalized label of a list begins what some
// provinces print below the three public expenses on the same form.
func ThreePublicEnds(label string) bool { return containsAny(label, afterThreePublic) }
