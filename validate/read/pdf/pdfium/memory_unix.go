//go:build unix

package pdfium

import (
	"context"
	"sync"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// withMemory gives PDFium memory straight from the system, reserved at once and there only
// as it is used. Go's own would be copied each time that it grows, and held for long.
func withMemory(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(func(_, most uint64) experimental.LinearMemory {
		all, err := syscall.Mmap(-1, 0, int(min(most, mostMemory)), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
		if err != nil {
			return &memory{} // nothing to be had: the file is refused
		}
		return &memory{all}
	}))
}

type memory struct{ all []byte }

func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size:len(m.all)]
}

// Free leaves the memory for unmap: an instance that is killed may still run on it.
func (m *memory) Free() {
	if m.all != nil {
		left.Lock()
		left.all = append(left.all, m.all)
		left.Unlock()
		m.all = nil
	}
}

// left is memory of instances that have ended, or are about to.
var left struct {
	sync.Mutex
	all    [][]byte
	killed int // instances that were killed and still run
}

// kill notes that an instance is to be killed; it has ended once done is ready.
func kill(done <-chan struct{}) {
	left.Lock()
	left.killed++
	left.Unlock()
	go func() {
		<-done
		left.Lock()
		left.killed--
		left.Unlock()
		unmap()
	}()
}

// unmap gives back what is left, where nothing runs on any of it.
func unmap() {
	left.Lock()
	defer left.Unlock()
	if left.killed > 0 {
		for _, all := range left.all {
			_ = syscall.Madvise(all, syscall.MADV_DONTNEED)
		}
		return
	}
	for _, all := range left.all {
		_ = syscall.Munmap(all)
	}
	left.all = nil
}
