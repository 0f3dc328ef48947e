package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// disk takes so many bytes more, and then is full.
type disk struct{ room int }

func (d *disk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		n := d.room
		d.room = 0
		return n, &os.PathError{Op: "write", Path: "list.csv", Err: syscall.ENOSPC}
	}
	d.room -= len(p)
	return len(p), nil
}

// A list that was cut short never passes for one of which all is well.
func TestAFullDisk(t *testing.T) {
	fails, to := broken(t, "F01[210, 金额] = 46.86"), filepath.Join(t.TempDir(), "out.xlsx")
	for _, args := range [][]string{
		{"check", seed}, {"check", fails}, {"check", "--format", "json", seed, seed}, {"check", "--format", "csv", seed}, {"check", "--format", "csv", fails},
		{"rules"}, {"rules", "--format", "json"}, {"annotate", seed, "-o", to}, {"help"},
	} {
		var whole, errs bytes.Buffer
		run(args, strings.NewReader(""), &whole, &errs)
		require.Empty(t, errs.String(), "%v", args)
		for _, room := range []int{0, whole.Len() / 2, whole.Len() - 1} {
			errs.Reset()
			assert.Equal(t, someUnread, run(args, strings.NewReader(""), &disk{room}, &errs), "%v after %d bytes", args, room)
			assert.Contains(t, errs.String(), "没有全部输出：磁盘已满", "%v", args)
			assert.Equal(t, 1, strings.Count(errs.String(), "\n"), "%v: one sentence: %s", args, errs.String())
		}
		errs.Reset()
		assert.Less(t, run(args, strings.NewReader(""), &disk{whole.Len()}, &errs), someUnread, "%v", args)
		assert.Empty(t, errs.String(), "%v", args)
	}
}

func TestTheFullDevice(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no /dev/full here")
	}
	require.NoError(t, err)
	defer full.Close()
	var errs bytes.Buffer
	assert.Equal(t, someUnread, run([]string{"check", "--format", "csv", seed}, strings.NewReader(""), full, &errs))
	assert.Contains(t, errs.String(), "磁盘已满")
}

// The copy is as readable as the file it replaces, or as any new file.
func TestWhoCanReadTheCopy(t *testing.T) {
	dir := t.TempDir()
	mode := func(name string) os.FileMode {
		info, err := os.Lstat(filepath.Join(dir, name))
		require.NoError(t, err)
		return info.Mode()
	}
	annotate := func(name string) os.FileMode {
		status, _, errs := call("annotate", seed, "-o", filepath.Join(dir, name))
		require.Equal(t, allPass, status, errs)
		return mode(name)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "any"), nil, 0o666))
	assert.Equal(t, mode("any"), annotate("new.xlsx"))

	for _, was := range []os.FileMode{0o600, 0o664, 0o444} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "old.xlsx"), nil, 0o600))
		require.NoError(t, os.Chmod(filepath.Join(dir, "old.xlsx"), was))
		assert.Equal(t, was, annotate("old.xlsx"))
		require.NoError(t, os.Remove(filepath.Join(dir, "old.xlsx")))
	}

	require.NoError(t, os.Symlink("any", filepath.Join(dir, "link.xlsx")))
	assert.Equal(t, mode("any"), annotate("link.xlsx"), "a link has no readers of its own")

	status, _, errs := call("annotate", "--password", password, locked(t, seed, filepath.Base(seed)), "-o", filepath.Join(dir, "open.xlsx"))
	require.Equal(t, allPass, status, errs)
	assert.Equal(t, os.FileMode(0o600), mode("open.xlsx"), "of a file with a password only its owner")

	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 4, "nothing else is left behind")
}
