package main

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
)

// properties is the part that ExcelJS refuses as the fixtures' writer has it: for its sake
// all tools get the books without.
const properties = "docProps/core.xml"

var mention = regexp.MustCompile(`<(?:Relationship|Override)[^>]*` + regexp.QuoteMeta(properties) + `[^>]*(?:/>|></(?:Relationship|Override)>)`)

// plain is a workbook without its properties.
func plain(book []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range in.File {
		if f.Name == properties {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if f.Name == "_rels/.rels" || f.Name == "[Content_Types].xml" {
			data = mention.ReplaceAll(data, nil)
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
