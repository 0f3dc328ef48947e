package prose

import (
	"fmt"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShowVariants(t *testing.T) {
	if os.Getenv("VARIANTS") == "" {
		return
	}
	for _, v := range Variants() {
		fmt.Println("##", v.Name, "·", v.Kind, v.Want.Severities, len(v.Want.Places))
		p := v.Want.Places[0]
		fmt.Println("   ", v.Text.Blocks[p.Block].Text, v.Text.Blocks[p.Block].Rows, "→", p.Words)
	}
}

func TestVariants(t *testing.T) {
	all := Variants()
	kinds, names, severities := map[string]int{}, map[string]bool{}, map[Severity]int{}
	for _, v := range all {
		kinds[v.Kind]++
		severities[v.Want.Severity()]++
		require.False(t, names[v.Name], v.Name)
		names[v.Name] = true
		require.False(t, reflect.DeepEqual(v.Base.Blocks, v.Text.Blocks), v.Name)
		require.NotEmpty(t, v.Want.Places, v.Name)
		for _, p := range v.Want.Places {
			b := v.Text.Blocks[p.Block]
			switch {
			case p.Words == "":
			case b.Kind == Table:
				assert.Equal(t, p.Words, b.Rows[p.Row][p.Col], v.Name)
			default:
				assert.Equal(t, p.Words, b.Text[p.Start:p.End], v.Name)
			}
		}
		for _, m := range v.Text.Marks {
			require.Equal(t, m.Words, v.Text.Blocks[m.Block].Text[m.Start:m.End], v.Name)
		}
		assert.Empty(t, Contradictions(v.Base), v.Name)
	}
	assert.GreaterOrEqual(t, len(all), 120)
	t.Log(len(all), severities)
	for k, n := range kinds {
		t.Log(k, n)
	}
}
