package rollup

import (
	"cmp"
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/form"
)

// tree finds which books sum which: a unit that is a department of others among the
// files is told by the sums, however it is called, and by names where the sums are
// broken. What no other book sums is the department's.
func (c *check) tree() {
	var all []*Book
	for _, b := range c.books {
		if b.left == "" && b != c.whole {
			all = append(all, b)
		}
	}
	slices.SortStableFunc(all, func(a, b *Book) int { return a.size().Cmp(b.size()) })
	for _, s := range all { // small ones first: what a small one sums is no part of a larger one
		var free []*Book
		for _, u := range all {
			if u != s && u.parent == nil && u.size().Cmp(s.size()) < 0 {
				free = append(free, u)
			}
		}
		for _, list := range lists {
			if found := cover(s, free, list); len(found) > 1 && adds(s.sheet, found) {
				c.adopt(s, found)
				break
			}
		}
	}
	c.adoptByName(all)
	for _, b := range all {
		if b.parent == nil {
			c.adopt(c.whole, []*Book{b})
		}
	}
	c.tellStray(all)
	for _, b := range c.books { // in the order of the files
		slices.SortFunc(b.units, func(x, y *Book) int { return cmp.Compare(slices.Index(c.books, x), slices.Index(c.books, y)) })
	}
}

func (c *check) adopt(s *Book, found []*Book) {
	for _, u := range found {
		u.parent = s
		s.units = append(s.units, u)
	}
}

// adds says whether a book is the sum of others in nearly all of its figures.
func adds(s sheet, found []*Book) bool {
	agree, all := 0, 0
	for k, r := range s {
		sum, slack := amount.Zero, r.half
		for _, u := range found {
			x := u.sheet[k]
			sum, slack = sum.Add(x.value), slack.Add(x.half)
		}
		if sum.IsZero() { // a sum that none of them prints
			continue
		}
		all++
		if sum.Sub(r.value).Abs().Cmp(slack.Add(slack)) <= 0 {
			agree++
		}
	}
	return all >= fewShared && agree*10 >= all*7
}

// adoptByName finds what books sum whose sums are broken, by what is left over when the
// department's own sum is known: those whose names begin with the book's come first.
func (c *check) adoptByName(all []*Book) {
	var whole []*Book
	for _, s := range all {
		if len(s.units) == 0 && !saysOffice(s.title()) && (saysWhole(s.title()) || slices.ContainsFunc(all, func(u *Book) bool { return u != s && below(u, s) && saysOffice(u.title()) })) {
			whole = append(whole, s)
		}
	}
	var top []*Book
	for _, b := range all {
		if b.parent == nil {
			top = append(top, b)
		}
	}
	for _, list := range lists {
		if found := cover(c.whole, top, list); len(found) > 0 && adds(c.whole.sheet, found) {
			if len(whole) == 0 {
				c.adoptLeft(top, found)
				return
			}
			for _, u := range top {
				s := under(u, whole)
				switch {
				case !slices.Contains(found, u) && s != nil && s != u:
					c.adopt(s, []*Book{u})
				case slices.Contains(whole, u) && !slices.Contains(found, u):
					c.besides(u, found) // the department sums its units past it
				}
			}
			return
		}
	}
	for _, s := range whole { // a unit may be counted twice there
		for _, list := range lists {
			if found := cover(s, slices.Concat(top, top), list); len(found) > 1 && len(s.units) == 0 {
				c.adopt(s, unique(found))
				break
			}
		}
	}
	for _, u := range top { // the department's own sum is broken too
		for _, s := range whole {
			if u != s && u.parent == nil && below(u, s) {
				c.adopt(s, []*Book{u})
			}
		}
	}
}

// below says whether a book is called as one of another's units.
func below(u, s *Book) bool {
	name := bare(s.title())
	return len(name) > len(shortest) && u.title() != s.title() && strings.HasPrefix(u.title(), name)
}

// shortest is as long as a name that tells anything.
const shortest = "市局"

// title is what a book says it is of, or else what its file does.
func (b *Book) title() string {
	if b.Bound != nil && b.Bound.Department != "" {
		return b.Bound.Department
	}
	name := b.file()
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	return strings.TrimLeft(name, "0123456789 -_.、")
}

// under finds the department that a left-over unit is most likely one of: by its name,
// or else the only one that has every class of its expenditure.
func under(u *Book, whole []*Book) *Book {
	var fit []*Book
	for _, s := range whole {
		if below(u, s) {
			return s
		}
		if holds(s, []*Book{u}) && u.size().Cmp(s.size()) < 0 {
			fit = append(fit, s)
		}
	}
	if len(fit) == 1 {
		return fit[0]
	}
	return nil
}

// besides has a department below the department sum what its name or its sums say, of
// books that the department sums itself.
func (c *check) besides(s *Book, found []*Book) {
	for _, list := range lists {
		if of := cover(s, slices.Concat(found, found), list); len(of) > 1 {
			s.units = unique(of)
			break
		}
	}
	if len(s.units) == 0 {
		for _, u := range found {
			if below(u, s) {
				s.units = append(s.units, u)
			}
		}
	}
	if len(s.units) > 0 {
		s.parent, s.beside = c.whole, true
	}
}

func unique(all []*Book) (out []*Book) {
	for _, b := range all {
		if !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}

// tellStray tells of units that by their names belong to a department below the
// department, which does not sum them: the department does so itself.
func (c *check) tellStray(all []*Book) {
	for _, u := range all {
		for _, s := range all {
			if u.parent == c.whole && s != u && len(s.units) > 0 && !slices.Contains(s.units, u) && !saysOffice(s.name()) && below(u, s) {
				c.warn("rollup.units", "部门汇总了每一家单位，各一次", s.called()+" 的汇总里没有 "+u.called()+"，按名称它是那里的单位；部门直接汇总了它。",
					"核对这家单位归谁汇总。", u)
			}
		}
	}
}

// adoptLeft gives the books that are left over, when the department's sum is known, to
// the only one that may sum them all; one by itself may as well have been left out.
func (c *check) adoptLeft(top, found []*Book) {
	var left, fit []*Book
	for _, u := range top {
		if !slices.Contains(found, u) {
			left = append(left, u)
		}
	}
	for _, s := range found {
		if holds(s, left) {
			fit = append(fit, s)
		}
	}
	if len(left) > 1 && len(fit) == 1 {
		c.adopt(fit[0], left)
	}
}

// holds says whether a book has as much of everything as others together.
func holds(s *Book, others []*Book) bool {
	sum := map[slot]reading{}
	for _, u := range others {
		for k, r := range u.sheet {
			if k.form == "F05" && k.column == "小计" && form.IsCode(k.row) && s.prints(k.row) {
				sum[k] = reading{sum[k].value.Add(r.value), sum[k].half.Add(r.half)}
			}
		}
	}
	for k, r := range sum {
		x, ok := s.sheet[k]
		if !ok || r.value.Sub(x.value).Cmp(r.half.Add(x.half)) > 0 {
			return false
		}
	}
	return len(sum) > 0
}

// prints says whether a book's F05 goes down to codes of such a length.
func (b *Book) prints(code string) bool {
	t := b.Bound.Tables["F05"]
	return t != nil && t.PrintsLevel(len(code))
}
