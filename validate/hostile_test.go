//go:build linux

package validate_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/hostile"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

const (
	hangGuard = 5 * time.Minute // ends a check that waits for ever; nothing is measured by it
	hangCPU   = 60              // seconds of processor, which end one that works for ever on a busy computer too
	mostRAM   = 512 << 20       // resident, natively
	mostJSON  = 64 << 20        // bytes of a report

	// A check that wants far more than it may have dies in its own process and
	// leaves the computer alone.
	deadlyRAM = 2 << 30

	hostileFile = "SUANQING_HOSTILE_FILE" // set in the process that checks one file
)

// ending is how the check of one file ended, as its process tells.
type ending struct {
	Outcome       string // a refusal's code, or hostile.Judged
	Message, Hint string // of a refusal
	JSON          int    // bytes of the report; 0 where there is none
	Valid         bool   // the report is JSON in one line
	RAM           int    // bytes, the most that were resident
	cpu           time.Duration
}

// TestHostile: no file, however it is made, takes the check more than its share
// of time and memory, and each ends in a verdict or in a sentence. Each is
// checked in a process of its own, so that its memory is its own.
func TestHostile(t *testing.T) {
	if file := os.Getenv(hostileFile); file != "" {
		checkHostile(file)
		return
	}
	for _, c := range hostile.All() {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), c.File())
			require.NoError(t, os.WriteFile(file, c.Data(), 0o600))
			end := checkApart(t, file)
			t.Logf("%s, %d MB, report of %d KB, %v of processor", end.Outcome, end.RAM>>20, end.JSON>>10, end.cpu)
			assert.True(t, c.Allows(end.Outcome), "%s: ended in %s, not %s: %s", c.Why, end.Outcome, c.Code, end.Message)
			if end.Outcome != hostile.Judged {
				assert.True(t, isSentence(end.Message) && isSentence(end.Hint), "%q %q", end.Message, end.Hint)
			}
			assert.True(t, end.Valid, "the report is no line of JSON")
			assert.LessOrEqual(t, end.JSON, mostJSON, "bytes of the report")
			assert.LessOrEqual(t, end.RAM, mostRAM, "bytes of memory")
		})
	}
}

func isSentence(s string) bool { return strings.HasSuffix(s, "。") && len(s) < 4000 }

// checkApart checks a file in a process of its own.
func checkApart(t *testing.T, file string) (end ending) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), hangGuard)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestHostile$")
	cmd.Env = append(os.Environ(), hostileFile+"="+file)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	err := cmd.Run()
	require.NoError(t, ctx.Err(), "the check does not end")
	why, _, _ := strings.Cut(trouble.String(), "\n")
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	require.NoError(t, err, "the check died after %v of processor: %s", cpu, why)
	line, _, _ := strings.Cut(out.String(), "\n")
	require.NoError(t, json.Unmarshal([]byte(line), &end), line)
	end.cpu = cpu
	return end
}

// checkHostile checks a file and tells how that ended.
func checkHostile(file string) {
	for resource, most := range map[int]uint64{syscall.RLIMIT_DATA: deadlyRAM, syscall.RLIMIT_CPU: hangCPU} {
		if err := syscall.Setrlimit(resource, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			panic(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	end := ending{Outcome: hostile.Judged, Valid: true}
	r := validate.Judge{Written: written.Judge}.Book(filepath.Base(file), data, anyFile, nil).Report
	line, err := r.JSON()
	end.RAM = peakRAM()
	end.JSON, end.Valid = len(line), err == nil && json.Valid(line) && !bytes.Contains(line, []byte("\n"))
	if r.Error != nil {
		end.Outcome, end.Message, end.Hint = r.Error.Code, r.Error.Message, r.Error.Hint
		end.Valid = end.Valid && r.Verdict == report.Incomplete
	}
	if end.Outcome == "no-forms" && strings.HasPrefix(filepath.Base(file), "xls-") {
		end.Outcome = hostile.Judged // read to its end, which is all that these are for
	}
	if err := json.NewEncoder(os.Stdout).Encode(end); err != nil {
		panic(err)
	}
}

func anyFile(data []byte) (*document.Document, error) { return files.Open(data, "") }

// peakRAM is the most memory that was resident. Not Rusage.Maxrss: that begins
// with what the process had resident that started this one.
func peakRAM() int {
	status, err := os.Open("/proc/self/status")
	if err != nil {
		panic(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		if value, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kB, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(value, "kB")))
			if err != nil {
				panic(err)
			}
			return kB << 10
		}
	}
	panic("no VmHWM")
}
