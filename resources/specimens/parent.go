// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// EndWith ends this program soon after the process pid has ended, however it ended.
//
// PR_SET_PDEATHSIG is not used: it watches the thread that started us, which may end long before its process. A child
// sees its parent change as soon as that exits; that is safe against reuse of the pid, so it is preferred over asking
// whether pid exists.
func endWith(pid int) {
	isChild := os.Getppid() == pid
	for {
		if isChild && os.Getppid() != pid {
			os.Exit(0)
		}
		if !isChild && errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
			os.Exit(0)
		}
		time.Sleep(200 * time.Millisecond)
	}
}
