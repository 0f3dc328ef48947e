package csv

import (
	"strconv"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// Programs that write 1,677.91 without quotation marks into a table parted by commas
// make two fields of it. Such a line has more fields than the lines without money are
// wide. Where the commas that may belong to numbers are as many as there are fields too
// many, all of them do; where they are more, nobody can tell which.

// width is how many fields the widest line has that has no money; 0 when none counts.
func width(text string) (most int) {
	f := newFields(text, ',')
	for f.text != "" {
		n, money := 0, false
		for more := true; more; n++ {
			var value string
			value, _, more = f.next()
			whole, decimals, pointed := strings.Cut(value, ".")
			money = money || pointed && onlyDigits(strings.TrimPrefix(strings.ReplaceAll(whole, ",", ""), "-")) && onlyDigits(decimals)
		}
		if !money {
			most = max(most, n)
		}
	}
	return most
}

// joined is a line with its numbers whole again, if it has more fields than it should.
// The refusal is for one that can be read in several ways.
func joined(line []field, row, width int) ([]field, *document.Refusal) {
	over := len(line) - width
	if width == 0 || over <= 0 {
		return line, nil
	}
	var whole []field
	for i := 0; i < len(line); i++ {
		n := groups(line[i:])
		f := line[i]
		for _, group := range line[i+1 : i+1+n] {
			f.value += "," + group.value
		}
		whole = append(whole, f)
		i += n
	}
	switch joins := len(line) - len(whole); {
	case joins < over:
		return line, nil // its width has another reason
	case joins > over:
		return nil, refuse.As("csv", "这个文本文件第 "+strconv.Itoa(row+1)+" 行的金额带有千分位逗号，又没有用引号括起来，分不清是几列。",
			"请在原来的系统或表格里去掉千分位，或者“另存为”.xlsx，再拖入。")
	}
	return whole, nil
}

// groups is how many fields behind the first are groups of three digits of the number
// that it begins, up to one with decimals; 0 when it begins none.
func groups(line []field) int {
	first := strings.TrimPrefix(line[0].value, "-")
	if line[0].quoted || len(first) > 3 || !onlyDigits(first) || first[0] == '0' {
		return 0
	}
	for n, f := range line[1:] {
		digits, decimals, pointed := strings.Cut(f.value, ".")
		switch {
		case f.quoted || len(digits) != 3 || !onlyDigits(digits):
			return 0
		case pointed && onlyDigits(decimals):
			return n + 1
		case pointed:
			return 0
		}
	}
	return 0
}

func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
