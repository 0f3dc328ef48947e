package rule

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// nameRules hold codes and the names beside them against the standard classification.
// What it does not list is not known, and nothing is said of it.
var nameRules = []Rule{
	{ID: "code.standard-name", Title: "编码与名称一致（对照政府收支分类科目）", Severity: report.Warning,
		Why: "编码与名称对不上，往往是整行错位，或者编码、名称打错了一个。", Hint: "对照当年的政府收支分类科目核对编码和名称。", Check: codeStandardName},
	{ID: "code.unlisted", Title: "科目编码在政府收支分类科目里", Severity: report.Warning,
		Why: "历年都没有的编码，多半是打错了数字。", Hint: "对照当年的政府收支分类科目核对编码。", Check: codeUnlisted},
	{ID: "code.other-year", Title: "科目名称是本年度的名称", Severity: report.Notice,
		Why: "科目名称会随年度修订，照抄往年的表容易留下旧名称。", Hint: "不影响金额；对照当年的政府收支分类科目改成现行名称。", Check: codeOtherYear},
}

// named is a code with the name that the forms print beside it, and where.
type named struct {
	naming
	row   *bind.Row // the first
	cells []report.Cell
	forms string // their names
}

// namings are the codes of the book whose names are of a verdict. Rows whose code is
// thought mistyped are told by another rule.
func (c *Check) namings(want func(naming) bool) (found []*named) {
	told := map[*naming]*named{}
	rows, checked := c.shared.unspelt(c.Book)
	c.Checked += checked
	for _, u := range rows {
		if !want(*u.naming) {
			continue
		}
		if slices.ContainsFunc(c.shared.mistyped(c.Book), func(m Mistype) bool { return m.Row == u.row }) {
			continue
		}
		n := told[u.naming]
		if n == nil {
			n = &named{naming: *u.naming, row: u.row}
			told[u.naming] = n
			found = append(found, n)
		}
		n.stands(c, u.table, u.row)
	}
	return found
}

// stands adds a place where the code stands with the name.
func (n *named) stands(c *Check, t *bind.Table, r *bind.Row) {
	at := r.NameAt
	if n.verdict == unlisted {
		at = r.At
	}
	if len(n.cells) < mostCells {
		n.cells = append(n.cells, c.rowCell(t, r, at))
	}
	if !strings.HasSuffix(n.forms, t.Form.Short) {
		n.forms = strings.TrimPrefix(n.forms+"、"+t.Form.Short, "、")
	}
}

// mostNamed is how many wrong names are told one by one: more of them are a column of
// names that slipped, one thing to mend.
const mostNamed = 8

func codeStandardName(c *Check) {
	found := c.namings(naming.wrong)
	if len(found) > mostNamed {
		first := found[0]
		c.add(strconv.Itoa(len(found))+" 个科目的名称与编码对不上，像是名称整列错了位，例如 "+first.row.Key+" "+first.against()+"。", cellsOf(found)...)
		return
	}
	for _, n := range found {
		c.add(n.forms+"的科目 "+n.row.Key+" "+n.against()+"。", n.cells...)
	}
}

// against says what is wrong with the name beside a code.
func (n *named) against() string {
	if n.verdict == apart {
		return "的名称前面写的是另一个编码：“" + n.row.Name + "”"
	}
	said := "标准名称是“" + n.is + "”，表上写的是“" + n.row.Name + "”"
	if n.verdict == otherCode {
		said += "（" + someCodes(n.codes) + " 的名称）"
	}
	return said
}

// cellsOf are the cells of several, as many as a finding lists.
func cellsOf(found []*named) (cells []report.Cell) {
	for _, n := range found {
		cells = append(cells, n.cells[:min(len(n.cells), mostCells-len(cells))]...)
	}
	return cells
}

// mostCodes is how many codes of one name a message lists.
const mostCodes = 3

func someCodes(codes []string) string {
	if len(codes) > mostCodes {
		return strings.Join(codes[:mostCodes], "、") + " 等"
	}
	return strings.Join(codes, "、")
}

func codeUnlisted(c *Check) {
	for _, n := range c.namings(func(n naming) bool { return n.verdict == unlisted }) {
		where := "政府收支分类科目里"
		if above := n.row.Key[:len(n.row.Key)-2]; len(above) >= 3 {
			where = above + " 之下"
		}
		message := n.forms + "的科目 " + joinWords(n.row.Key, n.row.Name) + "：" + where + "历年没有这个" + form.LevelName(n.row.Key)
		if n.codes != nil {
			message += "；“" + n.row.Name + "”是 " + someCodes(n.codes)
		}
		c.add(message+"。", n.cells...)
	}
}

// mostOld is how many names of other years a message tells; the others are counted.
const mostOld = 5

func codeOtherYear(c *Check) {
	found := c.namings(func(n naming) bool { return n.verdict == otherYear })
	if len(found) == 0 {
		return
	}
	var told []string
	for _, n := range found[:min(len(found), mostOld)] {
		told = append(told, joinWords(n.row.Key, form.StripOrdinal(n.row.Name))+"（"+n.years(c.Book.Year)+"）")
	}
	message := strconv.Itoa(len(found)) + " 个科目写的是别的年度的名称：" + strings.Join(told, "；")
	if len(found) > mostOld {
		message += "等"
	}
	c.add(message+"。", cellsOf(found)...)
}

// years says when a name holds, and what the code's name is in the year of the book.
func (n naming) years(year int) string {
	when := strconv.Itoa(n.found.Since) + " 年起"
	if n.found.Before > 0 {
		when = strconv.Itoa(n.found.Before-1) + " 年及以前"
	}
	if n.is == "" {
		return when + "的科目"
	}
	return when + "的名称，" + strconv.Itoa(year) + " 年是“" + n.is + "”"
}
