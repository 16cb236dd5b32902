// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"container/list"
	"io"
	"sync"
)

func init() {
	register(specimen{
		name:        "global-cache",
		leakingDoes: "keeps every version of every file in a package-level map",
		curedDoes:   "keeps the last 64 of them (of up to 8 MiB each): grows, then stops",
		leaking:     globalCache,
		cured:       globalCacheCured,
	})
}

var (
	cacheMutex sync.Mutex
	cache      = map[string][][]byte{} // by file name
)

// The leak: a cache without a bound, at package level, so that nothing ever frees it.
func globalCache(u *upload) error {
	var body bytes.Buffer
	if _, err := body.ReadFrom(u); err != nil {
		return err
	}
	cacheMutex.Lock()
	cache[u.name] = append(cache[u.name], body.Bytes())
	cacheMutex.Unlock()
	u.keep(body.Bytes())
	return nil
}

// Together they bound the cache to 512 MiB.
const (
	boundedCacheLength   = 64
	boundedCacheFileSize = 8 << 20
)

var (
	boundedCacheMutex sync.Mutex
	boundedCache      list.List // of []byte, the newest first
)

// The cure: the same with a bound, and without what is too large for it.
func globalCacheCured(u *upload) error {
	body, err := io.ReadAll(io.LimitReader(u, boundedCacheFileSize+1))
	if err != nil {
		return err
	}
	if len(body) > boundedCacheFileSize {
		return readAllCured(u) // streams the rest
	}
	u.keep(body)

	boundedCacheMutex.Lock()
	defer boundedCacheMutex.Unlock()
	boundedCache.PushFront(body)
	if boundedCache.Len() > boundedCacheLength {
		u.form.drop(boundedCache.Remove(boundedCache.Back()).([]byte))
	}
	return nil
}
