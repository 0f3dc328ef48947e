package performance

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryFigureIsDrawn(t *testing.T) {
	for _, l := range Layouts {
		for set := range Sets {
			d := Make(l, set).Draw()
			for _, key := range []string{"p0/name", "p1/fund/0/done", "p2/fund/0/score", "p2/ind/3/actual", "p1/total/score", "summary/2/score", "text/4"} {
				at, ok := d.Find(key)
				require.True(t, ok, "%s %d %s", l.Name, set, key)
				assert.NotEmpty(t, at.Text)
			}
			for _, b := range d.Blocks {
				if b.Table != nil {
					require.NoError(t, b.Table.sound(), "%s %d", l.Name, set)
				}
			}
			assert.NotEmpty(t, d.DOCX())
			assert.NotEmpty(t, d.XLSX())
		}
	}
}

func TestRightReportsAreRight(t *testing.T) {
	grades := map[string]bool{}
	for _, c := range Right() {
		for _, p := range c.Report.Projects {
			grades[p.Grade] = true
		}
		o := judged(c.Report)
		for k := range o.kinds {
			assert.Contains(t, c.May, k, "%s: %v", c.Name, o.notes)
		}
		require.Empty(t, c.Wants)
	}
	assert.Subset(t, grades, map[string]bool{"优": true, "良": true})
}

func TestBrokenReportsAreBroken(t *testing.T) {
	base := map[string]string{}
	for _, c := range Right() {
		if c.Edit == "plain" {
			base[c.Name] = c.Doc.Tabbed()
		}
	}
	for _, c := range Broken() {
		require.Len(t, c.Wants, 1, c.Name)
		w := c.Wants[0]
		o := judged(c.Report)
		assert.Contains(t, o.kinds, w.Kind, "%s: %v", c.Name, o.notes)
		for k := range o.kinds {
			if k != w.Kind {
				assert.Contains(t, c.May, k, "%s: %v", c.Name, o.notes)
			}
		}
		assert.NotEmpty(t, w.At, c.Name)
		assert.NotEqual(t, base[strings.Replace(c.Name, c.Edit, "plain", 1)], c.Doc.Tabbed(), c.Name)
	}
}

// TestCounts prints how many there are of each kind and layout.
func TestCounts(t *testing.T) {
	kinds, layouts, edits := map[Kind]int{}, map[string]int{}, map[string]bool{}
	broken := Broken()
	for _, c := range broken {
		kinds[c.Wants[0].Kind]++
		layouts[c.Layout]++
		edits[c.Edit] = true
	}
	rightLayouts, rightEdits := map[string]int{}, map[string]bool{}
	right := Right()
	for _, c := range right {
		rightLayouts[c.Layout]++
		rightEdits[c.Edit] = true
	}
	t.Logf("broken %d by %d edits: %v %v", len(broken), len(edits), kinds, layouts)
	t.Logf("right %d by %d edits: %v", len(right), len(rightEdits), rightLayouts)
	assert.Len(t, BrokenOnce(), len(edits))
	assert.GreaterOrEqual(t, len(edits), 60)
	assert.GreaterOrEqual(t, len(rightEdits), 20)
	assert.Len(t, layouts, len(Layouts))
	for _, e := range editsOf() {
		assert.True(t, edits[e] || rightEdits[e], "%s applies nowhere", e)
	}
}

func editsOf() []string {
	var out []string
	for _, e := range append(edits(), allTraps()...) {
		out = append(out, e.name)
	}
	return out
}
