// SPDX-License-Identifier: GPL-3.0-or-later

// Keeper is an upload service that keeps what it gets, and a connection to it that nobody would want: for tests of what
// becomes of uploads when things go wrong.
//
//	keeper serve --folder DIR [--port N]            stores files, see store.go
//	keeper disturb --to ADDRESS --seed N --for TIME  passes connections on to ADDRESS, badly, see disturb.go
//
// Either prints one JSON line with its address, listens on loopback only, and ends with its parent, or after an hour.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"
)

const lifeTime = time.Hour

func main() {
	if len(os.Args) < 2 || os.Args[1] != "serve" && os.Args[1] != "disturb" {
		fail("usage: keeper serve|disturb …")
	}
	options := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	parent := options.Int("parent", 0, "end when the process with this `pid` ends")
	port := options.Int("port", 0, "listen on this `port`")
	folder := options.String("folder", "", "store files below this `folder`")
	to := options.String("to", "", "the `address` of the server")
	seed := options.Int64("seed", 1, "what happens when")
	trouble := options.Duration("for", time.Minute, "how long; after that all is well")
	options.Parse(os.Args[2:])
	if *parent != 0 {
		go endWith(*parent)
	}
	time.AfterFunc(lifeTime, func() { fail("ended after %v", lifeTime) })

	listener, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: *port})
	if err != nil {
		fail("cannot listen: %v", err)
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"schema": "tidemark.keeper/1",
		"pid":    os.Getpid(),
		"base":   "http://" + listener.Addr().String(),
	})
	if os.Args[1] == "serve" {
		fail("%v", http.Serve(listener, newStore(*folder)))
	}
	newDisturber(*to, *seed, *trouble).serve(listener)
}

// EndWith: the parent started this process.
func endWith(parent int) {
	for os.Getppid() == parent && syscall.Kill(parent, 0) == nil {
		time.Sleep(200 * time.Millisecond)
	}
	os.Exit(0)
}

func fail(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "keeper: "+format+"\n", arguments...)
	os.Exit(3)
}
