//go:build js && wasm && !suanqing_panic

package main

// beforeCheck does nothing; browser tests build with suanqing_panic to make the
// core fail on purpose.
func beforeCheck(string) {}
