package performance

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEveryFigureIsDrawn(t *testing.T) {
	for _, l := range Layouts {
		for set := range Sets {
			d := Make(l, set).Draw()
			for _, key := range []string{"p0/name", "p1/fund/0/done", "p2/fund/0/score", "p2/ind/3/actual", "p1/total/score", "summary/2/score", "text/4"} {
				at, ok := d.Find(key)
				require.True(t, ok, "%s %d %s", l.Name, set, key)
				require.NotEmpty(t, at.Text)
			}
			for _, b := range d.Blocks {
				if b.Table != nil {
					require.NoError(t, b.Table.sound(), "%s %d", l.Name, set)
				}
			}
			require.NotEmpty(t, d.DOCX())
			require.NotEmpty(t, d.XLSX())
		}
	}
}
