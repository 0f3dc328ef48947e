package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"suanqing/validate/export"
	"suanqing/validate/report"
	"suanqing/validate/summary"
)

// every is how often at most the line of progress is written again.
const every = 200 * time.Millisecond

// teller writes reports one after another, and on a terminal how far it has come.
type teller struct {
	format    string
	out, errs io.Writer
	told      int
	failed    bool
	progress  *progress // nil where nobody looks on, or sees the reports pass by
}

func newTeller(format string, out, errs io.Writer) *teller {
	t := &teller{format: format, out: out, errs: errs}
	if isTerminal(errs) && !isTerminal(os.Stdout) {
		t.progress = &progress{to: errs, now: time.Now, last: time.Now()}
	}
	if format == "csv" {
		t.out.Write(export.CSVHead())
	}
	return t
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
	t.step(c.report)
	return true
}

// step counts a report, told or known from before.
func (t *teller) step(r *report.Report) {
	if t.progress != nil {
		t.progress.step(summary.Status(r))
	}
}

func (t *teller) end() {
	if t.progress != nil {
		t.progress.end()
	}
}

// progress is a line on a terminal that is written over and over.
type progress struct {
	to      io.Writer
	now     func() time.Time
	last    time.Time // when the line was written, or the work began
	done    int
	of      [someUnread + 1]int // by status
	shown   bool                // a line stands there
	pending bool                // it says less than is done
}

func (p *progress) step(status int) {
	p.done++
	p.of[status]++
	p.pending = true
	if now := p.now(); now.Sub(p.last) >= every {
		p.last = now
		p.write()
	}
}

func (p *progress) write() {
	line := fmt.Sprintf("\r已检查 %d 份", p.done)
	if p.of[someFail] > 0 {
		line += fmt.Sprintf("，不通过 %d", p.of[someFail])
	}
	if p.of[someUnread] > 0 {
		line += fmt.Sprintf("，无法判断 %d", p.of[someUnread])
	}
	io.WriteString(p.to, line)
	p.shown, p.pending = true, false
}

// end leaves what it came to; of one file, or few that took no time, there is nothing to say.
func (p *progress) end() {
	if p.shown && p.pending {
		p.write()
	}
	if p.shown {
		io.WriteString(p.to, "\n")
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
