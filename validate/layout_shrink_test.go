package validate_test

import (
	"fmt"
	"reflect"
	"strings"
	"sync/atomic"

	"suanqing/validate/lab/fixture"
)

// mostShrunk bounds the work on a reader that fails everywhere.
const mostShrunk = 5

var shrinks atomic.Int32

// least is what a failing layout comes down to, or all of it once enough were shrunk.
func least(l fixture.Layout, fails func(fixture.Layout) bool) string {
	if shrinks.Add(1) > mostShrunk {
		return fmt.Sprintf("%+v", l)
	}
	return shrunk(l, fails)
}

// shrunk takes from a failing layout every departure from the national one
// without which it still fails, and names the ones that are left.
func shrunk(l fixture.Layout, fails func(fixture.Layout) bool) string {
	v := reflect.ValueOf(&l).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		was := reflect.ValueOf(f.Interface())
		f.SetZero()
		if !fails(l) {
			f.Set(was)
		}
	}
	var left []string
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() {
			left = append(left, fmt.Sprintf("%s: %#v", v.Type().Field(i).Name, f.Interface()))
		}
	}
	return "{" + strings.Join(left, ", ") + "}"
}
