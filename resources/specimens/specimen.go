// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"net/http"
	"sort"
	"sync/atomic"
)

// A specimen is one known leak and its cure. To add one, add a file that calls register from its init function.
//
// Both functions read the upload to its end and say what they retain by upload.keep, form.drop and form.hold. Their
// names are what a heap profile shows as guilty.
type specimen struct {
	name                   string // as in the URL
	leakingDoes, curedDoes string // each in one short sentence without a full stop
	leaking, cured         func(*upload) error

	// For what goes wrong before there is a file; nil: receiveFiles.
	leakingReceive, curedReceive receiver

	counts     []resource // what it holds besides bytes
	curedGrows bool       // up to a bound that is large, so it shares the room of what leaks
}

// A receiver takes a whole request and returns one line for each file that was stored.
type receiver func(f *form, w http.ResponseWriter, r *http.Request) (string, error)

var specimens []specimen

func register(s specimen) {
	specimens = append(specimens, s)
}

// A resource is counted in pieces, beside the bytes.
type resource int

const (
	descriptors resource = iota
	goroutines
	files
	resourceCount
)

// A form is a specimen as it is served under one URL.
type form struct {
	specimen specimen
	kind     string // "leaking" or "cured", as in the JSON line and in the metrics' labels
	take     func(*upload) error
	receive  receiver
	room     *room // nil: bounded by itself

	uploads  atomic.Int64 // stored completely
	retained atomic.Int64 // bytes that are still held, of files and of what was needed to take them
	memory   atomic.Int64 // what holding them costs: the capacity of the buffers, not only what is used of them
	held     [resourceCount]atomic.Int64

	stored atomic.Int64 // see store()
}

// FormsOf returns the leaking and the cured form of each specimen, by name. What leaks shares one room.
func formsOf(list []specimen, leaks *room) []*form {
	var forms []*form
	add := func(s specimen, kind string, take func(*upload) error, receive receiver, room *room) {
		if receive == nil {
			receive = (*form).receiveFiles
		}
		forms = append(forms, &form{specimen: s, kind: kind, take: take, receive: receive, room: room})
	}
	for _, s := range list {
		curedRoom := leaks
		if !s.curedGrows {
			curedRoom = nil
		}
		add(s, "leaking", s.leaking, s.leakingReceive, leaks)
		add(s, "cured", s.cured, s.curedReceive, curedRoom)
	}
	sort.SliceStable(forms, func(i, j int) bool { return forms[i].specimen.name < forms[j].specimen.name })
	return forms
}

func (f *form) path() string {
	if f.kind == "cured" {
		return "/upload/" + f.specimen.name + "/cured"
	}
	return "/upload/" + f.specimen.name
}

func (f *form) summary() string {
	if f.kind == "cured" {
		return f.specimen.curedDoes
	}
	return f.specimen.leakingDoes
}

// Drop says that body, once kept, is no longer held.
func (f *form) drop(body []byte) {
	f.dropBytes(int64(len(body)), int64(cap(body)))
}

// DropBytes is the contrary of upload.keepBytes.
func (f *form) dropBytes(bytes, memory int64) {
	f.retained.Add(-bytes)
	f.memory.Add(-memory)
	f.room.give(bytes)
}

// Hold says that so many more of a resource are held, or fewer.
func (f *form) hold(what resource, count int64) {
	f.held[what].Add(count)
}
