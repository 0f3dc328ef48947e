// Package bundle builds the static site: the core as WebAssembly, the worker's
// source in one piece, the page's files, and a compressed copy beside each.
package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// Options say what to build.
type Options struct {
	Root string // the repository
	Out  string // emptied of what is no longer built
	Fast bool   // quicker, larger compression: for tests and serving at home
	Tags string // Go build tags of the core, for tests
}

// File is one built file and what it costs to transfer.
type File struct {
	Name              string
	Raw, Brotli, Gzip int
	OnDemand          bool // fetched only when a file needs it
}

// large is the size from which a file gets compressed copies.
const large = 512

// Build makes the site and says what each file weighs.
func Build(o Options) ([]File, error) {
	files, components, err := contents(o)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return nil, err
	}
	old := readStamps(o.Out)
	stamps := map[string]string{}
	var built []File
	keep := map[string]bool{}
	for name, data := range files {
		keep[name] = true
		stamp := fmt.Sprintf("%s fast=%t", digest(data), o.Fast)
		f := File{Name: name, Raw: len(data), OnDemand: components[name]}
		path := filepath.Join(o.Out, name)
		if len(data) < large {
			f.Brotli, f.Gzip = f.Raw, f.Raw
		} else {
			keep[name+".br"], keep[name+".gz"] = true, true
		}
		if old[name] != stamp || !f.sized(path) {
			if err := f.write(path, data, o.Fast); err != nil {
				return nil, err
			}
		}
		stamps[name] = stamp
		built = append(built, f)
	}
	if err := sweep(o.Out, keep); err != nil {
		return nil, err
	}
	return built, writeStamps(o.Out, stamps)
}

// contents is every file of the site by name, and which of them are components.
func contents(o Options) (files map[string][]byte, components map[string]bool, err error) {
	files = map[string][]byte{}
	page := filepath.Join(o.Root, "site", "page")
	entries, err := os.ReadDir(page)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(page, e.Name()))
		if err != nil {
			return nil, nil, err
		}
		files[e.Name()] = data
	}
	if files["worker.js"], err = workerSource(files["worker.js"]); err != nil {
		return nil, nil, err
	}
	if err := shrink(page, files); err != nil {
		return nil, nil, err
	}
	if files["suanqing.wasm"], err = compile(o, "./wasm"); err != nil {
		return nil, nil, err
	}
	components, err = addComponents(o, files)
	return files, components, err
}

// workerSource puts before the worker what it needs: Go's own loader and the
// book it warms itself with. One piece, because a worker made from a Blob is
// bound by the page's policy and can fetch nothing.
func workerSource(worker []byte) ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	loader, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	book, err := warmBook()
	if err != nil {
		return nil, err
	}
	warm := fmt.Sprintf("\nconst WARM_BOOK = %q;\n", base64.StdEncoding.EncodeToString(book))
	return bytes.Join([][]byte{loader, []byte(warm), worker}, nil), nil
}

func (f *File) write(path string, data []byte, fast bool) error {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return err
	}
	if len(data) < large {
		return nil
	}
	brLevel, gzLevel := brotli.BestCompression, gzip.BestCompression
	if fast {
		brLevel, gzLevel = 4, gzip.BestSpeed
	}
	var br, gz bytes.Buffer
	bw := brotli.NewWriterOptions(&br, brotli.WriterOptions{Quality: brLevel, LGWin: 24})
	if _, err := bw.Write(data); err != nil {
		return err
	}
	if err := bw.Close(); err != nil {
		return err
	}
	gw, err := gzip.NewWriterLevel(&gz, gzLevel)
	if err != nil {
		return err
	}
	if _, err := gw.Write(data); err != nil {
		return err
	}
	if err := gw.Close(); err != nil {
		return err
	}
	f.Brotli, f.Gzip = br.Len(), gz.Len()
	if err := os.WriteFile(path+".br", br.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(path+".gz", gz.Bytes(), 0o644)
}

// sized reads the sizes of what is already there; false when something is not.
func (f *File) sized(path string) bool {
	if _, err := os.Stat(path); err != nil {
		return false
	}
	if f.Raw < large {
		return true
	}
	br, err1 := os.Stat(path + ".br")
	gz, err2 := os.Stat(path + ".gz")
	if err1 != nil || err2 != nil {
		return false
	}
	f.Brotli, f.Gzip = int(br.Size()), int(gz.Size())
	return true
}

// sweep removes files of an earlier build.
func sweep(dir string, keep map[string]bool) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.IsDir() && !keep[e.Name()] {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// Stamps say from what each compressed file was made. They stand beside the
// site, not in it.
func stampFile(out string) string { return filepath.Clean(out) + ".stamps.json" }

func readStamps(out string) map[string]string {
	stamps := map[string]string{}
	if data, err := os.ReadFile(stampFile(out)); err == nil {
		_ = json.Unmarshal(data, &stamps) // unreadable stamps only mean compressing again
	}
	return stamps
}

func writeStamps(out string, stamps map[string]string) error {
	data, err := json.MarshalIndent(stamps, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(stampFile(out), data, 0o644)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
