//go:build js && wasm && !suanqing_panic

package core

// beforeCheck does nothing; browser tests build with suanqing_panic to make a
// core fail on purpose.
func beforeCheck(name, kind string) {}
