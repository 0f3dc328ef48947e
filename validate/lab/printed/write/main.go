// Command write prints every printing, or those named, into a folder, for a look at them.
// With -pack those that a browser prints are packed, as those that are committed are.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"suanqing/validate/lab/printed"
)

func main() {
	pack := flag.Bool("pack", false, "pack what the painters' printings hold")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "write [-pack] folder [name...]")
		os.Exit(64)
	}
	if err := run(flag.Arg(0), flag.Args()[1:], *pack); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string, names []string, pack bool) error {
	work, err := os.MkdirTemp("", "printed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	all := slices.DeleteFunc(slices.Concat(printed.All(), printed.Planted(), printed.Whole()), func(p printed.Printing) bool { return len(names) > 0 && !slices.Contains(names, p.Name) })
	made, err := printed.Print(work, all)
	if err != nil {
		return err
	}
	for _, p := range all {
		data, there := made[p.Name]
		if !there {
			continue
		}
		if pack && p.Look != nil {
			if data, err = printed.Pack(data); err != nil {
				return fmt.Errorf("%s: %w", p.Name, err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, p.Name+".pdf"), data, 0o600); err != nil {
			return err
		}
	}
	return nil
}
