// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "sync"

func init() {
	register(specimen{
		name:        "listener",
		leakingDoes: "registers a callback for each upload and never removes it",
		curedDoes:   "removes the callback when the upload ends",
		leaking:     listener,
		cured:       listenerCured,
	})
}

// A broadcast tells each listener of every upload that was stored.
type broadcast struct {
	mutex     sync.Mutex
	next      int
	listeners map[int]func(size int64)
}

var storedFiles = broadcast{listeners: map[int]func(int64){}}

func (b *broadcast) add(listener func(int64)) (remove func()) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	id := b.next
	b.next++
	b.listeners[id] = listener
	return func() {
		b.mutex.Lock()
		defer b.mutex.Unlock()
		delete(b.listeners, id)
	}
}

func (b *broadcast) tell(size int64) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for _, listener := range b.listeners {
		listener(size)
	}
}

// What an upload remembers of the others while it runs.
const historyLength = 8 << 10

// The leak: the broadcast outlives the upload, so the callback does, and so does all that the callback uses.
func listener(u *upload) error {
	history := make([]int64, 0, historyLength)
	storedFiles.add(func(size int64) {
		if len(history) < cap(history) {
			history = append(history, size)
		}
	})
	u.keepBytes(historyLength*8, historyLength*8)
	err := readAllCured(u)
	storedFiles.tell(u.size)
	return err
}

// The cure: what is added is removed, whatever happens in between.
func listenerCured(u *upload) error {
	history := make([]int64, 0, historyLength)
	remove := storedFiles.add(func(size int64) {
		if len(history) < cap(history) {
			history = append(history, size)
		}
	})
	defer remove()
	err := readAllCured(u)
	storedFiles.tell(u.size)
	return err
}
