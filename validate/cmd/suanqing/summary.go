package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"suanqing/validate/summary"
)

// summarise reads the reports of check --format json and says what they come to.
func summarise(args []string, in io.Reader, out, errs io.Writer) int {
	var format string
	paths, ok := options("summary", args, errs, func(fs *flag.FlagSet) { fs.StringVar(&format, "format", "text", "") })
	if !ok || len(paths) == 0 || format != "text" && format != "csv" && format != "html" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	s, status := &summary.Summary{}, allPass
	for _, path := range paths {
		if err := readReports(s, path, len(paths) > 1, in); err != nil {
			fmt.Fprintf(errs, "读不出 %s：%s。\n请核对文件名，它应是 check --format json 的输出。\n", path, reason(err))
			status = someUnread
		}
	}
	write := map[string]func(io.Writer) error{"text": s.WriteText, "csv": s.WriteCSV, "html": s.WriteHTML}[format]
	if err := write(out); err != nil {
		fmt.Fprintln(errs, err)
		return someUnread
	}
	return max(status, s.Status())
}

func readReports(s *summary.Summary, path string, oneOfSeveral bool, in io.Reader) error {
	source := path
	if !oneOfSeveral {
		source = ""
	}
	if path == fromInput {
		return s.Read(source, in)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return s.Read(source, file)
}
