package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/skin"
)

// TestFormats: a book in each format that is read gets in the page the bytes that the
// native command gives, from one component that is fetched once.
func TestFormats(t *testing.T) {
	book, err := skin.Read(read(t, seed))
	require.NoError(t, err)
	asked := &log{}
	p := open(t, options{wrap: asked.wrap, prepare: hears}).ready()
	before := asked.all()
	tried := map[skin.Kind]bool{}
	for _, s := range skin.All() {
		if tried[s.Kind] || s.OneSheet {
			continue
		}
		tried[s.Kind] = true
		name, data := s.Name+"."+s.Ext, s.Make(book)
		p.drop(name, data)
		assert.Equal(t, "有尾差（可接受）", p.verdict(name), name)
		p.sameAsNative(name, data, "")
		p.until(`document.querySelector('#sheet td')`)
	}
	assert.Greater(t, len(tried), 5)
	assert.Equal(t, append(before, "/"+componentFile(t, "formats")), asked.all(), "the component, once, and nothing else")
}
