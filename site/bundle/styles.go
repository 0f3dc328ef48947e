package bundle

import (
	"maps"
	"path/filepath"
	"slices"
)

// style is the one style sheet that the page links.
const style = "style.css"

// joinStyles puts the page's style sheets into one: style.css first, which has what
// all share, then the others by name.
func joinStyles(files map[string][]byte) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if name != style && filepath.Ext(name) == ".css" && filepath.Dir(name) == "." {
			files[style] = slices.Concat(files[style], []byte("\n"), files[name])
			delete(files, name)
		}
	}
}
