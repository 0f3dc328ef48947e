package xlsx

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

// TestAnyOrder: rows and cells in any order, at any address, more than once, read
// as a program does that puts each where it says, over what is there.
func TestAnyOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		var xml strings.Builder
		cells := map[[2]int]string{}
		hidden := map[int]bool{}
		for n := range 1 + random.IntN(8) {
			row, hide := random.IntN(6), random.IntN(2) == 0
			hidden[row] = hide
			fmt.Fprintf(&xml, `<row r="%d" hidden="%t">`, row+1, hide)
			for k := range 1 + random.IntN(6) {
				at := [2]int{row, random.IntN(5)}
				if random.IntN(6) == 0 {
					at[0] = random.IntN(9)
				}
				cells[at] = fmt.Sprintf("%d.%d", n, k)
				fmt.Fprintf(&xml, `<c r="%s"><v>%s</v></c>`, document.Address(at[0], at[1]), cells[at])
			}
			xml.WriteString(`</row>`)
		}
		s := only(t, book(sheetXML(xml.String())))
		var want []string
		for at := range cells {
			want = append(want, fmt.Sprintf("%03d %s=%s", at[0]*10+at[1], document.Address(at[0], at[1]), cells[at]))
		}
		slices.Sort(want)
		for i := range want {
			want[i] = want[i][4:]
		}
		require.Equal(t, strings.Join(want, " "), listing(s), xml.String())
		rows := 0
		for _, r := range s.Rows {
			require.Equal(t, hidden[r.Index], r.Hidden, "row %d of %s", r.Index, xml.String())
			delete(hidden, r.Index)
			rows++
		}
		require.Empty(t, hidden, xml.String())
	}
}
