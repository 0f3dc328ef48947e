// Package summary counts what many reports say: by verdict, district, rule and kind of
// error, and which books need a look. What it holds does not grow with the number of
// reports. The command writes it as text, CSV or a page for printing.
package summary
