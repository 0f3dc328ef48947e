package bundle

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// addServiceWorker puts before sw.js what it is to keep: the files of the first
// load by their hashes, those a link asks for later likewise, and the components
// by their names.
func addServiceWorker(files map[string][]byte, components map[string]bool, later map[string][]byte) error {
	build := struct {
		Version    string            `json:"version"`
		First      map[string]string `json:"first"`
		Later      map[string]string `json:"later"`
		Components []string          `json:"components"`
	}{First: map[string]string{}, Later: map[string]string{}, Components: slices.Sorted(maps.Keys(components))}
	for name, data := range files {
		switch {
		case name == "sw.js" || components[name]:
		case later[name] != nil:
			build.Later[name] = integrity(data)
		case name == "index.html":
			build.First["./"] = integrity(data) // hosts send one to the other
		default:
			build.First[name] = integrity(data)
		}
	}
	hashes, err := json.Marshal(build) // maps in the order of their keys
	if err != nil {
		return err
	}
	build.Version = digest(append(hashes, files["sw.js"]...))[:16]
	head, err := json.Marshal(build)
	if err != nil {
		return err
	}
	files["sw.js"] = fmt.Appendf(nil, "const BUILD=%s;\n%s", head, files["sw.js"])
	return nil
}
