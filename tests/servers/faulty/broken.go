// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// Broken are answers that no server should give.
var broken = map[string]func(out io.Writer) error{
	"status-line": text("HTTP/1.1 two hundred\r\n\r\n"),
	"headers":     text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nthis is not a header\r\n : nor this\r\n\r\nok"),
	"length":      text("HTTP/1.1 200 OK\r\nContent-Length: minus one\r\n\r\nok"),
	"chunk":       text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\nnot hex\r\n"),
	"chunk-short": text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n"),
	"short":       text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nten bytes."),
	"status-only": text("HTTP/1.1 201 Created\r\n"),
	"half-head":   text("HTTP/1.1 200 OK\r\nContent-Le"),
	"no-http":     text("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\x00\x01\x02\x03"),
	"empty":       text(""),
	"endless": func(out io.Writer) error { // until the client has enough, or 1 GiB
		if err := text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")(out); err != nil {
			return err
		}
		chunk := "10000\r\n" + strings.Repeat("x", 0x10000) + "\r\n"
		for sent := 0; sent < 1<<30; sent += 0x10000 {
			if _, err := io.WriteString(out, chunk); err != nil {
				return err
			}
		}
		return nil
	},
	"endless-headers": func(out io.Writer) error { // as many, as long
		if err := text("HTTP/1.1 200 OK\r\n")(out); err != nil {
			return err
		}
		for i := 0; i < 1<<20; i++ {
			if _, err := fmt.Fprintf(out, "X-Number-%d: %s\r\n", i, strings.Repeat("x", 1000)); err != nil {
				return err
			}
		}
		return nil
	},
	"huge-header": func(out io.Writer) error {
		return text("HTTP/1.1 200 OK\r\nX-Huge: " + strings.Repeat("x", 4<<20) + "\r\nContent-Length: 2\r\n\r\nok")(out)
	},
}

func text(content string) func(io.Writer) error {
	return func(out io.Writer) error {
		_, err := io.WriteString(out, content)
		return err
	}
}

func brokenKinds() (kinds []string) {
	for kind := range broken {
		kinds = append(kinds, kind)
	}
	sort.Strings(kinds)
	return kinds
}
