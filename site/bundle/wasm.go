package bundle

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// onDemand are the commands that the page fetches only when they are needed, by the
// name that components.js has for each.
var onDemand = map[string]string{"formats": "./wasm/formats", "decrypt": "./wasm/decrypt", "annotate": "./wasm/annotate"}

// addComponents puts them there under names that carry a hash of their content, and
// writes those names into the page: its policy allows it these files and no others.
func addComponents(m *made, files map[string][]byte) (map[string]bool, error) {
	components := map[string]bool{}
	for name, data := range m.components {
		hashed := fmt.Sprintf("%s-%s.wasm", name, digest(data)[:16])
		before, after := []byte(`"`+name+`.wasm"`), []byte(`"`+hashed+`"`)
		if bytes.Count(files["main.js"], before) != 1 {
			return nil, fmt.Errorf("main.js should name %s.wasm once", name)
		}
		files["main.js"] = bytes.Replace(files["main.js"], before, after, 1)
		files[hashed], components[hashed] = data, true
	}
	return components, nil
}

// cold are packages that a check spends no time in. Without inlining they are a
// fiftieth of the download smaller; the reader, the binder and the judge keep it.
var cold = []string{"archive/zip", "encoding/...", "fmt", "internal/bisect", "internal/filepathlite", "internal/fmtsort",
	"internal/godebug", "internal/oserror", "internal/poll", "internal/reflectlite", "io/...", "os", "path/...", "reflect",
	"sort", "syscall", "time", "github.com/xuri/nfp", "suanqing/validate", "suanqing/validate/equation",
	"strings", "suanqing/validate/form", "suanqing/validate/formula", "suanqing/validate/localise", "suanqing/validate/read", "suanqing/validate/read/refuse", "suanqing/validate/report", "suanqing/validate/rule", "suanqing/validate/view"}

// compile makes the WebAssembly of one command.
func compile(o Options, command string) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "suanqing-wasm")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	out := filepath.Join(tmp, "out.wasm")
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-tags", o.Tags, "-o", out}
	for _, pkg := range cold {
		args = append(args, "-gcflags="+pkg+"=-l")
	}
	cmd := exec.Command("go", append(args, command)...)
	cmd.Dir = o.Root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building %s for the browser: %w\n%s", command, err, msg)
	}
	wasm, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return slim(wasm)
}
