// SPDX-License-Identifier: GPL-3.0-or-later

package main

// #include <stdlib.h>
import "C"

import (
	"errors"
	"io"
	"unsafe"
)

func init() {
	register(specimen{
		name:        "buffer",
		leakingDoes: "allocates a buffer of 256 KiB outside of Go's heap for each upload and never frees it",
		curedDoes:   "frees the buffer on every path",
		leaking:     buffer,
		cured:       bufferCured,
	})
}

const (
	foreignSize = 256 << 10
	pageSize    = 4 << 10
)

// What malloc takes for it: with its own few bytes it needs one page more.
const foreignMemory = foreignSize + pageSize

// The leak: malloc, as libraries in C use it. Go's heap and profiles know nothing of it; the process's memory does.
func buffer(u *upload) error {
	memory, err := allocate()
	if err != nil {
		return err
	}
	u.keepBytes(foreignSize, foreignMemory)
	return copyThrough(memory, u)
}

// The cure.
func bufferCured(u *upload) error {
	memory, err := allocate()
	if err != nil {
		return err
	}
	defer C.free(memory)
	return copyThrough(memory, u)
}

func allocate() (unsafe.Pointer, error) {
	memory := C.calloc(1, foreignSize)
	if memory == nil {
		return nil, errors.New("no memory")
	}
	// What is never touched takes no memory.
	bytes := unsafe.Slice((*byte)(memory), foreignSize)
	for at := 0; at < foreignSize; at += pageSize {
		bytes[at] = 1
	}
	bytes[foreignSize-1] = 1
	return memory, nil
}

func copyThrough(memory unsafe.Pointer, u *upload) error {
	_, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, u, unsafe.Slice((*byte)(memory), foreignSize))
	return err
}
