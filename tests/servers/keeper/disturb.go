// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"io"
	"math/rand"
	"net"
	"sync"
	"time"
)

// A disturber passes connections on. Each has a fate, drawn when it is accepted, that meets it after so many bytes, unless
// the time of trouble is over by then.
type disturber struct {
	to    string
	until time.Time
	mutex sync.Mutex
	dice  *rand.Rand
}

type kind int

const (
	none       kind = iota
	breaksUp        // reset after so many bytes of requests
	breaksDown      // reset after so many bytes of answers: the server has done its work, and nobody learns of it
	stalls          // nothing moves for a time
	crawls          // 64 KiB a second from there on
)

type fate struct {
	kind  kind
	after int64
	pause time.Duration
}

func newDisturber(to string, seed int64, trouble time.Duration) *disturber {
	return &disturber{to: to, until: time.Now().Add(trouble), dice: rand.New(rand.NewSource(seed))}
}

func (d *disturber) serve(listener *net.TCPListener) {
	for {
		client, err := listener.AcceptTCP()
		if err != nil {
			fail("cannot accept: %v", err)
		}
		go d.pass(client, d.draw())
	}
}

func (d *disturber) draw() fate {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	f := fate{pause: time.Duration(500+d.dice.Intn(4000)) * time.Millisecond}
	switch luck := d.dice.Intn(100); {
	case luck < 30:
	case luck < 50:
		f.kind, f.after = breaksUp, d.dice.Int63n(4<<20)
	case luck < 65:
		f.kind, f.after = breaksDown, d.dice.Int63n(600)
	case luck < 85:
		f.kind, f.after = stalls, d.dice.Int63n(4<<20)
	default:
		f.kind, f.after = crawls, d.dice.Int63n(1<<20)
	}
	return f
}

func (d *disturber) isOver() bool { return time.Now().After(d.until) }

func (d *disturber) pass(client *net.TCPConn, f fate) {
	connection, err := net.Dial("tcp4", d.to)
	if err != nil { // the server is down
		reset(client)
		return
	}
	server := connection.(*net.TCPConn)
	up := f
	if up.kind == breaksDown {
		up.kind = none
	}
	down := fate{}
	if f.kind == breaksDown {
		down = f
	}
	both := func() { reset(client); reset(server) }
	ended := make(chan bool)
	go func() {
		d.copy(server, client, up, both)
		close(ended)
	}()
	d.copy(client, server, down, both)
	<-ended
	client.Close()
	server.Close()
}

// Copy ends both when either ends, as a reset when it meets its fate or when either was reset.
func (d *disturber) copy(to, from *net.TCPConn, f fate, breakBoth func()) {
	buffer := make([]byte, 32<<10)
	passed, hasStalled := int64(0), false
	for {
		n, err := from.Read(buffer)
		if passed+int64(n) > f.after && f.kind != none && !d.isOver() {
			switch f.kind {
			case breaksUp, breaksDown:
				to.Write(buffer[:max(0, f.after-passed)])
				breakBoth()
				return
			case stalls:
				if !hasStalled {
					time.Sleep(f.pause)
				}
				hasStalled = true
			case crawls:
				time.Sleep(time.Duration(n) * time.Second / (64 << 10))
			}
		}
		if _, failed := to.Write(buffer[:n]); failed != nil {
			breakBoth()
			return
		}
		passed += int64(n)
		if err == io.EOF {
			to.CloseWrite()
			return
		}
		if err != nil {
			breakBoth()
			return
		}
	}
}

func max(a, b int64) int64 {
	if a > b {
		return a
	}
	return b
}

func reset(connection *net.TCPConn) {
	connection.SetLinger(0)
	connection.Close()
}
