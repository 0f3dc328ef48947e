package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"

	"suanqing/validate/rule"
)

// rules lists the catalogue, with what holds across books: json one rule a line.
func rules(args []string, out, errs io.Writer) int {
	var format string
	rest, ok := options("rules", args, errs, func(fs *flag.FlagSet) { fs.StringVar(&format, "format", "text", "") })
	if !ok || len(rest) > 0 || format != "text" && format != "json" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	catalogue := slices.Concat(rule.Catalogue(), rule.Rollup(), rule.BetweenYears())
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for i := range catalogue {
		d := describe(&catalogue[i])
		if format == "json" {
			if err := e.Encode(d); err != nil {
				fmt.Fprintln(errs, err)
				return someUnread
			}
			continue
		}
		fmt.Fprintf(out, "%s  %s（%s）\n", d.Rule, d.Title, said(d.Severity))
		for _, line := range []struct{ name, text string }{{"范围", d.ForEach}, {"前提", d.When}, {"等式", d.Equation}, {"为什么", d.Why}, {"怎么改", d.Hint}} {
			if line.text != "" {
				fmt.Fprintf(out, "    %s：%s\n", line.name, line.text)
			}
		}
	}
	return allPass
}
