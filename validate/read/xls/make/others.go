package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const (
	targetODS = "testdata/ods"
	targetCSV = "testdata/csv"

	// Commas, quotation marks, UTF-8, cells as they are shown, every sheet.
	csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
)

// writeOthers saves the pairs as OpenDocument workbooks, and one of them as a table a
// file, in the encoding and with the lines of a Chinese Excel.
func writeOthers(dir string) {
	files, err := filepath.Glob(target + "/*.xlsx")
	check(err)
	convert("ods", targetODS, files...)
	convert("fods", targetODS, target+"/structure.xlsx", target+"/formulas.xlsx")

	const name = "lanshan-2023"
	convert(csvFilter, dir, target+"/"+name+".xlsx")
	tables, err := filepath.Glob(filepath.Join(dir, name+"-*.csv"))
	check(err)
	for _, file := range tables {
		data, err := os.ReadFile(file)
		check(err)
		data = bytes.TrimPrefix(data, []byte("\uFEFF"))
		data, err = simplifiedchinese.GB18030.NewEncoder().Bytes(bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")))
		check(err)
		check(os.WriteFile(filepath.Join(targetCSV, strings.TrimPrefix(filepath.Base(file), name+"-")), data, 0o644))
	}
}

// convert has LibreOffice save files in another format.
func convert(format, to string, files ...string) {
	args := append([]string{"--headless", "--convert-to", format, "--outdir", to}, files...)
	out, err := exec.Command("soffice", args...).CombinedOutput()
	fmt.Print(string(out))
	check(err)
}
