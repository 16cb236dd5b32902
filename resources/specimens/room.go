// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

// Room bounds what all leaks together may hold, bodies that are just being read included, so that a demonstration
// cannot eat the machine. A nil room has no bound.
type room struct {
	limit int64
	of    string // in words: "bytes, see --max-retained"
	taken atomic.Int64
}

func (r *room) take(count int64) error {
	if r != nil && r.taken.Add(count) > r.limit {
		r.taken.Add(-count)
		return r.full()
	}
	return nil
}

func (r *room) give(count int64) {
	if r != nil {
		r.taken.Add(-count)
	}
}

// Fits says whether so much could be taken now.
func (r *room) fits(count int64) bool {
	return r == nil || r.taken.Load()+count <= r.limit
}

func (r *room) full() refusal {
	return refusal{status: http.StatusInsufficientStorage, reason: fmt.Sprintf(
		"the sample server holds as much as it may (%d %s); restart it to go on", r.limit, r.of)}
}
