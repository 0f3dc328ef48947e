package main

import (
	"path/filepath"
	"slices"
	"strings"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/written"
)

// judge is how the command judges: the forms, and the written half.
var judge = validate.Judge{Written: written.Judge}

// more takes a value of an option that may be given several times.
func more(list *[]string) func(string) error {
	return func(value string) error {
		*list = append(*list, value)
		return nil
	}
}

// misplacedText says what is wrong with how texts are given; "" when nothing is.
func (c *checking) misplacedText(books []string) string {
	switch names := map[string]bool{}; {
	case len(c.texts) == 0:
	case c.rollup:
		return "--text 不能和 --rollup 一起用：一份文字说的是一份报表。请用 --text 和 --previous 单独检查部门的报表，再用 --rollup 汇总核对。"
	case !c.together && (len(books) != 1 || books[0] == fromInput || isFolder(books[0])):
		return "--text 后面是一份报表的文字，一次只能检查一份报表。请在 --text 之外只写这一个报表文件。"
	case slices.ContainsFunc(slices.Concat(c.texts, books), isPDF):
		return "公开的 PDF 里表和文字都有，不能和 --text 一起用。请直接检查这个 PDF。"
	default:
		for _, path := range c.texts {
			name := filepath.Base(path)
			if names[name] {
				return "几个 --text 的文件名都是“" + name + "”，报告里分不清。请改名后再检查。"
			}
			names[name] = true
		}
	}
	return ""
}

// readTexts reads the texts, or gives the report of one that cannot be had.
func (c *checking) readTexts() (beside []files.Part, problem *checked) {
	for _, path := range c.texts {
		data, err := read(path)
		if err != nil {
			told := unreadable(path, err)
			return nil, &told
		}
		beside = append(beside, files.Part{Name: filepath.Base(path), Data: data})
	}
	return beside, nil
}

// judge judges a book with the texts beside it.
func (c *checking) judge(book files.Part, beside []files.Part, progress validate.Progress) *validate.Result {
	open := func(book []byte, beside []files.Part) (*document.Document, error) {
		return files.OpenWith(book, beside, c.password)
	}
	return judge.With(book, beside, open, progress)
}

func isPDF(path string) bool { return strings.EqualFold(filepath.Ext(path), ".pdf") }

func needsPassword(data []byte, beside []files.Part) bool {
	for _, p := range beside {
		if files.NeedsPassword(p.Data) {
			return true
		}
	}
	return files.NeedsPassword(data)
}
