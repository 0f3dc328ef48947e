package xmlpack

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOnly: what is read in one go is what reading step by step gives, and where it is
// not, nothing has been read.
func TestOnly(t *testing.T) {
	for body, plain := range map[string]bool{
		"<v>12</v>": true, "<v></v>": true, "<v> 表 </v>": true,
		"": false, "12": false, "<v/>": false, "<v >1</v>": false, "<v a=\"1\">1</v>": false, "<w>1</w>": false, "<va>1</va>": false,
		"<v>1</v >": false, "<v>1</v> ": false, "<v>1</v><f/>": false, "<f/><v>1</v>": false, "<v>&amp;</v>": false, "<v>1\r2</v>": false,
		"<v>1<!-- --></v>": false, "<v><![CDATA[1]]></v>": false, "<v>1</w>": false, "<v>1": false, "<v": false,
	} {
		x, slow := enter(t, "<c>"+body+"</c><next/>"), enter(t, "<c>"+body+"</c><next/>")
		at := x.Offset()
		text, ok := x.Only("v")
		require.Equal(t, plain, ok, body)
		if !ok {
			assert.Equal(t, at, x.Offset(), body)
			assert.Equal(t, 2, x.Depth(), body)
			continue
		}
		require.True(t, slow.Child(2), body)
		assert.Equal(t, slow.Text(), text, body)
		require.False(t, slow.Child(2), body)
		assert.Equal(t, slow.Offset(), x.Offset(), body)
		require.True(t, x.Child(1), body)
		assert.Equal(t, "next", x.Name, body)
	}
	deep := Scan(strings.Repeat("<c>", maxDepth)+"<v>1</v>"+strings.Repeat("</c>", maxDepth), "")
	for range maxDepth {
		require.Equal(t, Start, deep.Next())
	}
	_, ok := deep.Only("v")
	assert.False(t, ok, "too deep")
}

// enter is a scanner behind the first tag in the root element.
func enter(t *testing.T, body string) *Scanner {
	t.Helper()
	x := Scan("<r>"+body+"</r>", "")
	require.True(t, x.Root("r"))
	require.True(t, x.Child(1))
	return x
}
