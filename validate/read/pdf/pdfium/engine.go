// Package pdfium reads the pages of a PDF with PDFium, compiled to WebAssembly and run by
// wazero: no cgo, and nothing that a file does to it gets out of its memory. Only the
// command has it; the page of the browser has PDFium of its own.
package pdfium

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"suanqing/validate/read/pdf"
)

const (
	mostMemory = pdf.MaxMemory
	memoryPage = 64 << 10          // bytes of a page of its memory
	workers    = 4                 // that translate PDFium to machine code
	cacheName  = "suanqing/pdfium" // in the user's cache: PDFium translated, some 20 MB
)

// engine is PDFium translated once for all files of a process. The translation takes
// some seconds of the processor, and is kept in the user's cache where there is one.
var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(mostMemory / memoryPage)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, cacheName)); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{
		Context:       withMemory(experimental.WithCompilationWorkers(context.Background(), workers)),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no file of this machine
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		MaxTotal:      -1, // as many as files are read at once
	})
})
