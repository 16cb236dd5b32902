// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"errors"
	"io"
	"net/http"
)

func init() {
	register(specimen{
		name:        "pipe-goroutine",
		leakingDoes: "stops reading a pipe early, so that the goroutine which writes waits for ever",
		curedDoes:   "closes the pipe's reading end",
		leaking:     pipeGoroutine,
		cured:       pipeGoroutineCured,
		counts:      []resource{goroutines},
	})
}

// What is passed through the pipe, and what is needed of it. Uploads that are not larger than the latter do not leak.
const (
	pipedSize  = 64 << 10
	neededSize = 512
)

// The leak: a write to a pipe returns when all of it was read, or when the reading end is closed. Neither happens.
func pipeGoroutine(u *upload) error {
	beginning, err := io.ReadAll(io.LimitReader(u, pipedSize))
	if err != nil {
		return err
	}
	reader, writer := io.Pipe()
	go func() {
		writer.Write(beginning)
		writer.Close()
	}()
	if _, err := typeOf(reader); err != nil {
		return err
	}
	if len(beginning) > neededSize {
		u.keep(beginning)
		u.form.hold(goroutines, 1)
	}
	return readAllCured(u)
}

// The cure: Close makes the write return with an error.
func pipeGoroutineCured(u *upload) error {
	beginning, err := io.ReadAll(io.LimitReader(u, pipedSize))
	if err != nil {
		return err
	}
	reader, writer := io.Pipe()
	defer reader.Close()
	go func() {
		writer.Write(beginning)
		writer.Close()
	}()
	if _, err := typeOf(reader); err != nil {
		return err
	}
	return readAllCured(u)
}

func typeOf(reader io.Reader) (string, error) {
	var needed [neededSize]byte
	n, err := io.ReadFull(reader, needed[:])
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", err
	}
	return http.DetectContentType(needed[:n]), nil
}
