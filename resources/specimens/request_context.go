// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "sync"

func init() {
	register(specimen{
		name:        "request-context",
		leakingDoes: "stores 4 KiB of context for each request in a map and never removes it",
		curedDoes:   "removes the context when the request ends",
		leaking:     requestContext,
		cured:       requestContextCured,
	})
}

const contextSize = 4 << 10

// A requestScope is what the parts of a service tell each other about one request.
type requestScope struct {
	name string
	log  [contextSize - 16]byte
}

var (
	contextMutex sync.Mutex
	nextContext  int64
	contexts     = map[int64]*requestScope{} // by the request's number
)

func addContext(c *requestScope) (id int64) {
	contextMutex.Lock()
	defer contextMutex.Unlock()
	nextContext++
	contexts[nextContext] = c
	return nextContext
}

func removeContext(id int64) {
	contextMutex.Lock()
	defer contextMutex.Unlock()
	delete(contexts, id)
}

// The leak: the map outlives the request, and nobody else knows that the request is over.
func requestContext(u *upload) error {
	c := &requestScope{name: u.name}
	copy(c.log[:], u.name)
	addContext(c)
	u.keepBytes(contextSize, contextSize)
	return readAllCured(u)
}

// The cure: deferred where it was added, so that no path can miss it.
func requestContextCured(u *upload) error {
	c := &requestScope{name: u.name}
	copy(c.log[:], u.name)
	defer removeContext(addContext(c))
	return readAllCured(u)
}
