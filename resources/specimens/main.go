// SPDX-License-Identifier: GPL-3.0-or-later

// Tidemark-specimens is an HTTP upload service with known memory leaks. Each specimen takes uploads in a leaking and
// in a cured form, and the service says what it truly retains, so that a judgement of it can be checked.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"syscall"
	"time"
)

// Exit codes as those of tidemark-cli: 2 is wrong usage (package flag uses it too), 3 could not run.
const (
	exitUsage     = 2
	exitCannotRun = 3
)

func main() {
	port := flag.Int("port", 0, "`port` to listen on, on 127.0.0.1; 0 takes a free one")
	parent := flag.Int("parent", 0, "end when the process with this `pid` ends")
	maxRetained := byteSize(2 << 30)
	flag.Var(&maxRetained, "max-retained",
		"`bytes` that may leak (as 64K, 512M, 2G) before uploads are answered with 507")
	flag.Parse()
	if flag.NArg() > 0 || *port < 0 || *port > 65535 || *parent < 0 {
		fail(exitUsage, "wrong usage; see --help")
	}

	// The collector lets a heap grow to twice what is in use. Close to the bound it shall rather work more, so that
	// the bound is one for the machine, too.
	debug.SetMemoryLimit(int64(maxRetained)/2*3 + 64<<20)
	if *parent != 0 {
		go endWith(*parent)
	}

	listener, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", *port))
	if errors.Is(err, syscall.EADDRINUSE) {
		fail(exitCannotRun, "port %d on 127.0.0.1 is in use by another program", *port)
	} else if err != nil {
		fail(exitCannotRun, "cannot listen on port %d on 127.0.0.1: %v", *port, err)
	}
	reserveDescriptors()
	if err := makeFolders(); err != nil {
		fail(exitCannotRun, "cannot make a folder for temporary files: %v", err)
	}
	forms := formsOf(specimens, &room{limit: int64(maxRetained), of: "bytes, see --max-retained"})
	announce(os.Stdout, "http://"+listener.Addr().String(), forms)

	// No limit on the time of a whole request: uploads may be slow on purpose.
	server := http.Server{
		Handler:           routes(forms),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	fail(exitCannotRun, "stopped serving: %v", server.Serve(listener))
}

func fail(code int, format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "tidemark-specimens: "+format+"\n", arguments...)
	os.Exit(code)
}
