package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const targetOld = target + "/biff5"

// LibreOffice can still write the format of Excel 95, but offers it no more.
const offerExcel95 = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.TypeDetection.Filter/Filters/org.openoffice.TypeDetection.Filter:Filter['MS Excel 95']">
<prop oor:name="Flags" oor:op="fuse"><value>IMPORT EXPORT ALIEN</value></prop></item></oor:items>`

// writeOld saves some of the pairs in the format of Excel 95 as well. LibreOffice
// writes its texts in the code page of English, so a Chinese text goes in as the
// English one of the same bytes, and the file says that it is Chinese afterwards.
func writeOld(dir string) {
	profile := filepath.Join(dir, "profile")
	check(os.MkdirAll(filepath.Join(profile, "user"), 0o700))
	check(os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(offerExcel95), 0o600))
	check(os.MkdirAll(filepath.Join(dir, "english"), 0o700))
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xls:MS Excel 95", "--outdir", targetOld}
	names := []string{"formats", "structure", "formulas", "days-1904", "lanshan-2023"}
	for _, name := range names {
		file := filepath.Join(dir, "english", name+".xlsx")
		check(os.WriteFile(file, english(filepath.Join(target, name+".xlsx")), 0o600))
		args = append(args, file)
	}
	out, err := exec.Command("soffice", args...).CombinedOutput()
	fmt.Print(string(out))
	check(err)
	for _, name := range names {
		file := filepath.Join(targetOld, name+".xls")
		data, err := os.ReadFile(file)
		check(err)
		codePage := []byte{0x42, 0, 2, 0}
		english, chinese := append(codePage[:4:4], 0xE4, 0x04), append(codePage[:4:4], 0xA8, 0x03)
		if bytes.Count(data, english) != 1 {
			log.Fatal(file, " does not have one code page")
		}
		check(os.WriteFile(file, bytes.Replace(data, english, chinese, 1), 0o644))
	}
}

// english is a workbook in which each Chinese text is the English text of its bytes.
func english(file string) []byte {
	in, err := zip.OpenReader(file)
	check(err)
	defer in.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, member := range in.File {
		r, err := member.Open()
		check(err)
		data, err := io.ReadAll(r)
		check(err)
		w, err := out.Create(member.Name)
		check(err)
		if strings.HasSuffix(member.Name, ".xml") {
			data = englishText(data)
		}
		_, err = w.Write(data)
		check(err)
	}
	check(out.Close())
	return b.Bytes()
}

func englishText(text []byte) []byte {
	var b []byte
	for _, c := range string(text) {
		if c < 0x80 {
			b = append(b, byte(c))
			continue
		}
		gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(string(c)))
		check(err)
		for _, c := range gbk {
			r := charmap.Windows1252.DecodeByte(c)
			if r == 0xFFFD {
				r = rune(c)
			}
			b = append(b, string(r)...)
		}
	}
	return b
}
