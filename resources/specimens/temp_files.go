// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"strings"
)

func init() {
	register(specimen{
		name:           "temp-files",
		leakingDoes:    "parses the form of a copy of the request and leaves its temporary files (of more than 64 KiB)",
		curedDoes:      "removes the files of the form that was parsed",
		leakingReceive: tempFiles,
		curedReceive:   tempFilesCured,
		counts:         []resource{files},
		curedGrows:     true, // while forms are parsed
	})
}

// What a form may take in memory; the rest goes into one file. The usual 32 MiB would need larger uploads.
const maxFormMemory = 64 << 10

type routeKey struct{}

// WithRoute attaches a value to the request as routers and tracing do. That makes a copy, and net/http, which removes
// temporary files when a handler returns, knows only the original: the copy's form is not in there.
func withRoute(f *form, r *http.Request, u *upload) *http.Request {
	copied := r.WithContext(context.WithValue(r.Context(), routeKey{}, f.path()))
	copied.Body = io.NopCloser(u)
	return copied
}

// The leak: the form's RemoveAll is left to net/http.
func tempFiles(f *form, _ http.ResponseWriter, r *http.Request) (string, error) {
	u := &upload{form: f, request: r, body: r.Body}
	defer u.close()
	r = withRoute(f, r, u)
	if err := r.ParseMultipartForm(maxFormMemory); err != nil {
		return "", fmt.Errorf("the form is broken: %w", err)
	}
	if onDisk := sizeOnDisk(r.MultipartForm); onDisk > 0 {
		u.keepBytes(onDisk, 0)
		f.hold(files, 1)
	}
	return storedOf(f, r.MultipartForm)
}

// The cure: who parses a form removes it.
func tempFilesCured(f *form, _ http.ResponseWriter, r *http.Request) (string, error) {
	u := &upload{form: f, request: r, body: r.Body}
	defer u.close()
	r = withRoute(f, r, u)
	if err := r.ParseMultipartForm(maxFormMemory); err != nil {
		return "", fmt.Errorf("the form is broken: %w", err)
	}
	defer r.MultipartForm.RemoveAll()
	return storedOf(f, r.MultipartForm)
}

func storedOf(f *form, parsed *multipart.Form) (string, error) {
	var stored strings.Builder
	for _, headers := range parsed.File {
		for _, header := range headers {
			f.uploads.Add(1)
			fmt.Fprintf(&stored, "stored %d bytes of %s\n", header.Size, header.Filename)
		}
	}
	if stored.Len() == 0 {
		return "", errors.New("the form has no file part (a part with a file name)")
	}
	return stored.String(), nil
}

// SizeOnDisk is what the form has in its file. (Several such files of a form share one since Go 1.19.6; a part of it
// is no os.File.)
func sizeOnDisk(parsed *multipart.Form) (size int64) {
	for _, headers := range parsed.File {
		for _, header := range headers {
			file, err := header.Open()
			if err != nil {
				continue
			}
			if _, isFile := file.(*os.File); isFile || header.Size > maxFormMemory {
				size += header.Size
			}
			file.Close()
		}
	}
	return size
}
