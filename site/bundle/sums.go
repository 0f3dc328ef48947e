package bundle

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Sums writes the SHA-256 of every built file as sha256sum does, by its path from
// where the list stands, and gives the same text.
func Sums(o Options, list string) (string, error) {
	var b strings.Builder
	add := func(path string) error {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		from, err := filepath.Rel(filepath.Dir(list), path)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s  %s\n", digest(data), filepath.ToSlash(from))
		return nil
	}
	err := filepath.WalkDir(o.Out, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return add(path)
	})
	if err == nil && o.OneFile != "" {
		err = add(o.OneFile)
	}
	if err != nil {
		return "", err
	}
	return b.String(), os.WriteFile(list, []byte(b.String()), 0o644)
}
