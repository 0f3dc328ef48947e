package e2e

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inOneTab is how many hostile files one tab lives through.
const inOneTab = 15

// TestHostile: every hostile file ends in a verdict or a sentence, in the page
// as natively, and the same page then checks a good one.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	write := exec.Command("go", "run", "./validate/lab/hostile/write", dir)
	write.Dir = "../.."
	list, err := write.Output()
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(list)), "\n")
	require.Greater(t, len(lines), 150)
	for at := 0; at < len(lines); at += inOneTab {
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			p := open(t, options{prepare: hears}).ready()
			for _, line := range lines[at:min(at+inOneTab, len(lines))] {
				name, codes, _ := strings.Cut(line, "\t")
				outcome := p.outcome(filepath.Join(dir, name))
				if outcome == "no-forms" && strings.HasPrefix(name, "xls-") {
					outcome = "judged" // read to its end, which is all that these are for
				}
				assert.Contains(t, strings.Split(codes, "|"), outcome, name)
			}
			p.drop("good.xlsx", read(t, "../../testdata/lanshan-2023.xlsx"))
			assert.Equal(t, "有尾差（可接受）", p.verdict("good.xlsx"))
		})
	}
}

// outcome gives a file and says how its check ended: judged, the code of a
// refusal, or what the page says of a core that did not come back.
func (p *page) outcome(path string) string {
	p.t.Helper()
	eval[any](p, `(window.lastReport = null)`)
	p.choose(path)
	name := filepath.Base(path)
	p.until(fmt.Sprintf(`(window.lastReport && JSON.parse(window.lastReport).file === %q) ||
		(!document.querySelector('#problem').hidden && document.querySelector('#problem').textContent.includes(%[1]q))`, name))
	return eval[string](p, fmt.Sprintf(`(() => {
		const report = window.lastReport && JSON.parse(window.lastReport);
		if (!report || report.file !== %q) return document.querySelector('#problem').textContent;
		return report.error ? report.error.code : 'judged';
	})()`, name))
}
