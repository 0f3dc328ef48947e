package bundle

import (
	"fmt"
	"os"
	"path"
	"strconv"

	"github.com/evanw/esbuild/pkg/api"
)

// The floors that index.html states. The site needs the first Chromium whose
// policies know 'wasm-unsafe-eval'; the one-file build gets by without.
var (
	siteBrowsers    = []api.Engine{{Name: api.EngineChrome, Version: "97"}, {Name: api.EngineFirefox, Version: "102"}, {Name: api.EngineSafari, Version: "16"}}
	oneFileBrowsers = []api.Engine{{Name: api.EngineChrome, Version: "86"}, {Name: api.EngineFirefox, Version: "102"}, {Name: api.EngineSafari, Version: "16"}}
)

// oneFileDir has the modules that stand in for those of the same name in the
// one-file build.
const oneFileDir = "onefile"

// shrink puts the page's modules into one, main.js, the worker's into another, and takes blanks and comments
// out of scripts and styles. compat.js stays as it is written: it has to run in
// browsers far below the floor.
func shrink(m *made, oneFile bool) (map[string][]byte, error) {
	browsers, format := siteBrowsers, api.FormatESModule
	if oneFile {
		browsers, format = oneFileBrowsers, api.FormatIIFE
	}
	files := map[string][]byte{"compat.js": m.page["compat.js"]}
	for entry, format := range map[string]api.Format{"main.js": format, workerEntry: api.FormatIIFE} {
		name := path.Base(entry)
		result := api.Build(api.BuildOptions{
			Stdin: &api.StdinOptions{Contents: `import "./` + entry + `"`}, Bundle: true, Format: format, Charset: api.CharsetUTF8,
			MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Engines: browsers, Outfile: name,
			Define:  map[string]string{"CORE": strconv.Quote(rulesVersion(m.core)), "ONE_FILE": strconv.FormatBool(oneFile)},
			Plugins: []api.Plugin{modulesOf(m, oneFile)},
		})
		if err := failure(name, result.Errors); err != nil {
			return nil, err
		}
		files[name] = result.OutputFiles[0].Contents
	}
	for name, loader := range map[string]api.Loader{"sw.js": api.LoaderJS, "style.css": api.LoaderCSS} {
		result := api.Transform(string(m.page[name]), api.TransformOptions{
			Loader: loader, MinifyWhitespace: true, MinifyIdentifiers: loader == api.LoaderJS, MinifySyntax: true, Charset: api.CharsetUTF8, Engines: browsers,
		})
		if err := failure(name, result.Errors); err != nil {
			return nil, err
		}
		files[name] = result.Code
	}
	return files, nil
}

// modulesOf gives esbuild the page's modules from memory.
func modulesOf(m *made, oneFile bool) api.Plugin {
	return api.Plugin{Name: "page", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^\.\.?/`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := path.Join(path.Dir(a.Importer), a.Path)
			if within := path.Join(oneFileDir, path.Base(name)); oneFile && m.page[within] != nil {
				name = within
			}
			if m.page[name] == nil {
				return api.OnResolveResult{}, fmt.Errorf("%s: %w", name, os.ErrNotExist)
			}
			return api.OnResolveResult{Path: name, Namespace: "page"}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: "page"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			text := string(m.page[a.Path])
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
		})
	}}
}

// rulesVersion is by which the page names the rules it has: a hash of the core,
// so whatever may change a judgement changes it.
func rulesVersion(core []byte) string { return digest(core)[:8] }

func failure(name string, messages []api.Message) error {
	if len(messages) == 0 {
		return nil
	}
	return fmt.Errorf("%s: %s", name, messages[0].Text)
}
