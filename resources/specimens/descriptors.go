// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "syscall"

// Without descriptors a server cannot even refuse, so what leaks gets a part of them.
var descriptorRoom = room{limit: 8192, of: "open files"}

// ReserveDescriptors leaves enough for connections, and for everything else.
func reserveDescriptors() {
	var limits syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limits); err != nil {
		limits.Cur = 1024
	}
	if half := int64(limits.Cur / 2); descriptorRoom.limit > half {
		descriptorRoom.limit = half
	}
}

// OpenOneMore says that a descriptor is about to be opened and may stay open.
func (f *form) openOneMore() error {
	if err := descriptorRoom.take(1); err != nil {
		return err
	}
	f.hold(descriptors, 1)
	return nil
}

// ClosedOne says that it is no longer open.
func (f *form) closedOne() {
	f.hold(descriptors, -1)
	descriptorRoom.give(1)
}
