package bundle

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"suanqing/validate/read/pdf"
)

// PDFium is the very one that the command runs: go-pdfium has it, fixed by go.sum. Two
// things of it are changed, none of what it works out: exceptions, which it has for the
// longjmp of its picture libraries only, are written as browsers since 2021 know them and
// not only those since 2025; and its memory ends where the command's does.
const (
	pdfiumModule = "github.com/klippa-app/go-pdfium"
	pdfiumFile   = "internal/pdfium_wasm/pdfium.wasm"
	pdfiumGlue   = "pdf/pdfium.js" // of site/page
	pdfiumPart   = "worker"        // the section that has the worker's script
)

// pdfiumComponent is PDFium with the script of the worker that runs it, in one file.
func pdfiumComponent(root string, script []byte) ([]byte, error) {
	cmd := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", pdfiumModule)
	cmd.Dir = root
	dir, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list -m %s: %w", pdfiumModule, err)
	}
	wasm, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), pdfiumFile))
	if err != nil {
		return nil, err
	}
	if wasm, err = oldExceptions(wasm); err != nil {
		return nil, err
	}
	limits, err := json.Marshal(map[string]int{"file": pdf.MaxFile, "pages": pdf.MaxPages, "chars": pdf.MaxChars,
		"objects": pdf.MaxObjects, "segments": pdf.MaxSegments, "path": pdf.MaxPath, "nested": pdf.MaxNested, "dot": pdf.MaxDot})
	if err != nil {
		return nil, err
	}
	shrunk := api.Transform(string(script), api.TransformOptions{MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Engines: oneFileBrowsers})
	if err := failure(pdfiumGlue, shrunk.Errors); err != nil {
		return nil, err
	}
	body := binary.AppendUvarint(nil, uint64(len(pdfiumPart)))
	body = append(body, pdfiumPart...)
	body = fmt.Appendf(body, "const LIMITS=%s;%s", limits, shrunk.Code)
	return appendSection(wasm, 0, body), nil
}

func appendSection(out []byte, id byte, body []byte) []byte {
	out = binary.AppendUvarint(append(out, id), uint64(len(body)))
	return append(out, body...)
}

var errPDFium = errors.New("PDFium is not the WebAssembly that site/bundle/pdfium.go knows")

const memorySection = 5

// oldExceptions writes try_table as try and catch, and the bound of the memory.
func oldExceptions(wasm []byte) ([]byte, error) {
	if len(wasm) < len(magic) || string(wasm[:len(magic)]) != magic {
		return nil, errPDFium
	}
	out := []byte(magic)
	for in := (&input{rest: wasm[len(magic):]}); len(in.rest) > 0; {
		id, body := in.byte(), in.bytes(in.number())
		if in.failed {
			return nil, errPDFium
		}
		var err error
		switch id {
		case memorySection:
			body, err = boundMemory(body)
		case codeSection:
			body, err = rewriteCode(body)
		}
		if err != nil {
			return nil, err
		}
		out = appendSection(out, id, body)
	}
	return out, nil
}

// boundMemory gives the one memory its bound, in pages of 64 KB.
func boundMemory(body []byte) ([]byte, error) {
	in := &input{rest: body}
	count, bounded, least, most := in.number(), in.byte(), in.number(), in.number()
	if in.failed || len(in.rest) > 0 || count != 1 || bounded != 1 || most < pdf.MaxMemory>>16 {
		return nil, errPDFium
	}
	body = binary.AppendUvarint([]byte{1, 1}, uint64(least))
	return binary.AppendUvarint(body, pdf.MaxMemory>>16), nil
}

func rewriteCode(body []byte) ([]byte, error) {
	in := &input{rest: body}
	count := in.number()
	out := binary.AppendUvarint(nil, uint64(count))
	for range count {
		function := in.bytes(in.number())
		if in.failed {
			return nil, errPDFium
		}
		if bytes.IndexByte(function, opTryTable) >= 0 {
			var err error
			if function, err = rewriteFunction(function); err != nil {
				return nil, err
			}
		}
		out = binary.AppendUvarint(out, uint64(len(function)))
		out = append(out, function...)
	}
	return out, nil
}
