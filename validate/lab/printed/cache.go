package printed

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

// CacheDir is where printings are kept between runs, by what they are printed from.
func CacheDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "suanqing", "printed"), nil
}

// Cached is Print, but what was printed from the same source before is taken from a
// folder, and what is new is kept there.
func Cached(dir string, all []Printing) (map[string][]byte, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	out, paths := map[string][]byte{}, map[string]string{}
	var missing []Printing
	for _, p := range all {
		source, _, err := p.Source()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		turn := Straight
		if p.Look != nil {
			turn = p.Look.Turn
		}
		sum := sha256.Sum256(append(source, byte(turn)))
		paths[p.Name] = filepath.Join(dir, hex.EncodeToString(sum[:12])+".pdf")
		if data, err := os.ReadFile(paths[p.Name]); err == nil {
			out[p.Name] = data
			continue
		}
		missing = append(missing, p)
	}
	const batch = 12 // so that what is printed is kept if the run ends
	for len(missing) > 0 {
		some := missing[:min(batch, len(missing))]
		missing = missing[len(some):]
		work, err := os.MkdirTemp("", "printed")
		if err != nil {
			return nil, err
		}
		made, err := Print(work, some)
		os.RemoveAll(work)
		if err != nil {
			return nil, err
		}
		for name, data := range made {
			out[name] = data
			if err := os.WriteFile(paths[name], data, 0o600); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
