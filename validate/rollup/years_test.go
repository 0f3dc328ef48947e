package rollup_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/department"
	"suanqing/validate/lab/department/score"
	"suanqing/validate/report"
)

// ofYears lists the findings between the years of a severity.
func ofYears(r *report.Report, s report.Severity) (found []report.Finding) {
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, "years.") && f.Severity == s {
			found = append(found, f)
		}
	}
	return found
}

// TestPairs: what one year closes with opens the next; what does not is found, where it
// is stated as a warning; and a book that is not last year's is said and judges nothing.
func TestPairs(t *testing.T) {
	j := &score.Judge{}
	count := map[department.Verdict]int{}
	for _, k := range department.PairKinds {
		for _, p := range department.Pairs([]*department.PairKind{k}, 1, 6) {
			r := j.Pair(p.Files())
			count[p.Want.Verdict]++
			errors, warnings := ofYears(r, report.Error), ofYears(r, report.Warning)
			switch p.Want.Verdict {
			case department.Follows:
				assert.Empty(t, errors, "%s %+v", k.ID, errors)
				assert.Empty(t, warnings, k.ID)
			case department.Broken:
				require.NotEmpty(t, errors, k.ID)
				assert.Equal(t, report.Fail, r.Verdict, k.ID)
				for _, b := range p.Want.Broken {
					assert.True(t, at(errors, b), "%s %+v", k.ID, b)
				}
			case department.Stated:
				assert.Empty(t, errors, k.ID)
				assert.NotEmpty(t, warnings, k.ID)
				for _, b := range p.Want.Broken {
					assert.True(t, at(warnings, b), "%s %+v", k.ID, b)
				}
			case department.NotLast:
				assert.Empty(t, errors, k.ID)
				assert.Empty(t, warnings, k.ID)
				assert.NotEqual(t, report.Fail, r.Verdict, k.ID)
				assert.True(t, score.Says(r, "years.previous"), k.ID)
			}
		}
	}
	t.Log(count)
	assert.GreaterOrEqual(t, count[department.Broken], 48)
}

// at says whether one of the findings is of an opening.
func at(found []report.Finding, b department.Balance) bool {
	for _, f := range found {
		for _, c := range f.Cells {
			if c.Form == b.This.Form && c.Row == b.This.Row && c.Column == b.This.Column && c.File == "" || c.Form == b.Last.Form && c.Row == b.Last.Row && c.File != "" {
				return true
			}
		}
	}
	return false
}

// TestChanges: what jumps between two years is in one notice, with its percentage.
func TestChanges(t *testing.T) {
	j := &score.Judge{}
	for _, k := range department.RightPairs {
		if k.ID != "follows-jumps" {
			continue
		}
		for _, p := range department.Pairs([]*department.PairKind{k}, 1, 6) {
			r := j.Pair(p.Files())
			var changes []report.Finding
			for _, f := range r.Findings {
				if f.Rule == "years.changes" {
					changes = append(changes, f)
				}
			}
			require.Len(t, changes, 1)
			assert.Equal(t, report.Notice, changes[0].Severity)
			for _, w := range []string{"增加", "减少", "新增", "本年没有", " → ", " %"} {
				assert.Contains(t, changes[0].Message, w)
			}
			cells := map[[3]string]bool{}
			for _, c := range changes[0].Cells {
				cells[[3]string{c.Form, c.Row, c.Column}] = true
			}
			missed := 0
			for _, w := range p.Want.Jumps {
				if !w.Near && w.Way != "" && !cells[[3]string{w.Form, w.Row, w.Column}] {
					missed++
				}
			}
			t.Log(len(p.Want.Jumps), "jumps,", missed, "missed:", changes[0].Message)
		}
	}
}
