// Command write rewrites the Word documents of testdata/prose: written by the package, then
// read and saved again by LibreOffice, so that they are documents as LibreOffice makes them:
//
//	go run ./validate/lab/prose/write
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"suanqing/validate/lab/prose"
)

func main() {
	for _, c := range prose.CommittedDocuments() {
		if err := write(c); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func write(c prose.Committed) error {
	dir, err := os.MkdirTemp("", "prose")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	from := filepath.Join(dir, filepath.Base(c.Path()))
	if err := os.WriteFile(from, prose.Docx(c.Text), 0o644); err != nil {
		return err
	}
	office := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "docx:MS Word 2007 XML", "--outdir", filepath.Dir(c.Path()), from)
	office.Stdout, office.Stderr = os.Stdout, os.Stderr
	if err := os.MkdirAll(filepath.Dir(c.Path()), 0o755); err != nil {
		return err
	}
	return office.Run()
}
