package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// endings are those of files that a folder is asked for; what else lies in it is left.
var endings = []string{".xlsx", ".xlsm", ".xls", ".et", ".ods", ".fods", ".csv", ".tsv", ".html", ".htm", ".mht", ".mhtml", ".xml", ".docx", ".pdf"}

// fromInput stands for a list on standard input, a path a line.
const fromInput = "-"

var errNoBooks = errors.New("这个文件夹里没有表格文件")

// book is what a path given stands for, or why it stands for nothing.
type book struct {
	path   string
	folder string // as the report has it: the folders above it from the one given on; "" for a file that was named itself
	err    error
}

// books yields the files that the arguments stand for, in their order: a folder for the
// tables in it and below, by name; "-" for those listed on standard input. It looks at
// none of them before it is their turn.
func books(args []string, in io.Reader, yield func(book) bool) {
	for _, arg := range args {
		if arg != fromInput {
			if !each(arg, yield) {
				return
			}
			continue
		}
		lines := bufio.NewScanner(in)
		for lines.Scan() {
			if path := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff")); path != "" && !each(path, listed(yield)) {
				return
			}
		}
		if err := lines.Err(); err != nil && !yield(book{path: arg, err: err}) {
			return
		}
	}
}

// each yields a file, or the files of a folder; what would never end, as a pipe, is left.
func each(path string, yield func(book) bool) (more bool) {
	if !isFolder(path) {
		return yield(book{path: path})
	}
	found, more := false, true
	above := nameOf(path)
	err := filepath.WalkDir(path, func(at string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = true
			more = yield(book{path: at, err: err})
		case entry.IsDir() && at != path && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.Type()&^fs.ModeSymlink == 0 && isTable(entry.Name()):
			found = true
			within, _ := filepath.Rel(path, filepath.Dir(at))
			more = yield(book{path: at, folder: filepath.ToSlash(filepath.Join(above, within))})
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if more && (err != nil || !found) {
		return yield(book{path: path, err: errors.Join(err, errNoBooks)})
	}
	return more
}

// nameOf is what a folder is called; "" for the root of a disk.
func nameOf(folder string) string {
	if all, err := filepath.Abs(folder); err == nil {
		folder = all
	}
	if name := filepath.Base(folder); name != string(filepath.Separator) {
		return name
	}
	return ""
}

// listed is yield for a list: a path there that is not of the whole disk stands for the
// folders it names, as if the first of them had been given.
func listed(yield func(book) bool) func(book) bool {
	return func(b book) bool {
		if folder := filepath.Dir(b.path); b.folder == "" && folder != "." && filepath.IsLocal(folder) {
			b.folder = filepath.ToSlash(folder)
		}
		return yield(b)
	}
}

// isTable tells by its name whether a file may be a report; what WPS and Excel leave
// beside one that is open is none.
func isTable(name string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(name))) && !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".")
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
