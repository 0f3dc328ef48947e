package summary

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"suanqing/validate/report"
)

var (
	errNoReport = errors.New("不是检查报告")
	errTooLong  = errors.New("这一行超过 64 MB")
	errBroken   = errors.New("报告不完整，像是写到一半断了")
	errHalf     = errors.New("这一行里有没写完的报告，没有计入；完整的计入了")
)

var verdicts = map[report.Verdict]bool{report.Pass: true, report.Tails: true, report.Fail: true, report.Incomplete: true}

// slim is a report without what nobody counts and most of its bytes are.
type slim struct {
	report.Report
	Findings []slimFinding `json:"findings"`
	Suspects []slimSuspect `json:"suspects"`
	Text     skipped       `json:"text"`
}

type slimFinding struct {
	report.Finding
	Cells skipped `json:"cells"`
}

type slimSuspect struct {
	report.Suspect
	Alternatives skipped `json:"alternatives"`
}

type skipped struct{}

func (*skipped) UnmarshalJSON([]byte) error { return nil }

// Parse reads one report, as far as it is counted.
func Parse(line []byte) (*report.Report, error) {
	var s slim
	if err := json.Unmarshal(line, &s); err != nil {
		if len(line) > 0 && line[0] == '{' && !json.Valid(line) {
			return nil, errBroken
		}
		return nil, errNoReport
	}
	r := &s.Report
	switch {
	case r.Schema == 0 || !verdicts[r.Verdict]:
		return nil, errNoReport
	case r.Schema != report.Schema:
		return nil, errors.New("报告的格式是第 " + strconv.Itoa(r.Schema) + " 版，这个程序认得第 " + strconv.Itoa(report.Schema) + " 版")
	}
	for i := range s.Findings {
		r.Findings = append(r.Findings, s.Findings[i].Finding)
	}
	for i := range s.Suspects {
		r.Suspects = append(r.Suspects, s.Suspects[i].Suspect)
	}
	return r, nil
}

// Read counts in the reports of a file, a line each. A line that is none is counted
// and named; only what cannot be read at all is an error.
func (s *Summary) Read(source string, in io.Reader) error {
	return Lines(in, func(l Line) bool {
		bad := func(err error) { s.AddBad(BadLine{source, l.Number, err.Error()}) }
		if l.TooLong {
			bad(errTooLong)
			return true
		}
		r, err := Parse(l.Data)
		if err == nil {
			s.Add(r)
			return true
		}
		pieces, lost := Pieces(l.Data), 0
		for _, piece := range pieces {
			if r, err := Parse(piece); err == nil {
				s.Add(r)
			} else {
				lost++
			}
		}
		switch {
		case lost == len(pieces):
			bad(err)
		case lost > 0:
			bad(errHalf)
		}
		return true
	})
}
