package form

import "strings"

// Classification is a standard list of codes, and how a form prints it.
type Classification struct {
	Digits []int                                 // that its codes may have: 类, 款, 项
	Totals []string                              // labels of the row 合计 under these codes
	Groups []CodeGroup                           // sets of classes that a Σ may run over
	Names  func(code string) []string            // the standard names; nil for a code it does not list
	Codes  func(name func(string) bool) []string // the codes that bear such a name, in order; nil where the list is not whole
	Shared bool                                  // several forms print the same codes, and in one order
}

// CodeGroup is a set of classes; one without classes has all that those before it
// have not.
type CodeGroup struct {
	Name    string
	Classes []string
}

// Groups of economic classes on F06.
const (
	PersonnelClasses = "人员经费各类"
	PublicUseClasses = "公用经费各类"
)

// economicGroups: wages (301) and grants to individuals (303) are personnel expenses,
// everything else is public-use.
var economicGroups = []CodeGroup{{PersonnelClasses, []string{"301", "303"}}, {PublicUseClasses, nil}}

var functional = Classification{Digits: []int{3, 5, 7}, Totals: spelled(functionalTotals), Names: FunctionalNames, Shared: true}

var economic = Classification{Digits: []int{3, 5}, Totals: spelled(totals), Groups: economicGroups, Names: EconomicNames, Codes: economicCodes}

func (c *Classification) hasGroup(name string) bool {
	for i := range c.Groups {
		if c.Groups[i].Name == name {
			return true
		}
	}
	return false
}

// group is the group that a code is in; "" for none.
func (c *Classification) group(code string) string {
	for i := range c.Groups {
		g := &c.Groups[i]
		if g.Classes == nil {
			return g.Name
		}
		for _, class := range g.Classes {
			if strings.HasPrefix(code, class) {
				return g.Name
			}
		}
	}
	return ""
}
