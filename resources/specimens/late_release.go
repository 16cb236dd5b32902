// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"os"
	"time"
)

func init() {
	register(specimen{
		name: "late-release",
		leakingDoes: "cleans up after an upload that was broken off only after ?milliseconds=N (default 60000): " +
			"a descriptor, a file and a buffer",
		curedDoes: "cleans up at once",
		leaking:   lateRelease,
		cured:     lateReleaseCured,
		counts:    []resource{descriptors, files},
	})
}

const (
	lateReleaseAfter  = time.Minute
	lateReleaseBuffer = 64 << 10
)

// A temporaryFile is an upload on its way to the disk.
type temporaryFile struct {
	file   *os.File
	buffer *bufio.Writer
}

func makeTemporaryFile() (temporaryFile, error) {
	file, err := os.CreateTemp("", "upload-")
	if err != nil {
		return temporaryFile{}, err
	}
	return temporaryFile{file, bufio.NewWriterSize(file, lateReleaseBuffer)}, nil
}

func (t temporaryFile) remove() {
	t.file.Close()
	os.Remove(t.file.Name())
}

// No leak, though for a minute it looks like one: the client may come back, so a timer is to clean up.
func lateRelease(u *upload) error {
	after, err := u.milliseconds("milliseconds", lateReleaseAfter)
	if err != nil {
		return err
	}
	if err := u.form.openOneMore(); err != nil {
		return err
	}
	temporary, err := makeTemporaryFile()
	if err != nil {
		u.form.closedOne()
		return err
	}
	f := u.form
	if err := writeBeginning(temporary.buffer, u); err != nil {
		onDisk := u.size
		if onDisk > storedSize {
			onDisk = storedSize
		}
		u.keepBytes(onDisk+lateReleaseBuffer, lateReleaseBuffer)
		f.hold(files, 1)
		time.AfterFunc(after, func() {
			temporary.remove()
			f.dropBytes(onDisk+lateReleaseBuffer, lateReleaseBuffer)
			f.hold(files, -1)
			f.closedOne()
		})
		return err
	}
	temporary.remove()
	f.closedOne()
	return nil
}

// The cure.
func lateReleaseCured(u *upload) error {
	temporary, err := makeTemporaryFile()
	if err != nil {
		return err
	}
	defer temporary.remove()
	return writeBeginning(temporary.buffer, u)
}
