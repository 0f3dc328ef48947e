package bundle

import (
	"maps"
	"path"
	"slices"
	"strings"
)

// style is the one style sheet that the page links.
const style = "style.css"

// joinStyles puts the page's style sheets into one: style.css first, which has what
// all share, then those of its folders by name.
func joinStyles(files map[string][]byte) {
	byName := func(a, b string) int { return strings.Compare(path.Base(a), path.Base(b)) }
	for _, name := range slices.SortedFunc(maps.Keys(files), byName) {
		if name != style && path.Ext(name) == ".css" {
			files[style] = slices.Concat(files[style], []byte("\n"), files[name])
			delete(files, name)
		}
	}
}
