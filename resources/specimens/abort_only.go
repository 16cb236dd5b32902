// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"sync"
)

func init() {
	register(specimen{
		name:        "abort-only",
		leakingDoes: "forgets what it received of an upload that the client breaks off",
		curedDoes:   "cleans up on every path",
		leaking:     abortOnly,
		cured:       abortOnlyCured,
	})
}

// Uploads that are under way, for a page that shows their progress, say.
type underWay struct {
	mutex  sync.Mutex
	next   int64
	bodies map[int64]*bytes.Buffer
}

var unfinished = underWay{bodies: map[int64]*bytes.Buffer{}}

func (w *underWay) add(body *bytes.Buffer) (id int64) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.next++
	w.bodies[w.next] = body
	return w.next
}

func (w *underWay) remove(id int64) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	delete(w.bodies, id)
}

// The leak: remove is reached only by uploads that succeed.
func abortOnly(u *upload) error {
	body := new(bytes.Buffer)
	id := unfinished.add(body)
	if _, err := body.ReadFrom(u); err != nil {
		u.keep(body.Bytes())
		return err
	}
	unfinished.remove(id)
	return nil
}

// The cure: one word, defer.
func abortOnlyCured(u *upload) error {
	body := new(bytes.Buffer)
	defer unfinished.remove(unfinished.add(body))
	_, err := body.ReadFrom(u)
	return err
}
