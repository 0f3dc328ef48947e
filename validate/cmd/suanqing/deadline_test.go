package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/files"
	"suanqing/validate/report"
)

// TestGivenUp: what takes too long is given up, is told so at its next step and ends;
// no more go on than may, and the others are waited for.
func TestGivenUp(t *testing.T) {
	d := newDeadline(time.Nanosecond)
	release, ended := make(chan bool), make(chan bool, mostGivenUp+1)
	slow := func(*attempt) int {
		<-release
		ended <- true
		return 1
	}
	for range mostGivenUp {
		_, ok, _ := within(d, slow)
		require.False(t, ok)
	}
	assert.Len(t, d.slots, mostGivenUp)
	last := make(chan bool)
	go func() {
		_, ok, _ := within(d, slow) // no slot is free: it is waited for
		last <- ok
	}()
	close(release)
	assert.False(t, <-last, "too late all the same")
	for range mostGivenUp + 1 {
		<-ended
	}
	for len(d.slots) > 0 { // each is given back
		time.Sleep(time.Millisecond)
	}

	done, ok, _ := within(newDeadline(time.Hour), func(*attempt) int { return 2 })
	assert.True(t, ok)
	assert.Equal(t, 2, done)
	done, ok, _ = within(newDeadline(0), func(*attempt) int { return 3 })
	assert.True(t, ok)
	assert.Equal(t, 3, done)
}

// TestGivenUpEndsAtTheNextStep: a check that is given up does not go on to its end.
func TestGivenUpEndsAtTheNextStep(t *testing.T) {
	c, a := checking{}, &attempt{}
	a.givenUp.Store(true)
	r := c.judge(files.Part{Name: "a.xlsx", Data: load(t, seed)}, nil, a.step).Report
	require.NotNil(t, r.Error)
	assert.Equal(t, "internal", r.Error.Code)
	assert.Empty(t, r.Rules)
}

// TestSlowFile: a file that never ends is reported as not finished, and the others are checked.
func TestSlowFile(t *testing.T) {
	endless := filepath.Join(t.TempDir(), "永远读不完.xlsx")
	if exec.Command("mkfifo", endless).Run() != nil {
		t.Skip("no such thing here")
	}
	status, out, errs := call("check", "--format", "json", "--timeout", "3", seed, endless, seed)
	assert.Equal(t, someUnread, status)
	assert.Empty(t, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 3)
	assert.Equal(t, lines[0], lines[2])
	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &r))
	assert.Equal(t, report.Incomplete, r.Verdict)
	require.NotNil(t, r.Error)
	assert.Equal(t, "slow", r.Error.Code)
	assert.Equal(t, "超过 3 秒，没有查完。", r.Error.Message)
	assert.Empty(t, r.SHA256, "not known by what it holds")
}

func TestTimeouts(t *testing.T) {
	for said, want := range map[string]time.Duration{"60": time.Minute, "0": 0, "0.5": time.Second / 2, "2m": 2 * time.Minute} {
		got := time.Hour
		assert.NoError(t, seconds(&got)(said), said)
		assert.Equal(t, want, got, said)
	}
	for _, wrong := range []string{"", "-1", "soon", "NaN", "1e300", "-0.1s"} {
		got := time.Hour
		assert.Error(t, seconds(&got)(wrong), wrong)
		assert.Equal(t, time.Hour, got, wrong)
	}
}
