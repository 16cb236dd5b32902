// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"io"
	"net/http"
	"time"
)

func init() {
	register(specimen{
		name: "retry-storm",
		leakingDoes: "gives up an upload after 160 ms, but not its work and its buffer: with ten at once most are given " +
			"up, with four none",
		curedDoes: "works on four at once, lets others wait before they are read, and ends the work with the request",
		leaking:   retryStorm,
		cured:     retryStormCured,
		counts:    []resource{goroutines},
	})
}

const (
	workTime      = 20 * time.Millisecond // for each upload, one after the other
	giveUpAfter   = 160 * time.Millisecond
	requestTime   = 10 * time.Second
	uploadsAtOnce = 4
)

// A backend is what an upload has to be passed through, say a virus scanner, and it takes one at a time.
type backend chan struct{}

var leakingBackend, curedBackend = make(backend, 1), make(backend, 1)

// Work returns early when nobody waits for it any more.
func (b backend) work(c context.Context) error {
	select {
	case b <- struct{}{}:
		defer func() { <-b }()
	case <-c.Done():
		return c.Err()
	}
	select {
	case <-time.After(workTime):
		return nil
	case <-c.Done():
		return c.Err()
	}
}

var busy = refusal{status: http.StatusServiceUnavailable, reason: "the server is busy", retryAfter: 1}

// The leak: when the handler gave up, nobody receives from done, so the goroutine waits for ever with the body.
// That is not all: the work for nothing delays the others, so that they are given up, too, and tried again.
func retryStorm(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	done := make(chan []byte)
	go func() {
		leakingBackend.work(context.Background())
		done <- body
	}()
	select {
	case <-done:
		return nil
	case <-time.After(giveUpAfter):
		u.keep(body)
		u.form.hold(goroutines, 1)
		return refusal{status: http.StatusServiceUnavailable, reason: "the work took too long; try again"}
	}
}

var uploadSlots = make(chan struct{}, uploadsAtOnce)

// The cure: what is at work is bounded, who waits costs no buffer, and all of it ends with the request.
func retryStormCured(u *upload) error {
	c, cancel := context.WithTimeout(u.request.Context(), requestTime)
	defer cancel()
	select {
	case uploadSlots <- struct{}{}:
		defer func() { <-uploadSlots }()
	case <-c.Done():
		return busy
	}
	if _, err := io.ReadAll(u); err != nil {
		return err
	}
	if err := curedBackend.work(c); err != nil {
		return busy
	}
	return nil
}
