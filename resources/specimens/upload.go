// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"time"
)

// An upload is the content of one file while it arrives.
type upload struct {
	name    string // the client's, without folders
	form    *form
	request *http.Request
	header  textproto.MIMEHeader // of its part; nil if it is the whole body

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
	u.keepBytes(int64(len(body)), int64(cap(body)))
}

// KeepBytes says that so many bytes stay when the upload is over, and the memory that this takes (on disk: none).
func (u *upload) keepBytes(bytes, memory int64) {
	u.taken -= bytes
	u.form.retained.Add(bytes)
	u.form.memory.Add(memory)
}

// Close gives back the room that was needed only while reading.
func (u *upload) close() {
	u.form.room.give(u.taken)
	u.taken = 0
}

// Number is a parameter of the URL's query, from 0 to maximum.
func (u *upload) number(parameter string, fallback, maximum int64) (int64, error) {
	text := u.request.URL.Query().Get(parameter)
	if text == "" {
		return fallback, nil
	}
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || number > maximum {
		return 0, refusal{status: http.StatusBadRequest,
			reason: "the parameter " + parameter + " must be a number from 0 to " + strconv.FormatInt(maximum, 10)}
	}
	return number, nil
}

// Milliseconds is a parameter of the URL's query, too.
func (u *upload) milliseconds(parameter string, fallback time.Duration) (time.Duration, error) {
	number, err := u.number(parameter, fallback.Milliseconds(), time.Hour.Milliseconds())
	return time.Duration(number) * time.Millisecond, err
}
