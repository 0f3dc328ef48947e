package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// tool is a column of the table: what it is, and the script that makes work(), a function
// from bytes to a promise, once all of it is loaded. Those of a page are in page.js.
type tool struct {
	id, label string
	ours      bool
	source    string // of a module that npm's packages are bundled into; "" for none
	script    string
}

// packages are what npm installs, pinned.
var packages = []string{"xlsx@0.18.5", "hucre@1.0.0", "exceljs@4.4.0"}

const (
	page  = "page"
	core  = "core"
	peer  = "sheetjs" // that ratios are told against
	hello = "hello"
)

var tools = []tool{
	{id: page, label: "page, drop → verdict", ours: true},
	{id: core, label: "core, bytes → report", ours: true, script: `
		await script('/wasm_exec.js');
		const go = new Go();
		go.env = { GOGC: '1600', GOMEMLIMIT: '512MiB' }; // as worker.js has it
		go.run((await WebAssembly.instantiateStreaming(fetch('/site/suanqing.wasm'), go.importObject)).instance);
		work = async (bytes) => JSON.parse(suanqing.check('a.xlsx', bytes, null)).findings.length;`},
	{id: peer, label: "SheetJS, reading", source: `export { read } from 'xlsx';`, script: `
		const { read } = await import('/peer/sheetjs.js');
		work = async (bytes) => read(bytes, { type: 'array' }).SheetNames.length;`},
	{id: "hucre", label: "hucre, reading", source: `export { readXlsx } from 'hucre/xlsx';`, script: `
		const { readXlsx } = await import('/peer/hucre.js');
		work = async (bytes) => (await readXlsx(bytes)).sheets.length;`},
	{id: "exceljs", label: "ExcelJS, reading", source: `export { Workbook } from 'exceljs/dist/exceljs.min.js';`, script: `
		const { Workbook } = await import('/peer/exceljs.js');
		work = async (bytes) => (await new Workbook().xlsx.load(bytes)).worksheets.length;`},
	{id: "unzip", label: "unzipping", script: `
		const { unzip } = await import('/bench/unzip.js');
		work = unzip;`},
}

// install has npm put the packages into the user's cache, where they stay, and bundles
// each of the peers for a browser, as a page would have it: a module by its id.
func install(ctx context.Context) (map[string][]byte, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(cache, "suanqing", "bench", strings.Join(packages, "+"))
	modules := filepath.Join(dir, "node_modules")
	for _, p := range packages {
		name, version, _ := strings.Cut(p, "@")
		if installed(filepath.Join(modules, name)) != version {
			args := append([]string{"install", "--silent", "--no-audit", "--no-fund", "--prefix", dir}, packages...)
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return nil, err
			}
			if out, err := exec.CommandContext(ctx, "npm", args...).CombinedOutput(); err != nil {
				return nil, fmt.Errorf("npm install %s: %w\n%s", strings.Join(packages, " "), err, out)
			}
			break
		}
	}
	bundles := map[string][]byte{}
	for _, t := range tools {
		if t.source == "" {
			continue
		}
		out := api.Build(api.BuildOptions{
			Stdin:  &api.StdinOptions{Contents: t.source, ResolveDir: dir},
			Bundle: true, Format: api.FormatESModule, Platform: api.PlatformBrowser, Target: api.ES2022,
			MinifySyntax: true, MinifyWhitespace: true, MinifyIdentifiers: true,
		})
		if len(out.Errors) > 0 {
			return nil, fmt.Errorf("bundling %s: %s", t.id, out.Errors[0].Text)
		}
		bundles[t.id] = out.OutputFiles[0].Contents
	}
	return bundles, nil
}

// installed is the version of a package that is there, "" for none.
func installed(dir string) string {
	var about struct{ Version string }
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if errors.Join(err, json.Unmarshal(data, &about)) != nil {
		return ""
	}
	return about.Version
}
