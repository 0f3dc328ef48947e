package main

import (
	"net"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTakenPortIsSaidPlainly(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.html"), nil, 0o644))
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	_, port, err := net.SplitHostPort(taken.Addr().String())
	require.NoError(t, err)
	assert.ErrorContains(t, run(dir, port), "port "+port+" is taken: choose another")
}

func TestNothingBuilt(t *testing.T) {
	assert.ErrorContains(t, run(t.TempDir(), "0"), "go run ./site/build")
}
