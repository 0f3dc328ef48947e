package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"suanqing/validate/internal/jsontext"
	"suanqing/validate/report"
)

// source is what the files of package report declare.
type source struct {
	types map[string]*ast.TypeSpec
	docs  map[string]string
	enums map[string][]value // by type, in the order of declaration
}

// value is a constant of a named string, and what it means.
type value struct{ text, meaning string }

// generate makes the schema from the source in a folder. The root is the type Report;
// every other type that it leads to is a definition.
func generate(dir string) ([]byte, error) {
	s := &source{types: map[string]*ast.TypeSpec{}, docs: map[string]string{}, enums: map[string][]value{}}
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && file.Name.Name == "report" {
				s.declare(g)
			}
		}
	}
	w := &jsontext.Writer{}
	w.Begin('{')
	w.Key("$schema").String("https://json-schema.org/draft/2020-12/schema")
	w.Key("title").String("算清检查报告")
	todo := s.object(w, reflect.TypeFor[report.Report]())
	w.Key("$defs").Begin('{')
	for done := map[reflect.Type]bool{}; len(todo) > 0; todo = todo[1:] {
		if t := todo[0]; !done[t] {
			done[t] = true
			w.Key(t.Name()).Begin('{')
			if t.Kind() == reflect.Struct {
				todo = append(todo, s.object(w, t)...)
			} else {
				s.enum(w, t.Name())
			}
			w.End('}')
		}
	}
	w.End('}')
	w.End('}')
	var b bytes.Buffer
	err = json.Indent(&b, w.Bytes(), "", "  ")
	b.WriteByte('\n')
	return b.Bytes(), err
}

func (s *source) declare(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			s.types[spec.Name.Name], s.docs[spec.Name.Name] = spec, said(spec.Doc, g.Doc)
		case *ast.ValueSpec:
			of, ok := spec.Type.(*ast.Ident)
			if !ok || g.Tok != token.CONST || len(spec.Values) != 1 {
				continue
			}
			if text, ok := spec.Values[0].(*ast.BasicLit); ok && text.Kind == token.STRING {
				plain, _ := strconv.Unquote(text.Value)
				s.enums[of.Name] = append(s.enums[of.Name], value{plain, said(spec.Doc, spec.Comment)})
			}
		}
	}
}

// object writes the members of a schema of a struct and gives the types it leads to.
func (s *source) object(w *jsontext.Writer, t reflect.Type) (leads []reflect.Type) {
	describe(w, s.docs[t.Name()])
	w.Key("type").String("object")
	w.Key("properties").Begin('{')
	var required []string
	s.each(t, func(f reflect.StructField, doc string) {
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if option != "omitempty" {
			required = append(required, name)
		}
		w.Key(name).Begin('{')
		describe(w, doc)
		if name == "schema" && t == reflect.TypeFor[report.Report]() {
			w.Key("const").Int(report.Schema)
		} else {
			leads = append(leads, kind(w, f.Type, option != "omitempty")...)
		}
		w.End('}')
	})
	w.End('}')
	jsontext.List(w.Key("required"), required, w.String)
	w.Key("additionalProperties").Bool(false)
	return leads
}

// each gives the fields of a struct with what is said of them, those of an embedded
// struct in its place.
func (s *source) each(t reflect.Type, field func(reflect.StructField, string)) {
	declared := s.types[t.Name()].Type.(*ast.StructType).Fields.List
	docs := map[string]string{}
	for _, f := range declared {
		for _, name := range f.Names {
			docs[name.Name] = said(f.Doc, f.Comment)
		}
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous {
			s.each(f.Type, field)
		} else {
			field(f, docs[f.Name])
		}
	}
}

// kind writes what a value of a type is. A pointer that is always there may be null.
func kind(w *jsontext.Writer, t reflect.Type, always bool) []reflect.Type {
	switch t.Kind() {
	case reflect.String:
		if t.PkgPath() == "" {
			w.Key("type").String("string")
			return nil
		}
		fallthrough
	case reflect.Struct:
		w.Key("$ref").String("#/$defs/" + t.Name())
		return []reflect.Type{t}
	case reflect.Int:
		if t.PkgPath() != "" {
			w.Key("type").String("number")
			break
		}
		w.Key("type").String("integer")
	case reflect.Bool:
		w.Key("type").String("boolean")
	case reflect.Slice:
		w.Key("type").String("array")
		w.Key("items").Begin('{')
		defer w.End('}')
		return kind(w, t.Elem(), true)
	case reflect.Pointer:
		if !always {
			return kind(w, t.Elem(), true)
		}
		w.Key("anyOf").Begin('[')
		w.Begin('{')
		leads := kind(w, t.Elem(), true)
		w.End('}')
		w.Begin('{')
		w.Key("type").String("null")
		w.End('}')
		w.End(']')
		return leads
	default:
		panic(fmt.Sprintf("no schema for %v", t))
	}
	return nil
}

// enum writes the members of a schema of a named string: its constants, and what they mean.
func (s *source) enum(w *jsontext.Writer, name string) {
	lines := []string{}
	if doc := s.docs[name]; doc != "" {
		lines = append(lines, doc)
	}
	for _, v := range s.enums[name] {
		if v.meaning != "" {
			lines = append(lines, v.text+": "+v.meaning)
		}
	}
	describe(w, strings.Join(lines, "\n"))
	jsontext.List(w.Key("enum"), s.enums[name], func(v value) { w.String(v.text) })
}

func describe(w *jsontext.Writer, text string) {
	if text != "" {
		w.Key("description").String(text)
	}
}

// said is the first comment that says something, in one line.
func said(comments ...*ast.CommentGroup) string {
	for _, c := range comments {
		if text := strings.Join(strings.Fields(c.Text()), " "); text != "" {
			return text
		}
	}
	return ""
}
