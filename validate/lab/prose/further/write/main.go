// Command write rewrites the files of testdata/prose/further: of each text its lines, its
// workbook, and a Word document with the nine forms as LibreOffice saves it:
//
//	go run ./validate/lab/prose/further/write
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"suanqing/validate/lab/prose"
	"suanqing/validate/lab/prose/further"
)

func main() {
	for _, x := range further.Texts() {
		if err := write(x); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func write(x prose.Text) error {
	to := further.Saved(x.Name, "txt")
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(to, prose.TXT(x), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(further.Saved(x.Name, "xlsx"), x.Workbook(), 0o644); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "further")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	from := filepath.Join(dir, x.Name+".docx")
	if err := os.WriteFile(from, further.Docx(x.WithForms()), 0o644); err != nil {
		return err
	}
	office := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "docx:MS Word 2007 XML", "--outdir", filepath.Dir(to), from)
	office.Stdout, office.Stderr = os.Stdout, os.Stderr
	return office.Run()
}
