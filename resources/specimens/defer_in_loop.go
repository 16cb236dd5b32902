// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"os"
	"sync"
)

func init() {
	register(specimen{
		name:        "defer-in-loop",
		leakingDoes: "closes each file by a defer in the loop of a worker that never returns",
		curedDoes:   "closes each file before it takes the next one",
		leaking:     deferInLoop,
		cured:       deferInLoopCured,
		counts:      []resource{descriptors},
	})
}

// An indexing is one file for a worker, and where it answers.
type indexing struct {
	form *form
	path string
	done chan error
}

var (
	leakingWorker, curedWorker         sync.Once
	leakingIndexQueue, curedIndexQueue = make(chan indexing), make(chan indexing)
)

func deferInLoop(u *upload) error {
	leakingWorker.Do(func() { go indexAll(leakingIndexQueue) })
	if err := u.form.openOneMore(); err != nil {
		return err
	}
	err := storeAndIndex(u, leakingIndexQueue)
	if err != nil {
		u.form.closedOne()
	}
	return err
}

func deferInLoopCured(u *upload) error {
	curedWorker.Do(func() { go indexAllCured(curedIndexQueue) })
	return storeAndIndex(u, curedIndexQueue)
}

func storeAndIndex(u *upload, queue chan<- indexing) error {
	file, err := store(u)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	job := indexing{form: u.form, path: file.Name(), done: make(chan error, 1)}
	queue <- job
	return <-job.done
}

// The leak: defer waits for the end of the function, not of the loop, and this function has no end.
func indexAll(queue <-chan indexing) {
	for job := range queue {
		file, err := os.Open(job.path)
		if err != nil {
			job.done <- err
			continue
		}
		defer file.Close()
		readBeginning(file)
		job.done <- nil
	}
}

// The cure: a function for each file, so that defer does what it looks like.
func indexAllCured(queue <-chan indexing) {
	for job := range queue {
		job.done <- func() error {
			file, err := os.Open(job.path)
			if err != nil {
				return err
			}
			defer file.Close()
			readBeginning(file)
			return nil
		}()
	}
}

func readBeginning(file *os.File) {
	var beginning [512]byte
	io.ReadFull(file, beginning[:])
}
