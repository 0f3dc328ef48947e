// Command write lays the hostile files down in a folder and lists them, one a
// line: name, tab, the outcomes that are right. Only tests run it, for what
// cannot import them.
//
//	go run ./validate/lab/hostile/write DIR
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"suanqing/validate/lab/hostile"
)

func main() {
	for _, c := range hostile.All() {
		if err := os.WriteFile(filepath.Join(os.Args[1], c.File()), c.Data(), 0o600); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Printf("%s\t%s\n", c.File(), c.Code)
	}
}
