package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"time"

	"suanqing/validate"
	"suanqing/validate/report"
)

// patience is how long one file may take unless told otherwise: the slowest books seen
// take a second.
const patience = time.Minute

// mostGivenUp is how many checks at most go on behind files that were given up: each ends
// at the next step of its check, or never where a file never ends.
const mostGivenUp = 64

var errTimeout = errors.New("--timeout 后是一份文件最多几秒，例如 60；0 为不限。")

// seconds reads an option that is a time, in seconds if it does not say: 60, 0.5 or 2m; 0 is no limit.
func seconds(limit *time.Duration) func(string) error {
	return func(said string) error {
		d, err := time.ParseDuration(said)
		if err != nil {
			d, err = time.ParseDuration(said + "s")
		}
		if err != nil || d < 0 {
			return errTimeout
		}
		*limit = d
		return nil
	}
}

// attempt is a check that may be given up.
type attempt struct {
	data    atomic.Pointer[[]byte] // the file, once it is there
	givenUp atomic.Bool
}

// step ends a check that nobody waits for any more: it is what the check tells its
// progress, and what it panics with stays in the report that nobody reads.
func (a *attempt) step(string, int, int) {
	if a.givenUp.Load() {
		panic("given up")
	}
}

// deadline has checks done within a time each; the zero value has none.
type deadline struct {
	limit time.Duration
	slots chan struct{} // taken by checks that go on though given up
}

func newDeadline(limit time.Duration) *deadline {
	return &deadline{limit: limit, slots: make(chan struct{}, mostGivenUp)}
}

// within gives what work gives, or ok false when that took too long. Where many that took
// too long still go on it waits for one of them, or for this one.
func within[T any](d *deadline, work func(*attempt) T) (done T, ok bool, a *attempt) {
	a = &attempt{}
	if d == nil || d.limit == 0 {
		return work(a), true, a
	}
	result, left := make(chan T, 1), make(chan bool, 1)
	go func() {
		result <- work(a)
		if <-left {
			<-d.slots
		}
	}()
	timer := time.NewTimer(d.limit)
	defer timer.Stop()
	select {
	case done = <-result:
		left <- false
		return done, true, a
	case <-timer.C:
	}
	a.givenUp.Store(true)
	select {
	case <-result: // too late, and at an end
		left <- false
	case d.slots <- struct{}{}:
		left <- true
	}
	return done, false, a
}

// tooSlow is the report of a file that was given up.
func tooSlow(path string, data *[]byte, limit time.Duration) checked {
	if data == nil {
		data = new([]byte)
	}
	r := validate.Refused(filepath.Base(path), *data, &report.Failure{Code: "slow",
		Message: fmt.Sprintf("超过 %s 秒，没有查完。", strconv.FormatFloat(limit.Seconds(), 'f', -1, 64)),
		Hint:    "请在 WPS 或 Excel 中另存为新的 .xlsx 后再查；要等得久一些，加上 --timeout 秒数，例如 --timeout 600。"}).Report
	if len(*data) == 0 {
		r.SHA256 = ""
	}
	return checked{report: r, advice: r.Error.Hint}
}
