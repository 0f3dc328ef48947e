package bundle

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/lab/printed/odd"
	"suanqing/validate/read/pdf/handed"
	"suanqing/validate/read/pdf/pdfium"
)

// asWorker runs the component's script in Node as the page's worker does: the pages of a
// file go to another, and a picture of the first, if there is one, in a line of its own.
const asWorker = `
const fs = require("fs");
const [path, file, password, to] = process.argv.slice(1);
const module = new WebAssembly.Module(fs.readFileSync(path));
const [script] = WebAssembly.Module.customSections(module, "worker");
let id = 0;
globalThis.postMessage = ({ type, value }) => {
  if (type === "ready") onmessage({ data: { type: "pages", id, bytes: new Uint8Array(fs.readFileSync(file)).buffer, password } });
  else if (type !== "answer") throw new Error(type);
  else if (value?.words) {
    fs.writeFileSync(to, new Uint8Array(value.words));
    if (value.sizes.length) onmessage({ data: { type: "draw", id, index: 0, width: 400 } });
  } else {
    const pixels = new Uint8Array(value.pixels);
    console.log(value.width, pixels.length === 4 * value.width * value.height, pixels.some((n) => n < 240), pixels.filter((n) => n > 250).length > pixels.length / 2);
  }
};
globalThis.onmessage = null;
(0, eval)(new TextDecoder().decode(script));
onmessage({ data: { type: "start", module } });`

// component is PDFium as the page has it, in a file.
func component(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile("../page/" + pdfiumGlue)
	require.NoError(t, err)
	wasm, err := pdfiumComponent("../..", script)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "pdfium.wasm")
	require.NoError(t, os.WriteFile(path, wasm, 0o600))
	return path
}

// TestSamePages: what the page's PDFium hands over is what the command's does, to the bit;
// and it draws. Node 20 knows exceptions only as they were before 2025: what was rewritten
// is WebAssembly for older browsers too.
func TestSamePages(t *testing.T) {
	engine := component(t)
	samples, err := filepath.Glob("../../testdata/pdf/*.pdf")
	require.NoError(t, err)
	require.NotEmpty(t, samples)
	type try struct {
		path, password string
	}
	tries := []try{{"../../testdata/pdf/password.pdf", "2023"}, {"../../testdata/pdf/password.pdf", "2024"}}
	for _, path := range samples {
		tries = append(tries, try{path, ""})
	}
	dir := t.TempDir()
	for _, c := range odd.All() {
		path := filepath.Join(dir, c.Name+".pdf")
		require.NoError(t, os.WriteFile(path, c.Data(), 0o600))
		tries = append(tries, try{path, ""})
	}
	torn := filepath.Join(t.TempDir(), "torn.pdf")
	require.NoError(t, os.WriteFile(torn, []byte("%PDF-1.7\n1 0 obj"), 0o600))
	for _, c := range append(tries, try{torn, ""}) {
		t.Run(fmt.Sprint(filepath.Base(c.path), " ", c.password), func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "words")
			drawn, err := exec.Command("node", "-e", asWorker, engine, c.path, c.password, to).CombinedOutput()
			require.NoError(t, err, string(drawn))
			words, err := os.ReadFile(to)
			require.NoError(t, err)
			data, err := os.ReadFile(c.path)
			require.NoError(t, err)
			want, refused := pdfium.Pages(data, c.password)
			got, refusal := handed.Pages(words)
			if refused != nil {
				assert.Equal(t, refused, error(refusal))
				return
			}
			require.Equal(t, (*document.Refusal)(nil), refusal)
			require.Len(t, got, len(want))
			for i := range want {
				assert.Equal(t, want[i], got[i], "page %d", i+1)
			}
			assert.Contains(t, string(drawn), "400 true ")
			if strings.HasSuffix(c.path, "national.pdf") {
				assert.Equal(t, "400 true true true\n", string(drawn))
			}
		})
	}
}
