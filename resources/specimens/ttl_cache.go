// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"sync"
	"time"
)

func init() {
	register(specimen{
		name:        "ttl-cache",
		leakingDoes: "keeps each file, and would drop it after its time only if somebody asked for it",
		curedDoes:   "drops each file after its time, ?milliseconds=N (default 30000): given back late, but given back",
		leaking:     ttlCache,
		cured:       ttlCacheCured,
		curedGrows:  true,
	})
}

const timeToLive = 30 * time.Second

type ttlEntry struct {
	body    []byte
	expires time.Time
}

var (
	ttlMutex                     sync.Mutex
	leakingEntries, curedEntries = map[string]*ttlEntry{}, map[string]*ttlEntry{} // by file name
)

// PutEntry takes the place of an entry of the same name.
func putEntry(u *upload, entries map[string]*ttlEntry, body []byte) (*ttlEntry, time.Duration, error) {
	life, err := u.milliseconds("milliseconds", timeToLive)
	if err != nil {
		return nil, 0, err
	}
	u.keep(body)
	entry := &ttlEntry{body, time.Now().Add(life)}
	ttlMutex.Lock()
	defer ttlMutex.Unlock()
	if old := entries[u.name]; old != nil {
		u.form.drop(old.body)
	}
	entries[u.name] = entry
	return entry, life, nil
}

// The leak: entries expire, but only a lookup looks at the time, and most files are never asked for again.
func ttlCache(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	_, _, err = putEntry(u, leakingEntries, body)
	return err
}

// The cure: a timer drops it.
func ttlCacheCured(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	entry, life, err := putEntry(u, curedEntries, body)
	if err != nil {
		return err
	}
	f, name := u.form, u.name
	time.AfterFunc(life, func() {
		ttlMutex.Lock()
		defer ttlMutex.Unlock()
		if curedEntries[name] == entry {
			delete(curedEntries, name)
			f.drop(entry.body)
		}
	})
	return nil
}
