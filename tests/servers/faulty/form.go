// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"mime"
	"mime/multipart"
)

// A receipt says what came, as /ok answers it.
type receipt struct {
	Received int64             `json:"received"` // of the whole body, in bytes
	Sha256   string            `json:"sha256"`   // of the whole body
	Complete bool              `json:"complete"`
	Fields   map[string]string `json:"fields"` // the first KiB of each
	Files    []*fileReceipt    `json:"files"`
}

type fileReceipt struct {
	Field        string `json:"field"`
	Name         string `json:"name"`
	Disposition  string `json:"disposition"` // the raw header
	ContentType  string `json:"contentType"`
	Bytes        int64  `json:"bytes"`
	Sha256       string `json:"sha256"`
	FirstForeign int64  `json:"firstForeign"` // offset of the first byte that is not the pattern's; -1: none
}

// How to look at a body.
type inspection struct {
	hash    bool
	pattern bool
	seed    byte
	onFile  func(*fileReceipt) // when a file begins, and when it has ended
}

// Receive reads b to its end, or as far as b goes, and never fails: what is missing is seen in the receipt.
func receive(b *body, contentType string, look inspection) *receipt {
	r := &receipt{Fields: map[string]string{}, Files: []*fileReceipt{}}
	digest := sha256.New()
	var raw io.Reader = b
	if look.hash {
		raw = io.TeeReader(b, digest)
	}
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err == nil && kind == "multipart/form-data" {
		r.readParts(multipart.NewReader(raw, parameters["boundary"]), look)
	} else if look.pattern {
		r.readFile(&fileReceipt{ContentType: contentType}, raw, look)
	}
	io.CopyBuffer(struct{ io.Writer }{io.Discard}, raw, make([]byte, 256<<10)) // what follows the last boundary, too
	r.Received = b.read
	r.Complete = b.complete
	r.Sha256 = sum(digest, look)
	return r
}

func (r *receipt) readParts(parts *multipart.Reader, look inspection) {
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return
		}
		if part.FileName() == "" {
			text, _ := io.ReadAll(io.LimitReader(part, 1024))
			r.Fields[part.FormName()] = string(text)
			continue
		}
		r.readFile(&fileReceipt{
			Field:       part.FormName(),
			Name:        part.FileName(),
			Disposition: part.Header.Get("Content-Disposition"),
			ContentType: part.Header.Get("Content-Type"),
		}, part, look)
	}
}

func (r *receipt) readFile(f *fileReceipt, content io.Reader, look inspection) {
	f.FirstForeign = -1
	r.Files = append(r.Files, f)
	look.onFile(f)
	defer look.onFile(f)
	digest := sha256.New()
	check := &patternCheck{seed: look.seed, firstForeign: -1}
	var writers []io.Writer
	if look.hash {
		writers = append(writers, digest)
	}
	if look.pattern {
		writers = append(writers, check)
	}
	f.Bytes, _ = io.CopyBuffer(io.MultiWriter(writers...), content, make([]byte, 64<<10))
	f.Sha256 = sum(digest, look)
	f.FirstForeign = check.firstForeign
}

func sum(digest hash.Hash, look inspection) string {
	if !look.hash {
		return ""
	}
	return hex.EncodeToString(digest.Sum(nil))
}
