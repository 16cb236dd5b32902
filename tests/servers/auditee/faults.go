// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
)

const bodyLimit = 1 << 20

// Faults of the whole request. Those of a form's parts are in service.go: client-name, name-errors, temp-left,
// abort-left, many-parts, empty, last-wins.
var faults = map[string]func(s *service, w http.ResponseWriter, r *http.Request){
	// There is no limit.
	"no-limit": func(s *service, w http.ResponseWriter, r *http.Request) { s.take(w, r) },
	// The connection breaks at the limit.
	"reset": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > bodyLimit {
			connection, _, _ := w.(http.Hijacker).Hijack()
			connection.(*net.TCPConn).SetLinger(0)
			connection.Close()
			return
		}
		s.take(w, r)
	},
	// Another status than 413.
	"limit-500": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > bodyLimit {
			http.Error(w, "something went wrong", http.StatusInternalServerError)
			return
		}
		s.take(w, r)
	},
	// The limit believes the length that is told.
	"believes": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > bodyLimit {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		s.take(w, r)
	},
	// All is read into memory, and then the limit is looked at.
	"buffers": func(s *service, w http.ResponseWriter, r *http.Request) {
		all, _ := io.ReadAll(r.Body)
		if len(all) > bodyLimit {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		s.takeBytes(w, r, all)
	},
	// All is read and thrown away, and then the limit is looked at.
	"discards": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > bodyLimit {
			io.Copy(io.Discard, r.Body)
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		s.take(w, r)
	},
	// Whatever comes is taken, and never looked at.
	"lenient": func(_ *service, w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		w.WriteHeader(http.StatusCreated)
		fmt.Fprintln(w, "stored")
	},
	// A large part kills it.
	"dies": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > 4*bodyLimit {
			os.Exit(1)
		}
		s.take(w, r)
	},
}
