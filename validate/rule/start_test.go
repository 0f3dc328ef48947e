package rule_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostAtStart is how many bytes a package may allocate before main: what is not data that
// lies in the program is made when it is first asked for, as the page waits for the start.
const mostAtStart = 1024

var traced = regexp.MustCompile(`(?m)^init (suanqing/validate/(?:form|equation|bind|judge|rule)) @.* (\d+) bytes, \d+ allocs$`)

// TestStartMakesNothing: the forms and the rules are not made at the start, as the runtime
// itself counts.
func TestStartMakesNothing(t *testing.T) {
	again := exec.Command(os.Args[0], "-test.run=^$")
	again.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	said, err := again.CombinedOutput()
	require.NoError(t, err, "%s", said)
	found := traced.FindAllSubmatch(said, -1)
	require.Contains(t, string(said), "init runtime @")
	for _, m := range found {
		bytes, err := strconv.Atoi(string(m[2]))
		require.NoError(t, err)
		assert.LessOrEqual(t, bytes, mostAtStart, "%s", m[1])
	}
}
