package bundle

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// browsers is the floor that index.html states: the first Chromium whose
// policies know 'wasm-unsafe-eval'.
var browsers = []api.Engine{{Name: api.EngineChrome, Version: "97"}, {Name: api.EngineFirefox, Version: "102"}, {Name: api.EngineSafari, Version: "16"}}

// shrink puts the page's modules into one and takes blanks and comments out of
// scripts and styles. compat.js stays as it is written: it has to run in
// browsers far below the floor.
func shrink(page string, files map[string][]byte) error {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(page, "main.js")}, Bundle: true, Format: api.FormatESModule, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Engines: browsers, Outfile: "main.js",
	})
	if err := failure("main.js", result.Errors); err != nil {
		return err
	}
	for name := range files {
		if strings.HasSuffix(name, ".js") && name != "worker.js" && name != "compat.js" {
			delete(files, name)
		}
	}
	files["main.js"] = result.OutputFiles[0].Contents
	for name, loader := range map[string]api.Loader{"worker.js": api.LoaderJS, "style.css": api.LoaderCSS} {
		result := api.Transform(string(files[name]), api.TransformOptions{
			Loader: loader, MinifyWhitespace: true, MinifyIdentifiers: loader == api.LoaderJS, MinifySyntax: true, Charset: api.CharsetUTF8, Engines: browsers,
		})
		if err := failure(name, result.Errors); err != nil {
			return err
		}
		files[name] = result.Code
	}
	return nil
}

func failure(name string, messages []api.Message) error {
	if len(messages) == 0 {
		return nil
	}
	return fmt.Errorf("%s: %s", name, messages[0].Text)
}
