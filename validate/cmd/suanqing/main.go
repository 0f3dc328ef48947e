// Command suanqing checks published final accounts (部门决算公开表) natively, with
// the same core as the page.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"suanqing/validate/report/schema"
)

// Exit statuses; of several files the highest applies.
const (
	allPass    = 0
	someFail   = 1
	someUnread = 2
	wrongUsage = 64
)

const usage = `用法：
  suanqing check [--format text|json|csv] [--password 密码] [--jobs 几个同时] [--timeout 每份最多几秒] [--since 上次的.jsonl] 文件或文件夹…
  suanqing check --text 说明.docx [--text 名词解释.docx …] 报表.xlsx   报表和它的文字（.docx、.txt）一起检查，出一份报告
  suanqing check 报告.pdf   公开的 PDF（文字版）也能读，表和文字一起检查：表格由版面认出，个别可能认错，请对照原表
  suanqing check --together [--text 说明.docx …] [--format text|json|csv] [--password 密码] 文件…   几个文件合成一套表（例如一张表一个 .csv），出一份报告
  suanqing check --rollup [--department 部门文件] [--previous 上年文件] 部门文件 单位文件…   部门与各单位汇总核对，出一份报告；给文件夹时自动认出部门
  suanqing check --previous 上年文件 [--text 说明.docx …] 文件   与上年的决算核对年初数，列出变动较大的项目；说明里比上年增减的数也核对
  suanqing annotate [--password 密码] 文件 -o 副本.xlsx   批注副本；文件是 .docx 的，-o 副本.docx 把批注加在原文上，-o 副本.xlsx 另做一份表格；文件是 .pdf 的，-o 副本.pdf 把批注加在页上
  suanqing annotate [--password 密码] --text 说明.docx 报表.xlsx -o 副本   -o 以 .docx 结尾的是第一份 --text 的批注副本，以 .xlsx 结尾的是报表的
  suanqing summary [--format text|csv|html] 报告.jsonl…   很多份报告（check --format json 的输出）的汇总；- 从标准输入读
  suanqing draft [--previous 上年报表] [--format text|json] [--password 密码] 文件 [-o 说明.docx 或 说明.txt]   情况说明的草稿
  suanqing rules [--format text|json]
  suanqing schema   检查报告（json）的 JSON Schema，给别的程序用

文件写成 - 时，从标准输入读文件名，一行一个。--since 跳过上次 --format json 的输出里已有报告的文件。一份文件超过 60 秒（--timeout）就不再等，报告里写“没有查完”，其余照查。

退出状态：0 全部通过（可有尾差、警告和提示） 1 有文件不通过 2 有读不出、写不出或无法判断 64 用法不对
`

// What is let go of is collected less often than Go does by itself: of each book little
// stays and much is made, and a seventh of the time went into collecting. As the memory
// comes near roomy it is collected more often again.
const (
	garbage = 800     // percent, as GOGC
	roomy   = 1 << 30 // bytes, as GOMEMLIMIT
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(roomy)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command. A list that was cut short must not pass for a whole one:
// when out takes no more, as on a full disk, the status is someUnread at least.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	o := &output{to: out}
	w := &stream{bufio.NewWriter(o), out}
	status := command(args, in, w, errs)
	w.Flush()
	if o.err != nil {
		fmt.Fprintf(errs, "结果没有全部输出：%s。已输出的部分不完整，请换一个可以写入的位置重做。\n", reason(o.err))
		return max(status, someUnread)
	}
	return status
}

// output keeps the first error of writing to it and takes the rest for written, so
// that nobody who prints has to ask.
type output struct {
	to  io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	if o.err == nil {
		_, o.err = o.to.Write(p)
	}
	return len(p), nil
}

// stream is what is printed, and where it goes in the end.
type stream struct {
	*bufio.Writer
	to io.Writer
}

// isFile says whether what is written to w goes to the file of a path.
func isFile(w io.Writer, path string) bool {
	s, ok := w.(*stream)
	if !ok {
		return false
	}
	file, ok := s.to.(*os.File)
	if !ok {
		return false
	}
	to, err := file.Stat()
	if err != nil {
		return false
	}
	same, err := os.Stat(path)
	return err == nil && os.SameFile(to, same)
}

func command(args []string, in io.Reader, out, errs io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(errs, usage)
		return wrongUsage
	}
	switch args[0] {
	case "check":
		return check(args[1:], in, out, errs)
	case "annotate":
		return annotated(args[1:], out, errs)
	case "summary":
		return summarise(args[1:], in, out, errs)
	case "draft":
		return drafted(args[1:], out, errs)
	case "rules":
		return rules(args[1:], out, errs)
	case "schema":
		if len(args) > 1 {
			fmt.Fprint(errs, usage)
			return wrongUsage
		}
		out.Write(schema.JSON)
		return allPass
	case "help", "-h", "--help":
		fmt.Fprint(out, usage)
		return allPass
	}
	fmt.Fprintf(errs, "没有“%s”这个命令。\n%s", args[0], usage)
	return wrongUsage
}
