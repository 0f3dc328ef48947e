// Command shot takes pictures of the page with a report in it, to look at.
//
//	go run ./site/shot [-dir dist/site] [-dark] [-width 1366] [-height 768] [-keys j] [-after ms] [-click SELECTOR …] -o OUT.png [FILE … or FOLDER]
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"suanqing/site/browser"
	"suanqing/site/web"
)

func main() {
	dir := flag.String("dir", "dist/site", "the built site")
	out := flag.String("o", "shot.png", "the picture")
	dark := flag.Bool("dark", false, "the dark colours")
	width := flag.Int64("width", 1366, "of the window")
	height := flag.Int64("height", 768, "of the window")
	keys := flag.String("keys", "", "keys to press once the verdict, or why there is none, is there")
	var clicks []string
	flag.Func("click", "what to click before that once it is there, as CSS says it; may be repeated", func(selector string) error {
		clicks = append(clicks, selector)
		return nil
	})
	after := flag.Int("after", 0, "milliseconds from the keys to the picture")
	flag.Parse()
	if err := run(*dir, *out, clicks, *keys, flag.Args(), *after, *dark, *width, *height); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir, out string, clicks []string, keys string, files []string, after int, dark bool, width, height int64) error {
	scratch, err := os.MkdirTemp("", "suanqing-shot")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	ctx, stop, err := browser.Start(scratch)
	if err != nil {
		return err
	}
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	server := httptest.NewServer(web.Handler(os.DirFS(dir)))
	defer server.Close()
	steps := []chromedp.Action[chromedp.Void]{chromedp.EmulateViewport(width, height), chromedp.Navigate(server.URL)}
	if len(files) > 0 {
		input := "#input"
		for i := range files {
			if files[i], err = filepath.Abs(files[i]); err != nil {
				return err
			}
			if info, err := os.Stat(files[i]); err == nil && info.IsDir() {
				input = "#folder"
			}
		}
		steps = append(steps, chromedp.SetUploadFiles(chromedp.CSS(input), files),
			chromedp.Evaluate[chromedp.Void](`(async () => { while (['#result', '#problem', '#list'].every((id) => document.querySelector(id).hidden) || !document.querySelector('#list-bar').hidden && !document.querySelector('#list').hidden)
				await new Promise(requestAnimationFrame);
				await new Promise((r) => setTimeout(r, 300)); })()`, chromedp.EvalAwaitPromise))
	}
	for _, click := range clicks {
		steps = append(steps, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(async () => { while (!document.querySelector(%[1]q))
			await new Promise(requestAnimationFrame);
			document.querySelector(%[1]q).click(); })()`, click), chromedp.EvalAwaitPromise))
	}
	for _, key := range keys {
		steps = append(steps, chromedp.KeyEvent(string(key)))
	}
	steps = append(steps, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`new Promise((r) => setTimeout(r, %d))`, after), chromedp.EvalAwaitPromise))
	if dark {
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}}); err != nil {
			return err
		}
	}
	if err := chromedp.Do(ctx, steps...); err != nil {
		return err
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(out, picture, 0o644)
}
