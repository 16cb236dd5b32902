// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

func init() {
	register(specimen{
		name: "retry-storm",
		leakingDoes: "gives up an upload after 160 ms, but not its work and its buffer: with ten at once most are given " +
			"up, with four none (?pool=N works on so many at once instead of one)",
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
	largestPool   = 1000
)

// A backend is what an upload has to be passed through, say a virus scanner, by a pool of connections that each take one
// at a time.
type backend chan struct{}

// Pools are kept by the number of their connections, each with what waits before it in the cured form.
type pools struct {
	mutex  sync.Mutex
	bySize map[int64]*pool
}

type pool struct {
	backend backend
	slots   chan struct{}
}

var leakingPools, curedPools pools

func (p *pools) of(u *upload) (*pool, error) {
	size, err := u.number("pool", 1, largestPool)
	if err == nil && size == 0 {
		err = refusal{status: http.StatusBadRequest, reason: "a pool has one connection at least"}
	}
	if err != nil {
		return nil, err
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	found := p.bySize[size]
	if found == nil {
		atOnce := size
		if atOnce < uploadsAtOnce {
			atOnce = uploadsAtOnce
		}
		found = &pool{backend: make(backend, size), slots: make(chan struct{}, atOnce)}
		if p.bySize == nil {
			p.bySize = map[int64]*pool{}
		}
		p.bySize[size] = found
	}
	return found, nil
}

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
	pool, err := leakingPools.of(u)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	done := make(chan []byte)
	go func() {
		pool.backend.work(context.Background())
		done <- body
	}()
	select {
	case <-done:
		return nil
	case <-time.After(giveUpAfter):
		u.keep(body)
		u.form.hold(goroutines, 1)
		return refusal{status: http.StatusGatewayTimeout, reason: "the work took too long; try again"}
	}
}

// The cure: what is at work is bounded, who waits costs no buffer, and all of it ends with the request.
func retryStormCured(u *upload) error {
	pool, err := curedPools.of(u)
	if err != nil {
		return err
	}
	c, cancel := context.WithTimeout(u.request.Context(), requestTime)
	defer cancel()
	select {
	case pool.slots <- struct{}{}:
		defer func() { <-pool.slots }()
	case <-c.Done():
		return busy
	}
	if _, err := io.ReadAll(u); err != nil {
		return err
	}
	if err := pool.backend.work(c); err != nil {
		return busy
	}
	return nil
}
