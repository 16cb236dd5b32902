// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"time"
)

// What follows when the body is read as far as planned.
type sequel int

const (
	answers  sequel = iota
	silence         // no answer; the connection stays
	vanishes        // no answer; the connection ends
	stalls          // no answer, and nothing more is read
)

// A plan is all that is going to happen to one request.
type plan struct {
	interim      []int
	interimAfter bool
	read         int64 // bytes of the body; -1: all
	rate         int64
	look         inspection
	then         sequel
	delay        time.Duration
	answer       answer
	pause        time.Duration
	ending       string // "": keep if the whole body was read, else linger
	unsaid       bool   // the answer does not announce the ending
	endsAtNext   bool   // … when the next request arrives
}

// An answer is a final one.
type answer struct {
	status  int
	headers []string
	// Content is called when the body was read as planned. Length -1: ends with the connection.
	content func(e *exchange) (content io.Reader, length int64)
	rate    int64                     // bytes of content per second; 0: any
	raw     func(out io.Writer) error // replaces all of the above
}
