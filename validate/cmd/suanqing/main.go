// Command suanqing checks published final accounts (部门决算公开表) natively, with
// the same core as the page.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// Exit statuses; of several files the highest applies.
const (
	allPass    = 0
	someFail   = 1
	someUnread = 2
	wrongUsage = 64
)

const usage = `用法：
  suanqing check [--format text|json|csv] [--password 密码] [--jobs 几个同时] [--since 上次的.jsonl] 文件或文件夹…
  suanqing check --together [--format text|json|csv] [--password 密码] 文件…   几个文件合成一套表（例如一张表一个 .csv），出一份报告
  suanqing check --rollup [--department 部门文件] [--previous 上年文件] 部门文件 单位文件…   部门与各单位汇总核对，出一份报告；给文件夹时自动认出部门
  suanqing check --previous 上年文件 文件   与上年的决算核对年初数，列出变动较大的项目
  suanqing annotate [--password 密码] 文件 -o 副本.xlsx
  suanqing rules [--format text|json]

文件写成 - 时，从标准输入读文件名，一行一个。--since 跳过上次 --format json 的输出里已有报告的文件。

退出状态：0 全部通过（可有尾差、警告和提示） 1 有文件不通过 2 有读不出、写不出或无法判断 64 用法不对
`

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole command. A list that was cut short must not pass for a whole one:
// when out takes no more, as on a full disk, the status is someUnread at least.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	o := &output{to: out}
	w := bufio.NewWriter(o)
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
	case "rules":
		return rules(args[1:], out, errs)
	case "help", "-h", "--help":
		fmt.Fprint(out, usage)
		return allPass
	}
	fmt.Fprintf(errs, "没有“%s”这个命令。\n%s", args[0], usage)
	return wrongUsage
}
