package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"suanqing/validate/catalogue"
)

// rules lists every rule of every judge: json one rule a line.
func rules(args []string, out, errs io.Writer) int {
	var format string
	rest, ok := options("rules", args, errs, func(fs *flag.FlagSet) { fs.StringVar(&format, "format", "text", "") })
	if !ok || len(rest) > 0 || format != "text" && format != "json" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for _, r := range catalogue.All() {
		d := describe(r)
		if format == "json" {
			if err := e.Encode(d); err != nil {
				fmt.Fprintln(errs, err)
				return someUnread
			}
			continue
		}
		fmt.Fprintf(out, "%s  %s（%s）\n", d.Rule, d.Title, said(d.Severity))
		for _, line := range []struct{ name, text string }{{"范围", d.ForEach}, {"前提", d.When}, {"等式", strings.Join(slices.Concat([]string{d.Equation}, d.Further), "；")}, {"为什么", d.Why}, {"怎么改", d.Hint}} {
			if line.text != "" {
				fmt.Fprintf(out, "    %s：%s\n", line.name, line.text)
			}
		}
	}
	return allPass
}
