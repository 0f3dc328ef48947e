package printed

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// Office says whether LibreOffice is at hand, Browser whether Chromium is.
func Office() bool { return found("soffice") != "" }

func Browser() bool { return browser() != "" }

func browser() string {
	if named := os.Getenv("CHROME"); named != "" {
		return named
	}
	return found("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
}

func found(names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Print prints what the programs at hand can print into a folder, and gives the PDFs by
// the names of their printings. The folder is the caller's.
func Print(dir string, all []Printing) (map[string][]byte, error) {
	var books []string
	out := map[string][]byte{}
	var wanted []string
	for _, p := range all {
		if p.browses() && !Browser() || !p.browses() && !Office() {
			continue
		}
		data, ext, err := p.Source()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		path := filepath.Join(dir, p.Name+"."+ext)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			return nil, err
		}
		wanted = append(wanted, p.Name)
		if ext != "html" {
			books = append(books, path)
			continue
		}
		said, err := exec.Command(browser(), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
			"--user-data-dir="+filepath.Join(dir, "browser"), "--print-to-pdf="+filepath.Join(dir, p.Name+".pdf"), path).CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %s", p.Name, err, said)
		}
	}
	if len(books) > 0 {
		arguments := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "office"), "--headless", "--convert-to", "pdf", "--outdir", dir}, books...)
		if said, err := exec.Command(found("soffice"), arguments...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("soffice: %w: %s", err, said)
		}
	}
	for _, p := range all {
		if !slices.Contains(wanted, p.Name) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, p.Name+".pdf"))
		if err != nil {
			return nil, err
		}
		if p.Look != nil {
			if data, err = p.Look.Turn.pages(data); err != nil {
				return nil, fmt.Errorf("%s: %w", p.Name, err)
			}
		}
		out[p.Name] = data
	}
	return out, nil
}
