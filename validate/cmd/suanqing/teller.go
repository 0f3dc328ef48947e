package main

import (
	"fmt"
	"io"
	"os"

	"suanqing/validate/export"
)

// teller writes reports one after another, and on a terminal how many there were.
type teller struct {
	format    string
	out, errs io.Writer
	told      int
	failed    bool
	progress  bool // where a person looks on who does not see the reports pass by
}

func (t *teller) begin() {
	t.progress = t.format != "text" && isTerminal(t.errs) && !isTerminal(os.Stdout)
	if t.format == "csv" {
		t.out.Write(export.CSVHead())
	}
}

// tell writes a report; false when there is no use in going on.
func (t *teller) tell(c checked) bool {
	switch t.format {
	case "csv":
		t.out.Write(export.CSVLines(c.report))
	case "json":
		line, err := c.report.JSON()
		if err != nil {
			fmt.Fprintln(t.errs, err)
			t.failed = true
			return false
		}
		t.out.Write(append(line, '\n'))
	default:
		if t.told > 0 {
			fmt.Fprintln(t.out)
		}
		writeText(t.out, c.report, c.advice)
	}
	t.told++
	if t.progress {
		fmt.Fprintf(t.errs, "\r已检查 %d 份", t.told)
	}
	return true
}

func (t *teller) end() {
	if t.progress && t.told > 0 {
		fmt.Fprintln(t.errs)
	}
}

// isTerminal tells whether a person reads there.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
