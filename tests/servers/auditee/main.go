// SPDX-License-Identifier: GPL-3.0-or-later

// Auditee is an upload service that does what an audit asks for, and one fault at a time on demand: POST and PUT to
// /upload?fault=NAME, see faults.go. Without a fault it is a good one: at most 1 MiB, at most 1,000 parts, files under
// random names below --folder/service/store, temporary ones below --folder/service/tmp, whole forms only.
//
//	auditee --folder DIR
//
// It prints one JSON line with its addresses, all on loopback: "base" gives a request 3 s (slow bodies are given up),
// "patient" for ever, "raw" is a server that cannot count (raw.go). /debug/pprof/ shows its memory. It ends with its
// parent, or after ten minutes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

const (
	lifeTime = 10 * time.Minute
	given    = 3 * time.Second
)

func main() {
	parent := flag.Int("parent", 0, "end when the process with this `pid` ends")
	folder := flag.String("folder", "", "store files below this `folder`")
	flag.Parse()
	if *parent != 0 {
		go endWith(*parent)
	}
	time.AfterFunc(lifeTime, func() { fail("ended after %v", lifeTime) })

	s := &service{root: *folder, store: filepath.Join("service", "store"), tmp: filepath.Join("service", "tmp")}
	for _, path := range []string{s.store, s.tmp} {
		if err := os.MkdirAll(filepath.Join(s.root, path), 0o700); err != nil {
			fail("%v", err)
		}
	}
	http.Handle("/upload", s)
	http.Handle("/upload/", s)
	hurried, patient, raw := listen(), listen(), listen()
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"schema":  "tidemark.auditee/1",
		"pid":     os.Getpid(),
		"base":    "http://" + hurried.Addr().String(),
		"patient": "http://" + patient.Addr().String(),
		"raw":     "http://" + raw.Addr().String(),
	})
	go serveRaw(raw)
	go (&http.Server{}).Serve(patient)
	fail("%v", (&http.Server{ReadTimeout: given}).Serve(hurried))
}

func listen() *net.TCPListener {
	listener, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		fail("cannot listen: %v", err)
	}
	return listener
}

// EndWith: the parent started this process.
func endWith(parent int) {
	for os.Getppid() == parent && syscall.Kill(parent, 0) == nil {
		time.Sleep(200 * time.Millisecond)
	}
	os.Exit(0)
}

func fail(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "auditee: "+format+"\n", arguments...)
	os.Exit(3)
}
