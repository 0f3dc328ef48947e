package bundle

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program panics in a function of its own and in one that a wrapper rescues, and says what
// it recovered: of all that a program does, this comes nearest to what slim takes out. It also grows its stack and
// collects garbage, which read the tables that stay.
const program = `package main

import (
	"fmt"
	"runtime"
)

func deep(n int, held []byte) int {
	if n == 0 {
		runtime.GC()
		return len(held)
	}
	return deep(n-1, append(held, make([]byte, 100)...)) + int(held[0])
}

type rescuer struct{ said *string }

func (r rescuer) rescue() { *r.said = fmt.Sprint(recover()) }

type outer struct{ rescuer }

func wrapped() (said string) {
	var o interface{ rescue() } = &outer{rescuer{&said}}
	defer o.rescue()
	panic("wrapped")
}

func main() {
	defer func() { fmt.Println(wrapped(), recover(), deep(2000, []byte{1})) }()
	var table map[string]int
	table["nil"] = 1
}
`

func TestSlim(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module program\n"), 0o600))
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", "out.wasm", ".")
	build.Dir, build.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=-mod=mod", "GOWORK=off")
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))
	whole := read(t, filepath.Join(dir, "out.wasm"))
	thin, err := slim(whole)
	require.NoError(t, err)

	before, err := parseModule(whole)
	require.NoError(t, err)
	after, err := parseModule(thin)
	require.NoError(t, err)
	changed := map[byte]bool{typeSection: true, functionSection: true, codeSection: true, dataSection: true}
	was, is := map[byte]string{}, map[byte]string{}
	for _, s := range before.sections {
		was[s.id] += string(s.body)
	}
	for _, s := range after.sections {
		is[s.id] += string(s.body)
	}
	for id := range was {
		assert.True(t, changed[id] || was[id] == is[id], "section %d stays", id)
	}
	assert.Equal(t, before.start, after.start)
	tables, err := findTable(before)
	require.NoError(t, err)
	at := len(before.image) - len(tables.image)
	assert.True(t, string(before.image[:at]) == string(after.image[:at]), "what stands before the table stays")
	assert.Contains(t, string(before.image), "main.deep\x00")
	assert.NotContains(t, string(after.image), "main.deep\x00")
	assert.NotContains(t, string(after.image), "runtime.gcBgMarkWorker\x00")

	assert.Equal(t, run(t, dir, whole), run(t, dir, thin))
	again, err := slim(whole)
	require.NoError(t, err)
	assert.True(t, string(thin) == string(again), "the same bytes")
}

// run is what a program prints under Node.
func run(t *testing.T, dir string, wasm []byte) string {
	t.Helper()
	path := filepath.Join(dir, "run.wasm")
	require.NoError(t, os.WriteFile(path, wasm, 0o600))
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	node := exec.Command("node", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), path)
	node.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := node.CombinedOutput()
	require.NoError(t, err, string(out))
	require.Contains(t, string(out), "assignment to entry in nil map")
	return string(out)
}

// TestSlimRefuses: what is not as expected is an error of the build, never a guess.
func TestSlimRefuses(t *testing.T) {
	segment := func(address int, data string) []byte {
		body := append([]byte{1, 0, i32Const}, appendSigned(nil, address)...)
		body = binary.AppendUvarint(append(body, end), uint64(len(data)))
		return append(body, data...)
	}
	wasm := func(body []byte) []byte {
		return append(binary.AppendUvarint([]byte(magic+"\x0b"), uint64(len(body))), body...)
	}
	head := string(binary.LittleEndian.AppendUint32(nil, headerOfGo20)) + "\x00\x00\x01\x08"
	for name, data := range map[string][]byte{
		"nothing":          nil,
		"another format":   []byte("\x7fELF\x01\x00\x00\x00"),
		"no table":         wasm(segment(64, "data")),
		"a table cut off":  wasm(segment(64, head+"\x01")),
		"an empty table":   wasm(segment(64, head+strings.Repeat("\x00", 100))),
		"a hostile table":  wasm(segment(64, head+strings.Repeat("\xff", 100))),
		"a section cut":    []byte(magic + "\x0b\x7f"),
		"a segment cut":    wasm([]byte{1, 0, i32Const, 0}),
		"too much memory":  wasm(segment(mostMemory, "data")),
		"below its memory": wasm(segment(-5, "data")),
		"a passive one":    wasm([]byte{1, 1, 0}),
	} {
		_, err := slim(data)
		assert.Error(t, err, name)
	}
}

func TestSegments(t *testing.T) {
	for _, size := range []int{1, gap - 1, gap, gap + 1, 5 * gap} {
		m := &module{start: 128, image: []byte("a" + strings.Repeat("\x00", size) + "b" + strings.Repeat("\x00", 10) + "c"), sections: []section{{id: 1, body: []byte("x")}, {id: dataSection}}}
		got, err := parseModule(m.bytes())
		require.NoError(t, err)
		assert.Equal(t, m.image, got.image, size)
		assert.Equal(t, m.start, got.start)
		assert.Equal(t, "x", string(got.sections[0].body))
		segments := 1
		if size >= gap {
			segments = 2
		}
		assert.Equal(t, segments, int(got.sections[1].body[0]), size)
	}
	for _, n := range []int{0, 1, 63, 64, 127, 128, 8191, 8192, 1 << 27, -1, -64, -65} {
		in := &input{rest: appendSigned(nil, n)}
		assert.Equal(t, n, in.signed())
		assert.Empty(t, in.rest)
	}
}
