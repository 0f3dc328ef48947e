// Command write lays a plain workbook down in a folder in every skin, to be looked at
// with other programs.
//
//	go run ./validate/lab/skin/write BOOK.xlsx DIR
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"suanqing/validate/lab/skin"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(book, dir string) error {
	data, err := os.ReadFile(book)
	if err != nil {
		return err
	}
	b, err := skin.Read(data)
	if err != nil {
		return err
	}
	for _, s := range skin.All() {
		if err := os.WriteFile(filepath.Join(dir, s.Name+"."+s.Ext), s.Make(b), 0o644); err != nil {
			return err
		}
	}
	return nil
}
