package validate_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

var update = flag.Bool("update", false, "rewrite the golden reports")

const golden = "../testdata/golden"

// A golden file is a base workbook, edits, and after the line --- what the
// check says: the verdict, what was not checked, one suspect a line and one finding a line.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(golden, "*.txt"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(paths), 32)
	families := map[string]bool{}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			head, want, _ := strings.Cut(string(text), "---\n")
			r := checkEdited(t, head)
			for _, f := range r.Findings {
				families[f.Rule] = true
			}
			got := describe(r)
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(head+"---\n"+got), 0o644))
				return
			}
			assert.Equal(t, want, got)
			if !strings.Contains(head, "# clean") {
				assert.NotEqual(t, report.Pass, r.Verdict, "a broken report that yields nothing")
			}
		})
	}
	for _, r := range rule.Catalogue() {
		family, _, _ := strings.Cut(r.ID, ".")
		found := false
		for id := range families {
			found = found || strings.HasPrefix(id, family+".")
		}
		assert.True(t, found, "no golden report breaks family %s", family)
	}
}

// checkEdited checks the base workbook with the edits of a golden file's head.
func checkEdited(t *testing.T, head string) *report.Report {
	t.Helper()
	var base string
	var edits []string
	for _, line := range strings.Split(head, "\n") {
		switch line = strings.TrimSpace(line); {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "base: "):
			base = strings.TrimPrefix(line, "base: ")
		default:
			edits = append(edits, line)
		}
	}
	w, err := fixture.Load(base)
	require.NoError(t, err)
	data := w.Bytes
	if len(edits) > 0 {
		data, err = w.Edit(edits...)
		require.NoError(t, err)
	}
	return validate.Check(base+".xlsx", data, nil).Report
}

// describe writes a report as a golden file has it.
func describe(r *report.Report) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "verdict %s\n", r.Verdict)
	if r.Error != nil {
		fmt.Fprintf(&b, "refused %s %s%s\n", r.Error.Code, r.Error.Message, r.Error.Hint)
	}
	for _, o := range r.Rules {
		if o.Unchecked {
			fmt.Fprintf(&b, "unchecked %s %s\n", o.Rule, o.Reason)
		}
	}
	for _, s := range r.Suspects {
		likely := "perhaps"
		if s.Likely {
			likely = "likely"
		}
		fmt.Fprintf(&b, "suspect %s %s %s!%s %q → %q %s，explains %d，others %d\n", likely, s.Kind, s.Sheet, s.Cell, s.Value, s.Suggest, s.Why, len(s.Explains), len(s.Alternatives))
	}
	for _, f := range r.Findings {
		var cells []string
		for _, c := range f.Cells {
			if c.Value != "" || c.Side == "" {
				cells = append(cells, c.Sheet+"!"+c.Cell)
			}
		}
		more := ""
		if len(cells) > 4 {
			more = fmt.Sprintf(" +%d", len(cells)-4)
			cells = cells[:4]
		}
		fmt.Fprintf(&b, "%s %s [%s%s] %s", f.Severity, f.Rule, strings.Join(cells, " "), more, f.Message)
		if f.Equation != "" {
			fmt.Fprintf(&b, " | %s", f.Equation)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
