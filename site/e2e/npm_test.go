package e2e

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// fromNPM is where a package that package.json names stands, installed as locked.
func fromNPM(t *testing.T, name string) string {
	t.Helper()
	require.NoError(t, installed(), "npm ci")
	path := filepath.Join("node_modules", name)
	require.DirExists(t, path)
	return path
}

// npm notes in node_modules what it installed; an older note means another lock.
var installed = sync.OnceValue(func() error {
	locked, err := os.Stat("package-lock.json")
	if err != nil {
		return err
	}
	note, err := os.Stat("node_modules/.package-lock.json")
	if err == nil && !note.ModTime().Before(locked.ModTime()) {
		return nil
	}
	_, err = output(".", "npm", "ci", "--no-audit", "--no-fund")
	return err
})

// output runs a program in a folder; what it complained of is in the error.
func output(dir, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		err = errors.Join(err, errors.New(string(failed.Stderr)))
	}
	return out, err
}
