package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"suanqing/validate/export"
	"suanqing/validate/read/pdf"
)

// every is how often at most the line of progress is written again.
const every = 200 * time.Millisecond

// largestKept is the capacity of a buffer that is used again, in bytes: few reports are
// as large.
const largestKept = 4 << 20

// teller writes reports one after another, and on a terminal how far it has come.
type teller struct {
	format    string
	out, errs io.Writer
	told      int
	warned    bool // of PDFs
	failed    bool
	progress  *progress // nil where nobody looks on, or sees the reports pass by
	buffers   sync.Pool // of *[]byte
}

// telling is a report as it is written, and all that is kept of it until then.
type telling struct {
	text   *[]byte // nil for what an earlier run has written
	status int
	paged  bool // of a PDF
	err    error
}

func newTeller(format string, out, errs io.Writer) *teller {
	t := &teller{format: format, out: out, errs: errs, buffers: sync.Pool{New: func() any { return new([]byte) }}}
	if isTerminal(errs) && !isTerminal(os.Stdout) {
		t.progress = &progress{to: errs, now: time.Now, last: time.Now()}
	}
	if format == "csv" {
		t.out.Write(export.CSVHead())
	}
	return t
}

// tell writes a report; false when there is no use in going on.
func (t *teller) tell(c checked) bool { return t.write(t.say(c)) }

// say makes of a report what is written of it. Many may call it at once.
func (t *teller) say(c checked) telling {
	s := telling{status: statusOf(c.report), paged: c.paged}
	if c.known {
		return s
	}
	s.text = t.buffers.Get().(*[]byte)
	b := (*s.text)[:0]
	switch t.format {
	case "csv":
		b = append(b, export.CSVLines(c.report)...)
	case "json":
		b, s.err = c.report.AppendJSON(b)
		b = append(b, '\n')
	default:
		w := bytes.NewBuffer(b)
		writeText(w, c.report, c.advice)
		b = w.Bytes()
	}
	*s.text = b
	return s
}

// write writes what was made of a report; false when there is no use in going on.
func (t *teller) write(s telling) bool {
	if s.err != nil {
		fmt.Fprintln(t.errs, s.err)
		t.failed = true
		return false
	}
	if s.paged && !t.warned {
		t.warned = true
		fmt.Fprintln(t.errs, pdf.Caution)
	}
	if s.text != nil {
		if t.format == "text" && t.told > 0 {
			fmt.Fprintln(t.out)
		}
		t.out.Write(*s.text)
		t.told++
		if cap(*s.text) <= largestKept {
			t.buffers.Put(s.text)
		}
	}
	if t.progress != nil {
		t.progress.step(s.status)
	}
	return true
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
