// Command write prints every printing, or those named, into a folder, for a look at them.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"suanqing/validate/lab/printed"
)

func main() {
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string, names []string) error {
	work, err := os.MkdirTemp("", "printed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	all := slices.DeleteFunc(append(printed.All(), printed.Planted()...), func(p printed.Printing) bool { return len(names) > 0 && !slices.Contains(names, p.Name) })
	made, err := printed.Print(work, all)
	for name, data := range made {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), data, 0o600); err != nil {
			return err
		}
	}
	return err
}
