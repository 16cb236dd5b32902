// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "runtime"

func init() {
	register(specimen{
		name:        "file-handle-gc",
		leakingDoes: "forgets to close each file, so that it stays open until a garbage collection",
		curedDoes:   "closes the file on every path",
		leaking:     fileHandleGC,
		cured:       fileHandleCured,
		counts:      []resource{descriptors},
	})
}

// A witness is collected when the file is that was opened beside it: it counts, while a finalizer of the file itself
// would delay the one by which os.File closes the descriptor.
type witness struct{ form *form }

// The leak: no Close. Nothing refers to the file any more, so os.File's finalizer closes it at some time.
func fileHandleGC(u *upload) error {
	if err := u.form.openOneMore(); err != nil {
		return err
	}
	file, err := store(u)
	if err != nil {
		u.form.closedOne()
		return err
	}
	w := &witness{u.form}
	runtime.SetFinalizer(w, func(w *witness) { w.form.closedOne() })
	makePreview(file)
	runtime.KeepAlive(file)
	runtime.KeepAlive(w)
	return nil
}
