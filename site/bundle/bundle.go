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
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// Options say what to build.
type Options struct {
	Root    string // the repository
	Out     string // emptied of what is no longer built
	OneFile string // where the one-file build goes; empty for none
	Fast    bool   // quicker, larger compression: for tests and serving at home
	Tags    string // Go build tags of the core, for tests
}

// File is one built file and what it costs to transfer.
type File struct {
	Name              string
	Raw, Brotli, Gzip int
	OnDemand          bool // fetched only when a file needs it
	OneFile           bool // the one-file build, which is not transferred
}

// large is the size from which a file gets compressed copies.
const large = 512

// Build makes the site and says what each file weighs.
func Build(o Options) ([]File, error) {
	m, err := ingredients(o)
	if err != nil {
		return nil, err
	}
	files, components, err := siteFiles(m)
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
		f := File{Name: name, Raw: len(data), OnDemand: components[name] || m.rules[name] != nil}
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
	if o.OneFile != "" {
		f, err := writeOneFile(o, m)
		if err != nil {
			return nil, err
		}
		built = append(built, f)
	}
	return built, writeStamps(o.Out, stamps)
}

// made is what both builds are made of.
type made struct {
	page       map[string][]byte // of site/page, the worker in one piece
	core       []byte
	components map[string][]byte // by the name the page has for each
	rules      map[string][]byte // the page of rules
}

func ingredients(o Options) (*made, error) {
	m := &made{components: map[string][]byte{}}
	var err error
	if m.page, err = readPage(o.Root); err != nil {
		return nil, err
	}
	if m.rules, err = rulesFiles(o.Root); err != nil {
		return nil, err
	}
	if m.core, err = compile(o, "./wasm"); err != nil {
		return nil, err
	}
	for name, command := range onDemand {
		if m.components[name], err = compile(o, command); err != nil {
			return nil, err
		}
	}
	m.components["pdfium"], err = pdfiumComponent(o.Root, m.page[pdfiumGlue])
	return m, err
}

// Modules of the page, by their paths below site/page.
const (
	workerEntry = "core/worker.js"
	sampleEntry = "files/sample-book.js" // which the build makes
)

func pageDir(root string) string { return filepath.Join(root, "site", "page") }

// readPage is every file of the page by name, those of its folders by their path.
func readPage(root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	site := os.DirFS(pageDir(root))
	err := fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files[name], err = fs.ReadFile(site, name)
		}
		return err
	})
	if err == nil {
		joinStyles(files)
		files[workerEntry], err = workerSource(files[workerEntry])
	}
	if err == nil {
		files[sampleEntry], err = sampleModule(root)
	}
	return files, err
}

// siteFiles is every file of the site by name, and which of them are components.
func siteFiles(m *made) (files map[string][]byte, components map[string]bool, err error) {
	files, err = shrink(m, false)
	if err != nil {
		return nil, nil, err
	}
	for name, data := range m.page {
		if filepath.Ext(name) != ".js" && filepath.Dir(name) == "." && files[name] == nil {
			files[name] = data
		}
	}
	files["index.html"] = edition(m.page["index.html"], "site")
	files["suanqing.wasm"] = m.core
	maps.Copy(files, m.rules)
	files[rulesPage] = edition(m.rules[rulesPage], "site")
	if components, err = addComponents(m, files); err != nil {
		return nil, nil, err
	}
	return files, components, addServiceWorker(files, components, m.rules)
}

// workerSource puts before the worker what it needs: Go's own loader and the
// book it warms itself with. It comes to be one piece, because a worker made from a Blob is
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
