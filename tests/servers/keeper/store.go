// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// A store takes one file per POST, and with it the field "sha256" behind it. A file is there once it is renamed to
// "<key> <name>", both escaped, where the key is the request's Idempotency-Key: whenever the process is killed, a file is
// either whole and there, or not there. A request whose key is there already is answered without storing the file again.
// A request without a key gets one of its own.
type store struct {
	folder string
	last   atomic.Int64
}

func newStore(folder string) *store {
	os.MkdirAll(filepath.Join(folder, "partial"), 0o700)
	return &store{folder: folder}
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	reader, err := r.MultipartReader()
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	key := strings.Trim(r.Header.Get("Idempotency-Key"), `"`)
	if key == "" {
		key = fmt.Sprintf("%d-%d", os.Getpid(), s.last.Add(1))
	}
	code, text := s.receive(reader, key)
	w.WriteHeader(code)
	fmt.Fprintln(w, text)
}

func (s *store) receive(reader *multipart.Reader, key string) (code int, text string) {
	partial := filepath.Join(s.folder, "partial", fmt.Sprintf("%d-%d", os.Getpid(), s.last.Add(1)))
	defer os.Remove(partial)
	name, sum, said := "", "", ""
	for {
		part, err := reader.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return http.StatusBadRequest, err.Error()
		}
		if part.FileName() == "" {
			value, _ := io.ReadAll(io.LimitReader(part, 1024))
			if part.FormName() == "sha256" {
				said = string(value)
			}
			continue
		}
		name = part.FileName()
		if sum, err = write(partial, part); err != nil {
			return http.StatusBadRequest, err.Error()
		}
	}
	if sum == "" || said != sum {
		return http.StatusUnprocessableEntity, "the content's SHA-256 is " + sum + ", not " + said
	}
	place := filepath.Join(s.folder, url.PathEscape(key)+" "+url.PathEscape(name))
	if _, err := os.Stat(place); err == nil {
		return http.StatusOK, "was there"
	}
	if err := os.Rename(partial, place); err != nil {
		return http.StatusInternalServerError, err.Error()
	}
	return http.StatusCreated, "stored"
}

func write(path string, content io.Reader) (string, error) {
	file, err := os.Create(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err = io.Copy(io.MultiWriter(file, hash), content); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
