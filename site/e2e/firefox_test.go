package e2e

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/site/web"
)

// What a small script of Node's saw in Firefox: see firefox/check.mjs.
type sight struct {
	Edition    string            `json:"edition"`
	Loaded     int               `json:"loaded"`
	Verdicts   map[string]string `json:"verdicts"`
	Rule       map[string]string `json:"rule"`
	Changed    []string          `json:"changed"`
	Afterwards []string          `json:"afterwards"`
	Answers    map[string]string `json:"answers"`
	Violations map[string]string `json:"violations"`
}

func TestOneFileInFirefox(t *testing.T) {
	got := inFirefox(t, "file://"+oneFilePage(t))
	require.Contains(t, got, "withoutStream")
	for how, v := range got {
		assert.Regexp(t, `^单文件版 · 规则版本 [0-9a-f]{8} · 可离线使用$`, v.Edition)
		assert.Empty(t, v.Afterwards, "%s: no request after the page is there", how)
	}
}

func TestSiteInFirefox(t *testing.T) {
	server := httptest.NewServer(web.Handler(os.DirFS(site(t))))
	t.Cleanup(server.Close)
	v := inFirefox(t, server.URL+"/")["plain"]
	assert.Regexp(t, `^网站版 · 规则版本 [0-9a-f]{8} · 可离线使用$`, v.Edition)
	var asked []string
	for _, url := range v.Afterwards {
		asked = append(asked, strings.TrimPrefix(url, server.URL+"/"))
	}
	assert.ElementsMatch(t, []string{componentFile(t, "formats"), componentFile(t, "decrypt")}, asked, "the components, once, and nothing else")
}

// inFirefox visits a build and checks what holds of both.
func inFirefox(t *testing.T, address string) map[string]sight {
	t.Helper()
	if os.Getenv("SUANQING_SKIP_FIREFOX") == "1" {
		t.Skip("SUANQING_SKIP_FIREFOX=1")
	}
	firefox := os.Getenv("FIREFOX")
	for _, name := range []string{"firefox-esr", "firefox"} {
		if path, err := exec.LookPath(name); err == nil && firefox == "" {
			firefox = path
		}
	}
	require.NotEmpty(t, firefox, "apt-get install firefox-esr, or name a Firefox in FIREFOX, or set SUANQING_SKIP_FIREFOX=1")
	fromNPM(t, "puppeteer-core")
	locked := filepath.Join(t.TempDir(), "locked.xlsx")
	require.NoError(t, os.WriteFile(locked, lock(t, read(t, seed)), 0o600))
	books, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	out, err := output("firefox", "node", "check.mjs", firefox, address, password,
		filepath.Join(books, "lanshan-2023.xlsx"), filepath.Join(books, "xls", "clean-yuan.xls"), locked)
	require.NoError(t, err)
	var got map[string]sight
	require.NoError(t, json.Unmarshal(out, &got), "%s", out)
	require.Contains(t, got, "plain")
	for how, v := range got {
		assert.Equal(t, map[string]string{
			"lanshan-2023.xlsx": "有尾差（可接受）", "clean-yuan.xls": "通过", "locked.xlsx": "有尾差（可接受）"}, v.Verdicts, how)
		assert.Regexp(t, `F0\d\.`, v.Rule["title"], "%s: the rule's page", how)
		assert.Equal(t, "grid", v.Rule["display"], "%s: and its style", how)
		assert.Equal(t, []string{"有尾差（可接受）", "有尾差（可接受）"}, v.Changed, "%s: a file that has changed since is not what the verdict is on", how)
		assert.Positive(t, v.Loaded, "the listener works")
		for way, answer := range v.Answers {
			assert.NotEqual(t, "sent", answer, "%s: %s", how, way)
		}
		assert.Equal(t, map[string]string{"fetch": "connect-src", "beacon": "connect-src", "socket": "connect-src",
			"form": "form-action", "image": "img-src", "worker": "connect-src"}, v.Violations, how)
	}
	return got
}
