package summary

import (
	"strconv"

	"suanqing/validate/localise"
	"suanqing/validate/report"
)

// table is one part of a summary, the same for text, CSV and paper.
type table struct {
	title, note string
	head        []string
	rows        [][]string
	figures     map[int]bool // columns that hold counts
}

// counted are the names of what a Count has, in the order of counts.
var counted = []string{"份数", "通过", "有尾差", "不通过", "无法判断", "错误", "警告", "尾差", "提示"}

func counts(c *Count) []string {
	return numbers(c.Books, c.Pass, c.Tails, c.Fail, c.Incomplete, c.Errors, c.Warnings, c.TailFindings, c.Notices)
}

// By shape, what is wrong with no figure: the kinds of localise speak of figures.
var ofShape = map[report.Shape]string{
	report.Code:     "科目编码打错",
	report.FormUnit: "一张表的金额单位写错",
}

// Title is what a summary is called.
const Title = "部门决算公开表检查汇总"

// Gist is a summary in a sentence.
func (s *Summary) Gist() string {
	t := &s.Total
	if t.Books == 0 && s.Bad == 0 {
		return "没有一份检查报告。"
	}
	gist := "共 " + strconv.Itoa(t.Books) + " 份：通过 " + strconv.Itoa(t.Pass) + "，有尾差（可接受） " + strconv.Itoa(t.Tails) +
		"，不通过 " + strconv.Itoa(t.Fail) + "，无法判断 " + strconv.Itoa(t.Incomplete)
	if t.Refused > 0 {
		gist += "（其中读不了的 " + strconv.Itoa(t.Refused) + "）"
	}
	if s.Bad > 0 {
		gist += "；另有 " + strconv.Itoa(s.Bad) + " 行读不出，没有计入"
	}
	return gist + "。"
}

// tables are all parts that have something to say.
func (s *Summary) tables() []table {
	list := []table{}
	for _, t := range []table{s.verdictTable(), s.districtTable(), s.ruleTable(), s.kindTable(), s.bookTable(), s.badTable()} {
		if len(t.rows) > 0 {
			list = append(list, t)
		}
	}
	return list
}

func (s *Summary) verdictTable() table {
	t := table{title: "总数", head: counted, figures: columns(0, len(counted))}
	if s.Total.Books > 0 {
		t.rows = [][]string{counts(&s.Total)}
	}
	if n := s.Total.Accepted; n > 0 {
		t.note = "另有 " + strconv.Itoa(n) + " 处已写理由接受，没有计入。"
	}
	return t
}

func (s *Summary) districtTable() table {
	t := table{title: "按区县", head: append([]string{"区县"}, counted...), figures: columns(1, len(counted))}
	for _, d := range s.Districts() {
		t.rows = append(t.rows, append([]string{d.Name}, counts(&d.Count)...))
		if d.Name == Unknown {
			t.note = "“" + Unknown + "”：部门名称和文件夹名里看不出是哪个区县。"
		}
	}
	if s.inFolders() {
		t.note = "报表分放在几个文件夹里的，按文件夹分。" + t.note
	}
	return t
}

func (s *Summary) ruleTable() table {
	t := table{title: "按规则", head: []string{"规则", "名称", "有错误的份数", "涉及的份数", "没有检查的份数", "错误", "警告", "尾差", "提示"}, figures: columns(2, 7)}
	for _, r := range s.Rules() {
		t.rows = append(t.rows, append([]string{r.Rule, r.Title}, numbers(r.Failed, r.Books, r.Unchecked, r.Errors, r.Warnings, r.Tails, r.Notices)...))
	}
	return t
}

func (s *Summary) kindTable() table {
	t := table{title: "按错因", note: "“很可能”是只有这一种改法说得通；“有几种可能”要请人核对。", figures: columns(1, 3),
		head: []string{"错因", "很可能", "有几种可能", "份数"}}
	for _, k := range s.Kinds() {
		t.rows = append(t.rows, append([]string{k.words()}, numbers(k.Likely, k.Perhaps, k.Books)...))
	}
	if s.Unexplained > 0 {
		t.rows = append(t.rows, []string{"说不准是哪一格错了的等式", "", strconv.Itoa(s.Unexplained), ""})
	}
	return t
}

// words are a kind as people say it, and what of the book it is where that is more than a cell.
func (k *Kind) words() string {
	if said := ofShape[k.Shape]; said != "" {
		return said
	}
	said := localise.Said(k.Kind)
	if said == "" {
		return k.Kind
	}
	if k.Shape == report.SomeCells {
		return said + "（连同上级的合计）"
	}
	return said
}

func (s *Summary) bookTable() table {
	t := table{title: "需要看一看的报表", head: []string{"文件", "部门", "年度", "结论", "错误", "警告", "先看这里"}, figures: map[int]bool{4: true, 5: true}}
	for i := range s.books {
		b := &s.books[i]
		year, verdict := "", report.Report{Verdict: b.Verdict}
		if b.Year != 0 {
			year = strconv.Itoa(b.Year)
		}
		said := verdict.VerdictMark() + " " + verdict.VerdictWord()
		if b.Refused {
			said = "? 读不了"
		}
		t.rows = append(t.rows, append(append([]string{b.File, b.Department, year, said}, numbers(b.Errors, b.Warnings)...), b.Why))
	}
	if more := s.NeedLook - len(s.books); more > 0 {
		t.note = "只列出最要紧的 " + strconv.Itoa(len(s.books)) + " 份，还有 " + strconv.Itoa(more) + " 份没有列出。"
	}
	return t
}

func (s *Summary) badTable() table {
	t := table{title: "读不出的行", head: []string{"文件", "行号", "为什么"}, figures: columns(1, 1)}
	for _, l := range s.BadLines {
		t.rows = append(t.rows, []string{l.Source, strconv.Itoa(l.Number), l.Why})
	}
	if more := s.Bad - len(s.BadLines); more > 0 {
		t.note = "只列出前 " + strconv.Itoa(len(s.BadLines)) + " 行，还有 " + strconv.Itoa(more) + " 行没有列出。"
	}
	return t
}

func numbers(list ...int) []string {
	said := make([]string, len(list))
	for i, n := range list {
		said[i] = strconv.Itoa(n)
	}
	return said
}

func columns(from, n int) map[int]bool {
	set := map[int]bool{}
	for i := range n {
		set[from+i] = true
	}
	return set
}
