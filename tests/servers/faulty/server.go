// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"crypto/tls"
	"net"
	"time"
)

// How long this server is patient with anything: an answer that never comes, a body that is not read any more.
const patience = time.Minute

type server struct {
	other  string // URL of the second port, where redirects to another origin lead
	secure *tls.Config
	stats  *stats
}

func (s *server) serve(listener *net.TCPListener) {
	for {
		accepted, err := listener.AcceptTCP()
		if err != nil {
			return
		}
		go s.talk(accepted)
	}
}

// A connection keeps the bare one beside what may be TLS, for the ways of ending it.
type connection struct {
	net.Conn
	bare   *net.TCPConn
	reader *bufio.Reader
	ended  bool
}

// Talk handles the requests of one connection.
func (s *server) talk(bare *net.TCPConn) {
	c := &connection{Conn: bare, bare: bare}
	if s.secure != nil {
		c.Conn = tls.Server(bare, s.secure)
	}
	c.reader = bufio.NewReaderSize(c, 64<<10)
	defer bare.Close()
	s.stats.connected()
	counts := true
	defer func() {
		if counts {
			s.stats.disconnected()
		}
	}()

	for first := true; !c.ended; first = false {
		h, err := readHead(c.reader)
		if err != nil {
			return
		}
		if h.folder() == "stats" {
			if first { // asking shall not change the counts
				s.stats.uncount()
				counts = false
			}
			s.answerStats(c)
			return
		}
		e := &exchange{server: s, connection: c, head: h, body: newBody(c, h), record: s.stats.see(h)}
		e.run()
	}
}
