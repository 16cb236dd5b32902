// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync/atomic"
	"time"
)

const (
	bodyLimit  = 1 << 20
	smallLimit = 100 << 10
)

// requests that the fault "busy" has seen.
var requests atomic.Int64

// Slowly reads 700 KiB a second: 1 MiB takes half of the time that "base" gives, 4 MiB twice as long.
type slowly struct{ io.ReadCloser }

func (s slowly) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p[:min(len(p), 7<<10)])
	time.Sleep(time.Duration(n) * time.Second / (700 << 10))
	return n, err
}

// SeeOther answers with a redirect where a file was stored, and where none was if it has a page for that.
type seeOther struct {
	http.ResponseWriter
	wrong string
}

func (s seeOther) WriteHeader(status int) {
	page := s.wrong
	if status == http.StatusCreated {
		page = "/done/"
	}
	if page != "" {
		s.Header().Set("Location", page+strconv.FormatInt(requests.Add(1), 10))
		status = http.StatusSeeOther
	}
	s.ResponseWriter.WriteHeader(status)
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// Faults of the whole request. Those of a form's parts are in service.go: client-name, name-errors, temp-left,
// temp-each, temp-late (which is none), abort-left, abort-kept, many-parts, part-headers, empty, last-wins. What is none, but looks like one, is in shards.go.
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
	// Another status than 413, that refuses.
	"limit-400": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > bodyLimit {
			http.Error(w, "bad", http.StatusBadRequest)
			return
		}
		s.take(w, r)
	},
	// Not a limit: bodies that take longer than a request is given, because it reads slowly, are refused.
	"slow-reader": func(s *service, w http.ResponseWriter, r *http.Request) {
		r.Body = slowly{r.Body}
		s.take(w, r)
	},
	// A limit whose answer takes its time, as does every body.
	"slow-limit": func(s *service, w http.ResponseWriter, r *http.Request) {
		all, err := io.ReadAll(io.LimitReader(slowly{r.Body}, bodyLimit+1))
		if err != nil || len(all) > bodyLimit {
			http.Error(w, "bad", http.StatusBadRequest)
			return
		}
		s.takeBytes(w, r, all)
	},
	// A limit that holds where the length is told; else it breaks when it has all.
	"chunked-500": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > bodyLimit {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		all, _ := io.ReadAll(r.Body)
		if len(all) > bodyLimit {
			http.Error(w, "out of memory", http.StatusInternalServerError)
			return
		}
		s.takeBytes(w, r, all)
	},
	// Not a fault: less than most checks would like to send.
	"small-limit": func(s *service, w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > smallLimit {
			http.Error(w, "at most 100 KiB", http.StatusRequestEntityTooLarge)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, smallLimit)
		s.take(w, r)
	},
	// Not a fault: every third request is one too many, as of a proxy that limits their rate.
	"busy": func(s *service, w http.ResponseWriter, r *http.Request) {
		if requests.Add(1)%3 == 0 {
			io.Copy(io.Discard, r.Body)
			http.Error(w, "busy", http.StatusServiceUnavailable)
			return
		}
		s.serveWell(w, r)
	},
	// Not a fault: a web form, which answers with a page of each file.
	"see-other": func(s *service, w http.ResponseWriter, r *http.Request) { s.serveWell(seeOther{w, ""}, r) },
	// The same, with a page for what is wrong, too.
	"see-why": func(s *service, w http.ResponseWriter, r *http.Request) { s.serveWell(seeOther{w, "/upload?why="}, r) },
	// The same page whatever comes.
	"see-same": func(s *service, w http.ResponseWriter, r *http.Request) { s.serveWell(seeOther{w, "/done/"}, r) },
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
