// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/rand"
	"encoding/hex"
	"mime"
	"os"
	"path"
	"path/filepath"
	"sync"
)

func init() {
	register(specimen{
		name:        "path-traversal",
		leakingDoes: "stores each file under the name that the client gives, with folders (confined to a folder of its own)",
		curedDoes:   "stores each file under a random name",
		leaking:     pathTraversal,
		cured:       pathTraversalCured,
	})
}

// Below the folder of all stores: files should come into "uploads", and can come into its neighbours.
const (
	traversalRoot    = "path-traversal"
	traversalUploads = "service/uploads"
)

// The leak: "../config/x" is a name, too. Multipart.Part.FileName would cut off the folders; many a service parses
// the header by itself, or uses the name of a PUT.
//
// Confined shows what would happen, and lets nothing leave the specimen's folder.
func pathTraversal(u *upload) error {
	return storeAs(u, confined(path.Join(traversalUploads, clientsName(u))))
}

// The cure: nothing of the name is used.
func pathTraversalCured(u *upload) error {
	var random [16]byte
	if _, err := rand.Read(random[:]); err != nil {
		return err
	}
	return storeAs(u, confined(path.Join(traversalUploads, hex.EncodeToString(random[:]))))
}

// ClientsName is the name as it was sent.
func clientsName(u *upload) string {
	if _, parameters, err := mime.ParseMediaType(u.header.Get("Content-Disposition")); err == nil {
		return parameters["filename"]
	}
	return u.name
}

// Confined resolves a path as if the specimen's folder were the whole file system: ".." at its top leads nowhere.
func confined(name string) string {
	return filepath.Join(folders.store, traversalRoot, filepath.FromSlash(path.Clean("/"+name)))
}

// The last few files stay, whatever they are called.
var (
	traversalMutex sync.Mutex
	traversalFiles []string
)

func storeAs(u *upload, target string) error {
	if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
		return err
	}
	file, err := os.Create(target)
	if err != nil {
		return err
	}
	defer file.Close()
	rememberStored(target)
	return writeBeginning(file, u)
}

func rememberStored(target string) {
	traversalMutex.Lock()
	defer traversalMutex.Unlock()
	for _, known := range traversalFiles {
		if known == target {
			return
		}
	}
	traversalFiles = append(traversalFiles, target)
	if len(traversalFiles) > storeSlots {
		os.Remove(traversalFiles[0])
		traversalFiles = append([]string(nil), traversalFiles[1:]...)
	}
}
