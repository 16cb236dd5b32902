// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

// Where specimens write, and nowhere else. All is removed when this program ends, however it ends.
var folders struct {
	temporary string // TMPDIR of this program: what should be empty between uploads
	store     string // where files are meant to stay; each specimen keeps few
}

// MakeFolders starts a shell that removes them. It waits for the end of its input, of which we hold the other end: that
// works also if we are killed.
func makeFolders() error {
	root, err := os.MkdirTemp("", "tidemark-specimens-")
	if err != nil {
		return err
	}
	if err := startCleaner(root); err != nil {
		os.Remove(root)
		return err
	}
	folders.temporary = filepath.Join(root, "tmp")
	folders.store = filepath.Join(root, "store")
	os.Setenv("TMPDIR", folders.temporary)
	for _, folder := range []string{folders.temporary, folders.store} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			return err
		}
	}
	return nil
}

func startCleaner(root string) error {
	cleaner := exec.Command("/bin/sh", "-c", `trap "" INT TERM HUP; read line; exec rm -rf -- "$1"`, "sh", root)
	cleaner.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C is for us
	var err error
	if lifeline, err = cleaner.StdinPipe(); err != nil {
		return err
	}
	return cleaner.Start()
}

var lifeline io.Closer // open until this program ends

// What a file specimen stores: enough to tell a file's type by, and little on disk.
const (
	storedSize = 1 << 20
	storeSlots = 16 // of each form, written in turn
)

// Store writes the beginning of an upload to a file that an earlier upload may have used, drops the rest, and returns
// the file, open. On errors nothing stays open.
func store(u *upload) (*os.File, error) {
	slot := u.form.stored.Add(1) % storeSlots
	name := fmt.Sprintf("%s-%s-%02d", u.form.specimen.name, u.form.kind, slot)
	file, err := os.OpenFile(filepath.Join(folders.store, name), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	if err := writeBeginning(file, u); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

func writeBeginning(to io.Writer, u *upload) error {
	buffer := copyBuffers.Get().(*[]byte)
	defer copyBuffers.Put(buffer)
	if _, err := io.CopyBuffer(struct{ io.Writer }{to}, io.LimitReader(u, storedSize), *buffer); err != nil {
		return err
	}
	return readAllCured(u)
}
