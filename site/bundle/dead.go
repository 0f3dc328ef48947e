package bundle

import (
	"bytes"
	"encoding/binary"
	"regexp"
)

// dead are functions of the runtime that no page ever comes to: they write traces,
// profiles and metrics, which nobody asks for, act on GODEBUG, which is not set, or tell
// on standard error, which goes nowhere, why the program is about to end. Where one is
// called all the same the program ends there. Their code is a twentieth of the download.
var dead = regexp.MustCompile(`^(?:` +
	`runtime\.(?:` +
	`initMetrics` + // metrics
	`|trace(?:Advance|ReadCPU|SyncBatch|Stack|StopReadCPU|CPUFlush|BufFlush|RegisterLabels|Reader$|ThreadDestroy)|traceLocker\.[A-Zes]|traceWriter\.|traceEventWriter\.|traceExpWriter\.` +
	`|\(\*trace(?:Map|StringTable|StackTable|TypeTable|RegionAlloc|Buf|AdvancerState)\)|makeTraceFrame|dump(?:Stacks|Types)Rec|fpunwindExpand|saveg$` +
	`|print(?:any|panic|quoted|Args|Ancestor|created|OneCgo|Cgo|ScavTrace|FuncName|indented|hexopts|slice|int|uint|float|complex|bool|string|pointer|hex|sp$|nl$|lock$|unlock$|PreFatal)` +
	`|preprintpanics|dopanic_m|startpanic_m|traceback[12]|traceback(?:Hexdump|someothers)|goroutineheader|\(\*hexdumper\)|hexdump|schedtrace|gcDumpObject|dumpScanStats|dumpgstatus` +
	`|\(\*mspan\)\.reportZombies|badPointer|show(?:funcinfo|frame)|fmtNSAsMS` +
	`|\(\*profBuf\)\.(?:read|takeOverflow)|stkbucket|saveblockevent|(?:do|try)RecordGoroutineProfile` +
	`|typesEqual|checkFinalizersAndCleanups|setCheckmark|(?:start|end)Checkmarks|allGsSnapshotSortedForGC|findGoroutineLeaks` +
	`)|internal/bisect\.)`)

// alive are those that the pattern takes in and that are asked whether there is a trace.
var alive = map[string]bool{"runtime.traceLocker.ok": true}

// idle are functions that are called and do nothing here: at each start two verify what the
// linker and the compiler wrote, one puts the types of several modules together, of
// which there is one, and two read GODEBUG, which is not set.
var idle = map[string]bool{
	"runtime.moduledataverify1":   true,
	"runtime.check":               true,
	"runtime.typelinksinit":       true,
	"runtime.parsegodebug":        true,
	"internal/cpu.processOptions": true,
}

const codeSection = 10

// unreachable is the body of a function that ends the program: no locals, one instruction.
var unreachable = []byte{0, 0x00, end}

// returning is that of one that comes back at once, as Go's functions do: no locals; the
// stack pointer, global 0, goes up by the address pushed by the call, and 0 says that the caller goes on.
var returning = []byte{0, 0x23, 0, 0x41, 8, 0x6a, 0x24, 0, 0x41, 0, end}

// bury takes the bodies of dead functions out, and notes which: the table still has their
// names, strip takes the rest.
func (m *module) bury(t *table) error {
	for i := range m.sections {
		s := &m.sections[i]
		if s.id != codeSection {
			continue
		}
		in := &input{rest: s.body}
		n := in.number()
		if n != t.functions {
			return errTable
		}
		bodies := make([][]byte, n)
		for f := range bodies {
			bodies[f] = in.bytes(in.number())
			name, err := t.name(f)
			if err != nil {
				return err
			}
			switch {
			case idle[string(name)]:
				bodies[f] = returning
			case dead.Match(name) && !alive[string(name)]:
				bodies[f], t.buried[f] = unreachable, true
			}
		}
		if in.failed || len(in.rest) > 0 {
			return errModule
		}
		reached, err := m.reached(t, bodies)
		if err != nil {
			return err
		}
		s.body = binary.AppendUvarint(nil, uint64(n))
		for f, code := range bodies {
			if !reached[f] {
				code, t.buried[f] = unreachable, true
			}
			s.body = binary.AppendUvarint(s.body, uint64(len(code)))
			s.body = append(s.body, code...)
		}
	}
	return nil
}

// name is that of a function by its number.
func (t *table) name(f int) ([]byte, error) {
	at := int(binary.LittleEndian.Uint32(t.records[2*word*f+word:]))
	if at+wordMore*word > len(t.records) {
		return nil, errTable
	}
	from := int(binary.LittleEndian.Uint32(t.records[at+wordName*word:]))
	if from >= len(t.names) {
		return nil, errTable
	}
	name, _, _ := bytes.Cut(t.names[from:], []byte{0})
	return name, nil
}
