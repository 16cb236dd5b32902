// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"
)

// Stats remember every request, to prove that none was sent twice.
type stats struct {
	mutex       sync.Mutex
	connections int // ever accepted
	open        int
	active      int // requests that wait for their answer
	peak        int // the most of them at once
	records     []*record
	windowEnd   time.Time // of the behaviour "limit"
	admitted    int64     // until then
}

// A record is one request. Guarded by the mutex of its stats.
type record struct {
	id           string
	target       string
	received     int64 // of the body, while it was read
	drained      int64 // of the body, while lingering after the answer
	complete     bool
	answered     bool
	fileBytes    int64
	firstForeign int64
}

func newStats() *stats { return &stats{} }

func (s *stats) connected()    { s.change(func() { s.connections++; s.open++ }) }
func (s *stats) disconnected() { s.change(func() { s.open-- }) }

// Uncount takes back connected.
func (s *stats) uncount() { s.change(func() { s.connections--; s.open-- }) }

func (s *stats) change(with func()) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	with()
}

// See remembers a request.
func (s *stats) see(h *head) *record {
	r := &record{id: h.url.Query().Get("id"), target: h.method + " " + h.target, firstForeign: -1}
	if r.id == "" {
		r.id = h.header("X-Upload-Id")
	}
	s.change(func() { s.records = append(s.records, r) })
	return r
}

func (s *stats) begin() {
	s.change(func() {
		s.active++
		if s.peak < s.active {
			s.peak = s.active
		}
	})
}

// Waiting tells how many requests wait for their answer.
func (s *stats) waiting() (n int) {
	s.change(func() { n = s.active })
	return n
}

func (s *stats) requestsOf(id string) (n int) {
	s.change(func() {
		for _, r := range s.records {
			if r.id == id {
				n++
			}
		}
	})
	return n
}

// Admit counts one more in this window, or tells how long it is to the next one.
func (s *stats) admit(quota int64, window time.Duration) (wait time.Duration) {
	s.change(func() {
		now := time.Now()
		if !now.Before(s.windowEnd) {
			s.windowEnd, s.admitted = now.Add(window), 0
		}
		if s.admitted++; s.admitted > quota {
			wait = s.windowEnd.Sub(now)
		}
	})
	return wait
}

func (s *stats) end() { s.change(func() { s.active-- }) }

// What /stats says of all requests with one id.
type uploadStats struct {
	Requests     int      `json:"requests"`
	Received     int64    `json:"received"`
	Drained      int64    `json:"drained"`
	Complete     int      `json:"complete"` // requests whose whole body was read
	Answered     int      `json:"answered"` // requests that got a final answer
	FileBytes    int64    `json:"fileBytes"`
	FirstForeign int64    `json:"firstForeign"` // of the first request that has one; -1: none
	Targets      []string `json:"targets"`      // method and target of each, in order
}

func (s *stats) summary() map[string]any {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	uploads := map[string]*uploadStats{}
	for _, r := range s.records {
		u := uploads[r.id]
		if u == nil {
			u = &uploadStats{FirstForeign: -1}
			uploads[r.id] = u
		}
		u.Requests++
		u.Received += r.received
		u.Drained += r.drained
		u.FileBytes += r.fileBytes
		u.Targets = append(u.Targets, r.target)
		if r.complete {
			u.Complete++
		}
		if r.answered {
			u.Answered++
		}
		if u.FirstForeign < 0 {
			u.FirstForeign = r.firstForeign
		}
	}
	return map[string]any{"connections": s.connections, "open": s.open, "requests": len(s.records),
		"peak": s.peak, "uploads": uploads}
}

// AnswerStats ends the connection.
func (s *server) answerStats(c *connection) {
	text, _ := json.Marshal(s.stats.summary())
	fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"+
		"Connection: close\r\n\r\n%s", len(text), text)
	c.end(endFin)
}
