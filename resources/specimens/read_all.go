// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"sync"
)

func init() {
	register(specimen{
		name:        "read-all",
		leakingDoes: "reads each file into memory and keeps it",
		curedDoes:   "streams each file through one reused buffer",
		leaking:     readAll,
		cured:       readAllCured,
	})
}

var (
	keptBodiesMutex sync.Mutex
	keptBodies      [][]byte
)

// The leak: the whole body in memory, in a slice that only grows.
func readAll(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	keptBodiesMutex.Lock()
	keptBodies = append(keptBodies, body)
	keptBodiesMutex.Unlock()
	u.keep(body)
	return nil
}

var copyBuffers = sync.Pool{New: func() any {
	buffer := make([]byte, 64<<10)
	return &buffer
}}

// The cure: never more than one buffer, and the buffer is used again. A real service would write to a file here.
func readAllCured(u *upload) error {
	buffer := copyBuffers.Get().(*[]byte)
	defer copyBuffers.Put(buffer)
	store := struct{ io.Writer }{io.Discard} // io.Discard itself would not use the buffer
	_, err := io.CopyBuffer(store, u, *buffer)
	return err
}
