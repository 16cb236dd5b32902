// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"time"
)

const (
	mostParts  = 1000
	mostHeader = 64 << 10
	spillBytes = 64 << 10 // beyond it a file is a temporary one first
	late       = 4 * time.Second
)

type service struct {
	root       string // nothing leaves it
	store, tmp string // below it
}

type refusal struct {
	status int
	reason string
}

func (r refusal) Error() string { return r.reason }

func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost && r.Method != http.MethodPut {
		http.Error(w, "POST or PUT", http.StatusMethodNotAllowed)
		return
	}
	if fault := faults[r.URL.Query().Get("fault")]; fault != nil {
		fault(s, w, r)
		return
	}
	s.serveWell(w, r)
}

func (s *service) serveWell(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > bodyLimit {
		http.Error(w, "at most 1 MiB", http.StatusRequestEntityTooLarge)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, bodyLimit)
	s.take(w, r)
}

func (s *service) takeBytes(w http.ResponseWriter, r *http.Request, all []byte) {
	r.Body = io.NopCloser(bytes.NewReader(all))
	s.take(w, r)
}

func (s *service) take(w http.ResponseWriter, r *http.Request) {
	var err error
	if r.Method == http.MethodPut {
		err = s.storeFile(r, path.Base(r.URL.Path), r.Body)
	} else {
		err = s.takeForm(r)
	}
	var tooLarge *http.MaxBytesError
	var refused refusal
	switch {
	case err == nil:
		w.WriteHeader(http.StatusCreated)
		fmt.Fprintln(w, "stored")
	case errors.As(err, &tooLarge):
		http.Error(w, "at most 1 MiB", http.StatusRequestEntityTooLarge)
	case errors.As(err, &refused):
		http.Error(w, refused.reason, refused.status)
	default:
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

type file struct {
	name    string
	content []byte
}

// TakeForm stores nothing of a form that is broken.
func (s *service) takeForm(r *http.Request) error {
	fault := r.URL.Query().Get("fault")
	guard := &headerGuard{ReadCloser: r.Body, isOff: fault == "no-limit" || fault == "part-headers"}
	r.Body = guard
	reader, err := r.MultipartReader()
	if err != nil {
		return err
	}
	var files []file
	for count := 0; ; count++ {
		guard.begin()
		part, err := reader.NextPart()
		guard.end()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if count == mostParts && fault == "many-parts" {
			return refusal{http.StatusInternalServerError, "out of parts"}
		}
		if count == mostParts {
			return refusal{http.StatusBadRequest, "at most 1,000 parts"}
		}
		if part.FormName() != "file" {
			continue
		}
		content, err := s.receive(r, part)
		if err != nil {
			return err
		}
		files = append(files, file{clientsName(part), content})
	}
	if len(files) == 0 {
		return refusal{http.StatusBadRequest, "the field file is missing"}
	}
	if fault == "last-wins" {
		files = files[len(files)-1:]
	}
	for _, f := range files {
		if err := s.storeFile(r, f.name, bytes.NewReader(f.content)); err != nil {
			return err
		}
	}
	return nil
}

// HeaderGuard ends bodies whose parts have huge headers, which Go 1.19 would keep in memory.
type headerGuard struct {
	io.ReadCloser
	isOff, isHeader bool
	bytes           int
}

func (g *headerGuard) begin() { g.isHeader, g.bytes = true, 0 }
func (g *headerGuard) end()   { g.isHeader = false }

func (g *headerGuard) Read(b []byte) (int, error) {
	n, err := g.ReadCloser.Read(b)
	if g.isHeader && !g.isOff {
		g.bytes += n
		if g.bytes > mostHeader {
			return 0, refusal{http.StatusBadRequest, "at most 64 KiB of headers"}
		}
	}
	return n, err
}

// ClientsName is the name as it was sent, with folders.
func clientsName(part *multipart.Part) string {
	if _, parameters, err := mime.ParseMediaType(part.Header.Get("Content-Disposition")); err == nil {
		return parameters["filename"]
	}
	return ""
}

// Receive writes large content to a temporary file first, as form parsers do.
func (s *service) receive(r *http.Request, part io.Reader) ([]byte, error) {
	fault := r.URL.Query().Get("fault")
	temporary, err := os.CreateTemp(filepath.Join(s.root, s.tmp), "part-")
	if err != nil {
		return nil, refusal{http.StatusInternalServerError, err.Error()}
	}
	defer temporary.Close()
	var content bytes.Buffer
	_, err = io.Copy(io.MultiWriter(temporary, &content), part)
	if fault == "abort-kept" && err != nil {
		keep(content.Bytes())
	}
	isLeft := fault == "temp-left" && content.Len() > spillBytes || fault == "temp-each" ||
		fault == "abort-left" && err != nil
	switch {
	case isLeft:
	case fault == "temp-late":
		time.AfterFunc(late, func() { os.Remove(temporary.Name()) })
	default:
		os.Remove(temporary.Name())
	}
	return content.Bytes(), err
}

// StoreFile: the client's name is used only where that is the fault, and then it stays below the root.
func (s *service) storeFile(r *http.Request, name string, content io.Reader) error {
	fault := r.URL.Query().Get("fault")
	all, err := io.ReadAll(content)
	if err != nil {
		return err
	}
	if fault == "empty" && len(all) == 0 {
		return refusal{http.StatusInternalServerError, "integer divide by zero"}
	}
	var random [16]byte
	rand.Read(random[:])
	place := filepath.Join(s.root, s.store, hex.EncodeToString(random[:]))
	if shard := shards[fault]; shard != nil {
		place = shard(filepath.Join(s.root, s.store), name, all)
		os.MkdirAll(filepath.Dir(place), 0o700)
	}
	if fault == "client-name" {
		place = filepath.Join(s.root, path.Clean("/"+path.Join(s.store, name)))
		os.MkdirAll(filepath.Dir(place), 0o700)
	}
	if fault == "name-errors" && len(name) > 255 { // as of a system that takes no longer ones
		return refusal{http.StatusInternalServerError, "file name too long"}
	}
	if err := os.WriteFile(place, all, 0o600); err != nil {
		return refusal{http.StatusInternalServerError, "cannot write"}
	}
	return nil
}
