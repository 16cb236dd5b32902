// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/tls"
	"io"
	"time"
)

// How a connection ends.
const (
	endKeep   = "keep"   // it does not: the next request may follow
	endFin    = "fin"    // close(2), as a careless server does; if unread bytes are left, the kernel makes it a reset
	endRst    = "rst"    // a reset, whatever was read
	endLinger = "linger" // as RFC 9112 section 9.6 asks: half-closed, then read until the client has seen it
)

// The bounds of lingering.
const (
	lingerBytes = 64 << 20
	lingerTime  = 10 * time.Second
)

func isEnding(text string) bool {
	return text == endKeep || text == endFin || text == endRst || text == endLinger
}

// End returns the number of bytes that came while lingering.
func (c *connection) end(how string) (drained int64) {
	switch how {
	case endKeep:
		return 0
	case endRst:
		c.bare.SetLinger(0)
	case endFin:
		c.sayGoodbye()
	case endLinger:
		c.sayGoodbye()
		c.bare.CloseWrite()
		c.SetReadDeadline(time.Now().Add(lingerTime))
		drained, _ = io.CopyN(io.Discard, c.reader, lingerBytes)
	}
	c.ended = true
	c.bare.Close()
	return drained
}

// SayGoodbye sends what TLS wants before the end, or an answer without a length would seem cut off.
func (c *connection) sayGoodbye() {
	if secure, ok := c.Conn.(*tls.Conn); ok {
		secure.SetWriteDeadline(time.Now().Add(lingerTime))
		secure.CloseWrite()
	}
}
