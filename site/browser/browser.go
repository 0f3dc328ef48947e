// Package browser finds and starts the browser that tests and measurements use.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

var errNone = errors.New("no browser: install chromium (Debian: apt-get install chromium fonts-noto-cjk), or name one in CHROME, or set SUANQING_SKIP_BROWSER=1")

// Find is $CHROME, or chromium or google-chrome in PATH.
func Find() (string, error) {
	if path := os.Getenv("CHROME"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNone
}

// Start gives a chromedp context whose browser runs until stop; its profile is
// kept under dir.
func Start(dir string) (ctx context.Context, stop func(), err error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(path), chromedp.UserDataDir(filepath.Join(dir, "profile")), chromedp.NoSandbox,
		chromedp.Flag("headless", "new"), chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.WindowSize(1366, 768))
	ctx, stopTab := chromedp.NewContext(alloc)
	stop = func() { stopTab(); stopAlloc() }
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, nil, fmt.Errorf("the browser %s does not start: %w", path, err)
	}
	return ctx, stop, nil
}

// Control are the arguments of a browser that takes orders over HTTP, at a port that it
// writes into its profile, and gives each of its tabs what the one on screen has.
var Control = []string{"--remote-debugging-port=0", "--disable-features=SpareRendererForSitePerProcess",
	"--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows"}

// Open starts a browser of its own on one page, with nobody listening in: an
// attached debugger slows WebAssembly. It ends with ctx.
func Open(ctx context.Context, profile, url string, more ...string) error {
	path, err := Find()
	if err != nil {
		return err
	}
	args := append([]string{"--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile}, more...)
	return exec.CommandContext(ctx, path, append(args, url)...).Run()
}
