// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"sync"
)

func init() {
	register(specimen{
		name:        "closure",
		leakingDoes: "computes the sum of all sizes by a closure that holds the body and the closure before it",
		curedDoes:   "copies the sum, and lets the body go",
		leaking:     closure,
		cured:       closureCured,
	})
}

// Both are asked by nobody but the next upload: that is enough to stay alive.
var (
	sumMutex sync.Mutex
	sum      = func() int64 { return 0 }
	curedSum = func() int64 { return 0 }
)

// The leak: the newest closure needs one number of the upload and holds all of it; by the closure before, it holds all
// uploads. Only one variable refers to them, so there is no collection to be seen that grows.
func closure(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	sumMutex.Lock()
	before := sum
	sum = func() int64 { return before() + int64(len(body)) }
	sumMutex.Unlock()
	u.keep(body)
	return nil
}

// The cure: what the closure needs is copied first. The body is still read into memory, and is garbage then.
func closureCured(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	sumMutex.Lock()
	defer sumMutex.Unlock()
	total := curedSum() + int64(len(body))
	curedSum = func() int64 { return total }
	return nil
}
