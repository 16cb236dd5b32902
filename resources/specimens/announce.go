// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// The first line on stdout, for the program that started us. Keys may be added, never renamed.
type announcement struct {
	Schema  string                       `json:"schema"`
	Pid     int                          `json:"pid"`
	Base    string                       `json:"base"`
	Metrics string                       `json:"metrics"`
	Expvar  string                       `json:"expvar"`
	Pprof   string                       `json:"pprof"`
	Tmp     string                       `json:"tmp"`     // folder of temporary files
	Store   string                       `json:"store"`   // folder of files that are meant to stay
	Uploads map[string]map[string]string `json:"uploads"` // by specimen, then by form
}

func announce(out io.Writer, base string, forms []*form) {
	line := announcement{
		Schema:  "tidemark.specimens/1",
		Pid:     os.Getpid(),
		Base:    base,
		Metrics: base + "/metrics",
		Expvar:  base + "/debug/vars",
		Pprof:   base + "/debug/pprof/",
		Tmp:     folders.temporary,
		Store:   folders.store,
		Uploads: map[string]map[string]string{},
	}
	for _, f := range forms {
		if line.Uploads[f.specimen.name] == nil {
			line.Uploads[f.specimen.name] = map[string]string{}
		}
		line.Uploads[f.specimen.name][f.kind] = base + f.path()
	}
	json.NewEncoder(out).Encode(line) // ends with a newline
}

// Index answers "/" with a plain page for a person who opens the address in a browser.
func index(forms []*form) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprint(w, "Upload service with known memory leaks, for trying out Tidemark.\n\n")
		for _, f := range forms {
			fmt.Fprintf(w, "POST http://%s%-30s %s\n", r.Host, f.path(), f.summary())
		}
		fmt.Fprint(w, "\n(multipart/form-data with at least one file; or PUT of a bare body)\n\n")
		for _, path := range []string{"/metrics", "/debug/vars", "/debug/pprof/"} {
			fmt.Fprintf(w, "GET  http://%s%s\n", r.Host, path)
		}
	}
}
