// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

var (
	errStop    = errors.New("read as much as asked to")
	errChunked = errors.New("bad chunk")
)

// A body reads a request's content: no more than asked to, no faster than asked to, and counting.
type body struct {
	connection  *connection
	length      int64 // of what is left of the content, or of the chunk
	chunked     bool
	mayContinue bool // the client waits for "100 Continue"

	limit    int64 // of all that is read; -1: none
	rate     int64 // bytes per second; 0: any
	received func(n int64)
	read     int64
	complete bool
	broken   bool // the client went away, or sent nonsense
}

func newBody(c *connection, h *head) *body {
	b := &body{connection: c, limit: -1, received: func(int64) {}}
	b.chunked = strings.EqualFold(h.header("Transfer-Encoding"), "chunked")
	b.mayContinue = strings.EqualFold(h.header("Expect"), "100-continue")
	if !b.chunked {
		b.length, _ = strconv.ParseInt(h.header("Content-Length"), 10, 64)
	}
	return b
}

func (b *body) Read(buffer []byte) (int, error) {
	if err := b.prepare(); err != nil {
		b.broken = b.broken || err != io.EOF && err != errStop
		return 0, err
	}
	most := int64(len(buffer))
	if most > b.length {
		most = b.length
	}
	if b.limit >= 0 && most > b.limit-b.read {
		most = b.limit - b.read
	}
	if b.rate > 0 {
		most = b.await(most)
	}
	n, err := b.connection.reader.Read(buffer[:most])
	b.length -= int64(n)
	b.read += int64(n)
	b.received(int64(n))
	if err != nil { // before the end, so even io.EOF is one
		b.broken = true
		return n, io.ErrUnexpectedEOF
	}
	return n, nil
}

// Prepare returns nil when at least one byte is to come.
func (b *body) prepare() error {
	if !b.chunked && b.length == 0 {
		b.complete = true
	}
	if b.broken {
		return io.ErrUnexpectedEOF
	}
	if b.complete {
		return io.EOF
	}
	if b.limit >= 0 && b.read >= b.limit {
		return errStop
	}
	if b.mayContinue {
		b.mayContinue = false
		io.WriteString(b.connection, "HTTP/1.1 100 Continue\r\n\r\n")
	}
	if b.chunked && b.length == 0 {
		if err := b.nextChunk(); err != nil {
			return err
		}
		if b.length == 0 {
			b.complete = true
			return io.EOF
		}
	}
	return nil
}

// NextChunk leaves a length of 0 after the last.
func (b *body) nextChunk() error {
	line, err := readLine(b.connection.reader)
	if err == nil && line == "" && b.read > 0 { // the end of the previous chunk
		line, err = readLine(b.connection.reader)
	}
	if err != nil {
		return err
	}
	size, _, _ := strings.Cut(line, ";")
	if b.length, err = strconv.ParseInt(strings.TrimSpace(size), 16, 64); err != nil || b.length < 0 {
		return errChunked
	}
	for b.length == 0 && line != "" { // trailers
		if line, err = readLine(b.connection.reader); err != nil {
			return err
		}
	}
	return nil
}

// Await returns how much may be read after waiting for it: a twentieth of a second's worth.
func (b *body) await(most int64) int64 {
	share := b.rate/20 + 1
	if most > share {
		most = share
	}
	time.Sleep(time.Duration(most) * time.Second / time.Duration(b.rate))
	return most
}
