// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"container/list"
	"io"
	"sync"
)

func init() {
	register(specimen{
		name:        "lru-1000",
		leakingDoes: "keeps the last 1000 files, and forgets to remove older ones from the index",
		curedDoes:   "keeps the last 1000 files, so it cannot be told from a leak by fewer uploads",
		leaking:     lru1000,
		cured:       lru1000Cured,
		curedGrows:  true,
	})
}

const lruLength = 1000

// An lru is a cache that drops what was stored first.
type lru struct {
	mutex sync.Mutex
	order list.List                // of *lruFile, the newest first
	index map[string]*list.Element // by file name
}

type lruFile struct {
	name string
	body []byte
}

var leakingLru, curedLru = lru{index: map[string]*list.Element{}}, lru{index: map[string]*list.Element{}}

// Put returns what is no longer in the order, or nil: a file of the same name, else the oldest of too many.
func (l *lru) put(name string, body []byte) (replaced, oldest *lruFile) {
	if element := l.index[name]; element != nil {
		l.order.Remove(element) // does nothing if it is no longer in there
		replaced = element.Value.(*lruFile)
	}
	l.index[name] = l.order.PushFront(&lruFile{name, body})
	if l.order.Len() > lruLength {
		oldest = l.order.Remove(l.order.Back()).(*lruFile)
	}
	return replaced, oldest
}

// The leak: the index refers to each file, too. It shows only after a thousand uploads of different names.
func lru1000(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	u.keep(body)
	leakingLru.mutex.Lock()
	defer leakingLru.mutex.Unlock()
	if replaced, _ := leakingLru.put(u.name, body); replaced != nil {
		u.form.drop(replaced.body)
	}
	return nil
}

// The cure: out of both.
func lru1000Cured(u *upload) error {
	body, err := io.ReadAll(u)
	if err != nil {
		return err
	}
	u.keep(body)
	curedLru.mutex.Lock()
	defer curedLru.mutex.Unlock()
	replaced, oldest := curedLru.put(u.name, body)
	if replaced != nil {
		u.form.drop(replaced.body)
	}
	if oldest != nil {
		delete(curedLru.index, oldest.name)
		u.form.drop(oldest.body)
	}
	return nil
}
