// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"net/http"
	"sync/atomic"
)

func init() {
	register(specimen{
		name:        "settable",
		leakingDoes: "keeps one object of ?bytes=N (default 1024, at most 64 MiB) for each upload",
		curedDoes:   "makes the same object and lets it go",
		leaking:     settable,
		cured:       settableCured,
	})
}

// What refers to the objects is no part of the heap, so that each upload costs its object and nothing else: the
// program's own data, of which the system provides what is touched.
var (
	keptObjects     [1 << 18]*byte
	keptObjectCount atomic.Int64
)

const maxObjectSize = 64 << 20

// The leak: exactly one object per upload. Its capacity is what the allocator rounds its size up to.
func settable(u *upload) error {
	size, err := u.number("bytes", 1024, maxObjectSize)
	if err != nil {
		return err
	}
	if err := readAllCured(u); err != nil || size == 0 {
		return err
	}
	if err := u.form.room.take(size); err != nil {
		return err
	}
	u.taken += size
	at := keptObjectCount.Add(1) - 1
	if at >= int64(len(keptObjects)) {
		return refusal{status: http.StatusInsufficientStorage, reason: "this specimen keeps no more objects"}
	}
	object := append([]byte(nil), make([]byte, size)...)
	keptObjects[at] = &object[0]
	u.keep(object)
	return nil
}

// Refers to an object for a moment, so that the compiler cannot leave it out.
var lastObject atomic.Pointer[byte]

// The cure: the same work, and nothing refers to the object afterwards.
func settableCured(u *upload) error {
	size, err := u.number("bytes", 1024, maxObjectSize)
	if err != nil {
		return err
	}
	if err := readAllCured(u); err != nil || size == 0 {
		return err
	}
	object := append([]byte(nil), make([]byte, size)...)
	lastObject.Store(&object[0])
	lastObject.Store(nil)
	return nil
}
