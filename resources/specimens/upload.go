// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "io"

// An upload is the content of one file while it arrives.
type upload struct {
	name string // the client's, without folders
	form *form

	body  io.Reader
	size  int64 // received so far
	taken int64 // of the form's room, and not yet retained
}

func (u *upload) Read(buffer []byte) (int, error) {
	n, err := u.body.Read(buffer)
	u.size += int64(n)
	if u.form.room != nil {
		if noRoom := u.form.room.take(int64(n)); noRoom != nil {
			return 0, noRoom
		}
		u.taken += int64(n)
	}
	return n, err
}

// Keep says that body stays in memory when the upload is over.
func (u *upload) keep(body []byte) {
	u.taken -= int64(len(body))
	u.form.retained.Add(int64(len(body)))
	u.form.memory.Add(int64(cap(body)))
}

// Close gives back the room that was needed only while reading.
func (u *upload) close() {
	u.form.room.give(u.taken)
	u.taken = 0
}
