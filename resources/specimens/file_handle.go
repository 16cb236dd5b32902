// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"image/png"
	"os"
	"sync"
)

func init() {
	register(specimen{
		name:        "file-handle",
		leakingDoes: "keeps each file open of which no preview could be made (all but PNG)",
		curedDoes:   "closes the file on every path",
		leaking:     fileHandle,
		cured:       fileHandleCured,
		counts:      []resource{descriptors},
	})
}

var (
	withoutPreviewMutex sync.Mutex
	withoutPreview      []*os.File
)

// The leak: on the error path the file is put aside for another try, which nobody makes.
func fileHandle(u *upload) error {
	if err := u.form.openOneMore(); err != nil {
		return err
	}
	file, err := store(u)
	if err != nil {
		u.form.closedOne()
		return err
	}
	if err := makePreview(file); err != nil {
		withoutPreviewMutex.Lock()
		withoutPreview = append(withoutPreview, file)
		withoutPreviewMutex.Unlock()
		return nil // the upload itself is fine
	}
	u.form.closedOne()
	return file.Close()
}

// The cure.
func fileHandleCured(u *upload) error {
	file, err := store(u)
	if err != nil {
		return err
	}
	defer file.Close()
	makePreview(file) // without a preview the upload is fine, too
	return nil
}

func makePreview(file *os.File) error {
	if _, err := file.Seek(0, 0); err != nil {
		return err
	}
	_, err := png.DecodeConfig(file)
	return err
}
