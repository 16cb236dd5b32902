// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Services that spread what they store over folders of their own, under what is left of a name without its folders.
var shards = map[string]func(store, name string, content []byte) string{
	"by-letter": func(store, name string, _ []byte) string {
		base := baseOf(name)
		return filepath.Join(store, (strings.TrimLeft(base, ".%") + "_")[:1], base)
	},
	"by-hash": func(store, name string, content []byte) string {
		sum := sha256.Sum256(content)
		hash := hex.EncodeToString(sum[:])
		return filepath.Join(store, hash[:2], hash[2:4], baseOf(name))
	},
	"by-date": func(store, name string, _ []byte) string {
		return filepath.Join(store, time.Now().Format("15-04-05.000"), baseOf(name)) // another one for each
	},
	// The fault among them: the name is used as it is, in a folder of a hash.
	"by-hash-trusting": func(store, name string, content []byte) string {
		sum := sha256.Sum256(content)
		return filepath.Join(store, "a"+hex.EncodeToString(sum[:1]), name)
	},
}

func baseOf(name string) string { return path.Base(strings.ReplaceAll(name, "\\", "/")) }

var (
	kept      [][]byte
	keptMutex sync.Mutex
)

// Keep is what the fault "abort-kept" does with the part of a body that came.
func keep(content []byte) {
	keptMutex.Lock()
	defer keptMutex.Unlock()
	kept = append(kept, content)
}
