// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"sync"
)

// The multipart reader fetches 4 KiB at a time, which would be a system call each.
var readers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 256<<10) }}

// ServeHTTP stores every file of a multipart/form-data POST. The form is parsed as a stream, so that nothing but the
// specimen itself can retain memory: Request.ParseMultipartForm would hold up to 32 MiB and put the rest into files.
func (f *form) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "uploads are POST requests", http.StatusMethodNotAllowed)
		return
	}
	if !f.room.fits(r.ContentLength) {
		f.refuse(w, errNoRoom)
		return
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
		http.Error(w, "expected multipart/form-data with a file part: "+err.Error(), http.StatusBadRequest)
		return
	}
	stored, err := f.takeFiles(parts)
	if err != nil {
		f.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusCreated)
	io.WriteString(w, stored)
}

// TakeFiles returns one line for each file.
func (f *form) takeFiles(parts *multipart.Reader) (string, error) {
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
		size, err := f.takeFile(part.FileName(), part)
		if err != nil {
			return "", fmt.Errorf("the file ended after %d bytes: %w", size, err)
		}
		fmt.Fprintf(&stored, "stored %d bytes of %s\n", size, part.FileName())
	}
	if stored.Len() == 0 {
		return "", errors.New("the form has no file part (a part with a file name)")
	}
	return stored.String(), nil
}

func (f *form) takeFile(name string, body io.Reader) (int64, error) {
	u := &upload{name: name, form: f, body: body}
	defer u.close()
	if err := f.take(u); err != nil {
		return u.size, err
	}
	f.uploads.Add(1)
	return u.size, nil
}

func (f *form) refuse(w http.ResponseWriter, err error) {
	if errors.Is(err, errNoRoom) {
		http.Error(w, fmt.Sprintf("the sample server holds as much as it may (%d bytes, see --max-retained); "+
			"restart it to go on", f.room.limit), http.StatusInsufficientStorage)
		return
	}
	http.Error(w, err.Error(), http.StatusBadRequest)
}
