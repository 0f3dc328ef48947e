package form

import (
	"slices"
	"strings"
)

// Classification is a standard list of codes, and how a form prints it.
type Classification struct {
	Digits []int       // that its codes may have: 类, 款, 项
	Totals *Words      // labels of the row 合计 under these codes
	Groups []CodeGroup // sets of classes that a Σ may run over
	Shared bool        // several forms print the same codes, and in one order
	Whole  int         // codes of so many digits or fewer are listed to the last, with every name
	list   *nameList
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

// Labels of the row 合计.
var functionalTotal, economicTotal = Words{text: functionalTotals}, Words{text: totals}

var functional = Classification{Digits: []int{3, 5, 7}, Totals: &functionalTotal, Shared: true, Whole: 3, list: &nameList{text: functionalNames}}

var economic = Classification{Digits: []int{3, 5}, Totals: &economicTotal, Groups: economicGroups, Whole: 5, list: &nameList{text: economicNames}}

// Names gives the names of a code, the current one first; nil for a code that is not known.
func (c *Classification) Names(code string) []Name {
	if s := c.list.of(code); s != "" {
		return spelledNames(s)
	}
	return nil
}

// Spells says whether a code has a name in a year, to the letter: what most do, told
// quickly.
func (c *Classification) Spells(code, name string, year int) bool {
	s := c.list.of(code)
	if s == name && s != "" { // its only one, of all years; no listed name begins with an ordinal
		return true
	}
	for name, more := StripOrdinal(name), s != ""; more; {
		var n Name
		if n, s, more = firstName(s); n.Text == name && n.In(year) {
			return true
		}
	}
	return false
}

// Bears says whether a code has the name, in whatever year.
func (c *Classification) Bears(code, name string) bool {
	return c.Spells(code, name, 0) || slices.ContainsFunc(c.Names(code), func(n Name) bool { return SameName(n.Text, name) })
}

// Named gives the codes that bear a name, in order.
func (c *Classification) Named(name string) []string { return c.list.bearing(BareName(name)) }

// Unlisted says whether no year has a code: it is not listed, where all are.
func (c *Classification) Unlisted(code string) bool {
	if c.list.of(code) != "" || !slices.Contains(c.Digits, len(code)) {
		return false
	}
	return len(code) <= c.Whole || c.list.whole[code[:len(code)-2]] != ""
}

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
