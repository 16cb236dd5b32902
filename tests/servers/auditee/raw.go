// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// ServeRaw is a server whose mistakes net/http would not make: it believes the first Content-Length whatever it is, takes
// every body for an upload, and goes on with the connection after a refusal without having read the body. It gives every
// read a while, and a request for ever.
func serveRaw(listener *net.TCPListener) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			fail("cannot accept: %v", err)
		}
		go speakRaw(connection)
	}
}

type hurried struct{ net.Conn }

func (h hurried) Read(b []byte) (int, error) {
	h.SetReadDeadline(time.Now().Add(given))
	return h.Conn.Read(b)
}

func speakRaw(connection net.Conn) {
	defer connection.Close()
	reader := bufio.NewReader(hurried{connection})
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			return
		}
		length, isForm, hasLength := int64(0), false, false
		isRequest := strings.HasSuffix(strings.TrimSpace(line), "HTTP/1.1")
		for isRequest {
			header, err := reader.ReadString('\n')
			if err != nil {
				return
			}
			name, value, _ := strings.Cut(strings.TrimSpace(header), ":")
			if name == "" {
				break
			}
			isForm = isForm || strings.Contains(value, "boundary=")
			if strings.EqualFold(name, "Content-Length") && !hasLength {
				hasLength = true
				length, _ = strconv.ParseInt(strings.TrimSpace(value), 10, 64)
			}
		}
		if !isRequest || !isForm {
			fmt.Fprint(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
			continue
		}
		if _, err := io.CopyN(io.Discard, reader, length); err != nil {
			return
		}
		fmt.Fprint(connection, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
	}
}
