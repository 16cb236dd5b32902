// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"sync"
)

// A refusal is an error with a status and a text of its own.
type refusal struct {
	status     int
	reason     string
	retryAfter int // seconds; 0: not told
}

func (r refusal) Error() string {
	return r.reason
}

// ServeHTTP stores every file of a multipart/form-data POST, or the body of a PUT. A PUT may name its file by one more
// element in the path.
func (f *form) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != f.path() && r.Method != http.MethodPut {
		http.NotFound(w, r)
		return
	}
	if r.Method != http.MethodPost && r.Method != http.MethodPut {
		w.Header().Set("Allow", "POST, PUT")
		http.Error(w, "uploads are POST requests of a form, or PUT requests", http.StatusMethodNotAllowed)
		return
	}
	if !f.room.fits(r.ContentLength) {
		refuse(w, f.room.full())
		return
	}
	stored, err := f.receive(f, w, r)
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusCreated)
	io.WriteString(w, stored)
}

// The multipart reader fetches 4 KiB at a time, which would be a system call each.
var readers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 256<<10) }}

// ReceiveFiles parses the form as a stream, so that nothing but the specimen itself can retain memory:
// Request.ParseMultipartForm would hold up to 32 MiB and put the rest into files.
func (f *form) receiveFiles(_ http.ResponseWriter, r *http.Request) (string, error) {
	if r.Method == http.MethodPut {
		name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, f.path()), "/")
		if name == "" {
			name = "body"
		}
		return f.takeFile(r, name, nil, r.Body)
	}
	reader := readers.Get().(*bufio.Reader)
	reader.Reset(r.Body)
	defer func() {
		reader.Reset(nil) // or the pool would keep the request
		readers.Put(reader)
	}()
	r.Body = io.NopCloser(reader)

	parts, err := r.MultipartReader()
	if err != nil {
		return "", fmt.Errorf("expected multipart/form-data with a file part: %w", err)
	}
	return f.takeFiles(r, parts)
}

// TakeFiles returns one line for each file.
func (f *form) takeFiles(r *http.Request, parts *multipart.Reader) (string, error) {
	var stored strings.Builder
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		} else if err != nil {
			return "", fmt.Errorf("the form is broken: %w", err)
		}
		if part.FileName() == "" {
			continue // a form field; NextPart skips its content
		}
		line, err := f.takeFile(r, part.FileName(), part.Header, part)
		if err != nil {
			return "", err
		}
		stored.WriteString(line)
	}
	if stored.Len() == 0 {
		return "", errors.New("the form has no file part (a part with a file name)")
	}
	return stored.String(), nil
}

func (f *form) takeFile(r *http.Request, name string, header textproto.MIMEHeader, body io.Reader) (string, error) {
	u := &upload{name: name, form: f, request: r, header: header, body: body}
	defer u.close()
	if err := f.take(u); err != nil {
		return "", fmt.Errorf("the file ended after %d bytes: %w", u.size, err)
	}
	f.uploads.Add(1)
	return fmt.Sprintf("stored %d bytes of %s\n", u.size, u.name), nil
}

func refuse(w http.ResponseWriter, err error) {
	status, reason := http.StatusBadRequest, err.Error()
	var refused refusal
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &refused):
		status, reason = refused.status, refused.reason
		if refused.retryAfter > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(refused.retryAfter))
		}
	case errors.As(err, &tooLarge):
		status, reason = http.StatusRequestEntityTooLarge, fmt.Sprintf("a request may have %d bytes", tooLarge.Limit)
	}
	http.Error(w, reason, status)
}
