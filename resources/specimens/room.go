// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"errors"
	"sync/atomic"
)

var errNoRoom = errors.New("no room left")

// Room bounds what all leaks together may hold, bodies that are just being read included, so that a demonstration
// cannot eat the machine. A nil room has no bound.
type room struct {
	limit int64
	taken atomic.Int64
}

func (r *room) take(bytes int64) error {
	if r != nil && r.taken.Add(bytes) > r.limit {
		r.taken.Add(-bytes)
		return errNoRoom
	}
	return nil
}

func (r *room) give(bytes int64) {
	if r != nil {
		r.taken.Add(-bytes)
	}
}

// Fits says whether that many bytes could be taken now.
func (r *room) fits(bytes int64) bool {
	return r == nil || r.taken.Load()+bytes <= r.limit
}
