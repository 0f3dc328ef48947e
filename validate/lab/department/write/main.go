// Command write draws a department, or a pair of years, into a folder, with what a
// checker should say in want.json:
//
//	go run ./validate/lab/department/write [-seed N] [-units N] [-deep N] [-flows N] [-kept] [-short] [-kind KIND] FOLDER
//	go run ./validate/lab/department/write -pair KIND [-seed N] FOLDER
//
// Without a kind nothing is wrong. "-kind list" and "-pair list" name them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"suanqing/validate/lab/department"
)

func main() {
	var o department.Options
	seed := flag.Int64("seed", 1, "of the department and of what is wrong in it")
	flag.IntVar(&o.Units, "units", 0, "units of the department, 0 for 40")
	flag.IntVar(&o.Deep, "deep", 0, "how many of them are departments themselves")
	flag.IntVar(&o.Flows, "flows", 0, "payments between the units")
	flag.BoolVar(&o.Kept, "kept", false, "the department still counts them twice")
	flag.BoolVar(&o.Short, "short", false, "some F07 and F08 without balances")
	kind, pair := flag.String("kind", "", "what is wrong"), flag.String("pair", "", "a pair of years instead")
	flag.Parse()
	if *kind == "list" || *pair == "list" {
		list(*pair == "list")
		return
	}
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(64)
	}
	files, want, err := draw(*seed, o, *kind, *pair)
	if err == nil {
		err = write(flag.Arg(0), files, want)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func list(pairs bool) {
	if pairs {
		for _, k := range department.PairKinds {
			fmt.Println(k.ID)
		}
		return
	}
	for _, k := range department.Kinds {
		fmt.Println(k.ID)
	}
}

// told is what want.json says, without the books themselves.
type told struct {
	Department string               // its file
	Units      map[string]string    // file of each unit → file of the department it belongs to
	Want       *department.Want     `json:",omitempty"`
	Wrong      string               `json:",omitempty"` // the name of the unit meant
	Absent     string               `json:",omitempty"` // the unit in whose place another came
	Flows      []flow               `json:",omitempty"`
	Pair       *department.PairWant `json:",omitempty"`
}

// flow is a payment between two units, by their files, in 元.
type flow struct{ Payer, Payee, Spent, Earned, Amount string }

func draw(seed int64, o department.Options, kind, pair string) ([]department.File, told, error) {
	if pair != "" {
		for _, k := range department.PairKinds {
			if k.ID != pair {
				continue
			}
			if p := department.NewPair(k, seed); p != nil {
				return p.Files(), told{Department: p.This.File, Pair: &p.Want}, nil
			}
			return nil, told{}, fmt.Errorf("no room for %s", pair)
		}
		return nil, told{}, fmt.Errorf("no pair %q", pair)
	}
	d := department.New(seed, o)
	t := told{Department: d.File, Units: map[string]string{}}
	for _, p := range d.All() {
		if p.Parent != nil {
			t.Units[p.File] = p.Parent.File
		}
		for _, f := range p.Flows {
			t.Flows = append(t.Flows, flow{f.Payer.File, f.Payee.File, fmt.Sprint(f.Spent), fmt.Sprint(f.Earned), f.Amount()})
		}
	}
	if kind == "" {
		return d.Files(), t, nil
	}
	for _, k := range department.Kinds {
		if k.ID != kind {
			continue
		}
		p := d.Plant(k, seed)
		if p == nil {
			return nil, t, fmt.Errorf("no room for %s", kind)
		}
		t.Want, t.Wrong = &p.Want, p.Want.Paper.Name
		if p.Want.Absent != nil {
			t.Absent = p.Want.Absent.Name
		}
		return p.Files, t, nil
	}
	return nil, t, fmt.Errorf("no kind %q", kind)
}

func write(folder string, files []department.File, want told) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.Bytes, 0o644); err != nil {
			return err
		}
	}
	data, err := json.MarshalIndent(want, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "want.json"), append(data, '\n'), 0o644)
}
