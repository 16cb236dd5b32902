// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"sort"
	"sync/atomic"
)

// A specimen is one known leak and its cure. To add one, add a file that calls register from its init function.
//
// Both functions read the upload to its end and say what they retain by upload.keep and form.drop. Their names are
// what a heap profile shows as guilty.
type specimen struct {
	name                   string // as in the URL
	leakingDoes, curedDoes string // each in one short sentence without a full stop
	leaking, cured         func(*upload) error
}

var specimens []specimen

func register(s specimen) {
	specimens = append(specimens, s)
}

// A form is a specimen as it is served under one URL.
type form struct {
	specimen specimen
	kind     string // "leaking" or "cured", as in the JSON line and in the metrics' labels
	take     func(*upload) error
	room     *room // nil: bounded by itself

	uploads  atomic.Int64 // stored completely
	retained atomic.Int64 // bytes of their bodies that are still held
	memory   atomic.Int64 // what holding them costs: the capacity of the buffers, not only what is used of them
}

// FormsOf returns the leaking and the cured form of each specimen, by name. What leaks shares one room.
func formsOf(list []specimen, leaks *room) []*form {
	var forms []*form
	for _, s := range list {
		forms = append(forms,
			&form{specimen: s, kind: "leaking", take: s.leaking, room: leaks},
			&form{specimen: s, kind: "cured", take: s.cured})
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
	f.retained.Add(-int64(len(body)))
	f.memory.Add(-int64(cap(body)))
	f.room.give(int64(len(body)))
}
