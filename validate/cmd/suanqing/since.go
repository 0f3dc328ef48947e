package main

import (
	"encoding/json"
	"os"
	"strings"
	"sync"

	"suanqing/validate/files"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/report"
	"suanqing/validate/summary"
)

// done counts the reports of an earlier run by what each is of: the name of the file
// and the digest of its content, and those of the texts judged with it. A report stands
// for one file, so that of two copies in two folders each is reported on.
type done struct {
	any      int  // reports read, taken or not
	torn     bool // nothing ends the last line
	mutex    sync.Mutex
	verdicts map[fileKey][]report.Verdict
}

// fileKey is a file and the texts beside it, as one line each.
type fileKey struct{ name, sha256, texts string }

func textsKey(documents []report.Document) string {
	var b strings.Builder
	for _, d := range documents {
		b.WriteString(d.SHA256 + " " + d.Name + "\n")
	}
	return b.String()
}

// again are the refusals that another run may not come to: a file that could not be had,
// one whose password was not given, one that took too long.
var again = map[string]bool{"unreadable": true, "encrypted": true, "password": true, "slow": true}

// readDone reads the reports of an earlier run, a line each. What a run that was ended
// left half written is no report; what was added behind it is one.
func readDone(path string) (*done, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	known := &done{verdicts: map[fileKey][]report.Verdict{}}
	err = summary.Lines(file, func(l summary.Line) bool {
		known.torn = !l.Ended
		if !known.add(l.Data) {
			for _, piece := range summary.Pieces(l.Data) {
				known.add(piece)
			}
		}
		return true
	})
	return known, err
}

// add counts in a line; false when it is no report.
func (d *done) add(line []byte) bool {
	var r struct {
		File    string
		SHA256  string
		Verdict report.Verdict
		Error   *struct{ Code string }
		Text    struct{ Documents []report.Document }
	}
	if len(line) == 0 || json.Unmarshal(line, &r) != nil {
		return false
	}
	if r.SHA256 != "" && (r.Error == nil || !again[r.Error.Code]) {
		key := fileKey{r.File, r.SHA256, textsKey(r.Text.Documents)}
		d.any++
		d.verdicts[key] = append(d.verdicts[key], r.Verdict)
	}
	return true
}

// take says whether a file was reported on, and how; each report is taken once.
func (d *done) take(name string, data []byte, texts []files.Part) (report.Verdict, bool) {
	if d == nil || d.any == 0 {
		return "", false
	}
	beside := make([]report.Document, len(texts))
	for i, p := range texts {
		beside[i] = report.Document{Name: p.Name, SHA256: sha256.Hex(p.Data)}
	}
	key := fileKey{name, sha256.Hex(data), textsKey(beside)}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	list := d.verdicts[key]
	if len(list) == 0 {
		return "", false
	}
	d.verdicts[key] = list[1:]
	return list[0], true
}
