package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// oneFilePolicy is what the one-file build may do, from its first line on: no
// connection of any kind. old.js takes 'unsafe-eval' back where it can.
const oneFilePolicy = "default-src 'none'; script-src %s 'unsafe-eval' 'wasm-unsafe-eval'; style-src %s; img-src data:; " +
	"connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'"

// The lines of index.html that name what the one-file build has in itself.
var (
	policyLine = regexp.MustCompile(`(http-equiv="Content-Security-Policy" content=")[^"]*`)
	styleLine  = regexp.MustCompile(`<link rel="stylesheet" href="style\.css">`)
	oldLine    = regexp.MustCompile(`<script src="compat\.js"></script>`)
	mainLine   = regexp.MustCompile(`<script type="module" src="main\.js"></script>\n`)
	lastLine   = regexp.MustCompile(`</body>`)
)

// writeOneFile makes the page that opens by a double click, with nothing beside
// it: scripts and styles in place, allowed by their hashes, and what is large as
// gzip in base64 in elements that no browser runs.
func writeOneFile(o Options, m *made) (File, error) {
	p, err := shrink(m, true)
	if err != nil {
		return File{}, err
	}
	page := string(edition(m.page["index.html"], "file"))
	old := string(m.page["onefile/old.js"]) + string(p["compat.js"])
	main, style := string(p["main.js"]), string(p["style.css"])
	rulesText, rulesStyle, err := rulesPart(m, p["style.css"])
	if err != nil {
		return File{}, err
	}
	for _, text := range []string{old, main, style, rulesStyle} {
		if strings.Contains(strings.ToLower(text), "</s") || strings.Contains(text, "<!--") {
			return File{}, fmt.Errorf("the one-file build: a script or style would end early")
		}
	}
	sources := map[string][]byte{"suanqing": m.core, "worker": p["worker.js"], "rules": []byte(rulesText)}
	for name, data := range m.components {
		sources[name] = data
	}
	parts, err := inert(sources, o.Fast)
	if err != nil {
		return File{}, err
	}
	policy := fmt.Sprintf(oneFilePolicy, source(old)+" "+source(main), source(style)+" "+source(rulesStyle))
	page, err = replaced("index.html", page, []replacement{
		{policyLine, `http-equiv="Content-Security-Policy" content="` + html.EscapeString(policy)},
		{styleLine, "<style>" + style + "</style>"},
		{oldLine, "<script>" + old + "</script>"},
		{mainLine, ""},
		{lastLine, parts + "<script>" + main + "</script>\n</body>"},
	})
	if err != nil {
		return File{}, err
	}
	return File{Name: filepath.Base(o.OneFile), Raw: len(page), OneFile: true}, os.WriteFile(o.OneFile, []byte(page), 0o644)
}

// replacement is what comes in the place of a line that a page has once.
type replacement struct {
	at   *regexp.Regexp
	text string
}

func replaced(name, page string, all []replacement) (string, error) {
	for _, put := range all {
		if n := len(put.at.FindAllStringIndex(page, -1)); n != 1 {
			return "", fmt.Errorf("%s should have %s once, has it %d times", name, put.at, n)
		}
		page = put.at.ReplaceAllLiteralString(page, put.text)
	}
	return page, nil
}

// inert is each part as a script of a type that no browser runs.
func inert(sources map[string][]byte, fast bool) (string, error) {
	level := gzip.BestCompression
	if fast {
		level = gzip.BestSpeed
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		var packed bytes.Buffer
		w, err := gzip.NewWriterLevel(&packed, level)
		if err != nil {
			return "", err
		}
		if _, err := w.Write(sources[name]); err != nil {
			return "", err
		}
		if err := w.Close(); err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "<script type=\"application/octet-stream\" id=\"part-%s\">%s</script>\n", name, base64.StdEncoding.EncodeToString(packed.Bytes()))
	}
	return b.String(), nil
}

// source is how a policy names a script or style in place.
func source(text string) string {
	return fmt.Sprintf("'%s'", integrity([]byte(text)))
}

// integrity is the hash of data as policies and fetch write it.
func integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// edition takes out of a page what is said in the other build only: elements with
// data-in="site" or "file", which hold none of their own name.
func edition(page []byte, build string) []byte {
	mark := regexp.MustCompile(`<(\w+)[^<>]* data-in="(\w+)"[^<>]*>`)
	for {
		at := mark.FindSubmatchIndex(page)
		if at == nil {
			return page
		}
		tag := page[at[0]:at[1]]
		if string(page[at[4]:at[5]]) == build {
			tag = bytes.Replace(tag, []byte(` data-in="`+build+`"`), nil, 1)
			page = slices.Concat(page[:at[0]], tag, page[at[1]:])
			continue
		}
		end := append([]byte("</"), page[at[2]:at[3]]...)
		end = append(end, '>')
		n := bytes.Index(page[at[1]:], end)
		if n < 0 {
			return page
		}
		page = slices.Concat(page[:at[0]], page[at[1]+n+len(end):])
	}
}
