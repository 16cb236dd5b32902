// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"math/rand"
	"sync"
)

func init() {
	register(specimen{
		name:        "noisy",
		leakingDoes: "keeps 2 KiB of each upload amid much noise: pools, garbage, and an index that grows in steps",
		curedDoes:   "makes the same noise and keeps nothing but the index, which is full after 64 uploads",
		leaking:     noisy,
		cured:       makeNoise,
	})
}

const noisyRecord = 2 << 10

var (
	recordMutex sync.Mutex
	records     [][]byte
)

// The leak is small beside the noise.
func noisy(u *upload) error {
	record := make([]byte, noisyRecord)
	copy(record, u.name)
	recordMutex.Lock()
	records = append(records, record)
	recordMutex.Unlock()
	u.keep(record)
	return makeNoise(u)
}

// Buffers of all sizes. A pool gives back what was not needed between two collections.
var noisyBuffers = sync.Pool{New: func() any { return new([]byte) }}

func makeNoise(u *upload) error {
	buffer := noisyBuffers.Get().(*[]byte)
	defer noisyBuffers.Put(buffer)
	if size := 4<<10 + rand.Intn(512<<10); len(*buffer) < size {
		*buffer = make([]byte, size)
	}
	if _, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, u, *buffer); err != nil {
		return err
	}
	for i := 0; i < 16; i++ {
		garbage := make([]byte, 1+rand.Intn(32<<10))
		checksums.add(garbage)
	}
	return nil
}

// A checksumIndex knows the last checksums. A map doubles its space when it needs more, and never gives any back.
type checksumIndex struct {
	mutex  sync.Mutex
	next   int64
	places map[int64][32]byte
}

var checksums = checksumIndex{places: map[int64][32]byte{}}

const checksumCount = 1 << 10

func (c *checksumIndex) add(data []byte) {
	var sum [32]byte
	for at := 0; at < len(data); at += 64 {
		sum[at/64%len(sum)] ^= data[at]
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	delete(c.places, c.next-checksumCount)
	c.places[c.next] = sum
	c.next++
}
