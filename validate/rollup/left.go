package rollup

import (
	"strconv"

	"suanqing/validate/report"
)

// leaveOut leaves out of the sums what does not belong there, and says so: a report that
// stands twice, and that of another year.
func (c *check) leaveOut() {
	for _, b := range c.books {
		if b.left != "" && b != c.whole {
			c.warn("rollup.books", "每家单位的报表都读得出来", b.called()+" "+b.left+"，没有计入合计。", "请换一份能打开的文件，再一起核对。", b)
			c.unchecked("rollup.books", "每家单位的报表都读得出来", "有单位的报表没有读出来")
		}
	}
	c.leaveRepeated()
	for _, b := range c.books {
		year := b.Report.Year
		if b == c.whole || b.left != "" || year == 0 || c.whole.Report.Year == 0 || year == c.whole.Report.Year {
			continue
		}
		b.left = "是 " + strconv.Itoa(year) + " 年的报表"
		c.warn("rollup.year", "各单位的报表与部门同一年度", b.called()+" 是 "+strconv.Itoa(year)+" 年的，部门的报表是 "+strconv.Itoa(c.whole.Report.Year)+" 年的；没有计入合计。",
			"请换成 "+strconv.Itoa(c.whole.Report.Year)+" 年的报表，再一起核对。", b)
	}
}

// leaveRepeated leaves the second of two files out that are the same report.
func (c *check) leaveRepeated() {
	for i, b := range c.books {
		if b.left != "" || b == c.whole {
			continue
		}
		for k, a := range c.books {
			if a == b || a.left != "" || k > i && a != c.whole || !c.repeats(a, b) {
				continue
			}
			how := "同一份报表"
			switch {
			case a.Report.SHA256 == b.Report.SHA256:
				how = "同一个文件"
			case a.name() != b.name():
				how = "同一份报表（金额全部相同，单位名称不同）"
			}
			b.left = "与 " + a.file() + " 是" + how
			what := "只计一次。"
			if a == c.whole {
				what = "是部门自己的报表，不作为单位计入。"
			}
			c.warn("rollup.twice", "每家单位的报表只有一份", b.called()+" 与 "+a.called()+" 是"+how+"，"+what,
				"去掉多余的一份；如果这是另一家单位的报表，换成那家单位自己的。", b)
			break
		}
	}
}

func (c *check) repeats(a, b *Book) bool {
	if a.Report.SHA256 == b.Report.SHA256 {
		return true
	}
	// A department with one unit that has any money is no repetition of it by itself:
	// only where the names agree too.
	if a == c.whole && bare(a.name()) != bare(b.name()) {
		return false
	}
	if a == c.whole && saysOffice(b.name()) {
		return false
	}
	return a.Report.Year == b.Report.Year && alikeInSize(a, b) && same(a.sheet, b.sheet)
}

// warn says something of one book, or of none.
func (c *check) warn(id, title, message, hint string, b *Book) int {
	return c.say(report.Warning, id, title, message, hint, b)
}

func (c *check) notice(id, title, message, hint string) int {
	return c.say(report.Notice, id, title, message, hint, nil)
}

const whyTogether = "部门决算由本级和所属单位的决算汇总而来，一家不多、一家不少。"

func (c *check) say(severity report.Severity, id, title, message, hint string, b *Book) int {
	f := report.Finding{Rule: id, Severity: severity, Title: title, Message: message, Hint: hint, Why: whyTogether}
	if b != nil {
		if cell, ok := c.titleOf(b); ok {
			f.Cells = append(f.Cells, cell)
		}
	}
	f.Fingerprint = fingerprint(&f)
	return c.add(f)
}

// unchecked adds a rule that could not be judged.
func (c *check) unchecked(id, title, reason string) {
	for i := range c.extra {
		if c.extra[i].Rule == id {
			return
		}
	}
	c.extra = append(c.extra, report.Rule{Rule: id, Title: title, Outcome: report.Skipped, Reason: reason, Unchecked: true})
}
