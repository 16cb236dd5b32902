// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"errors"
	"net/url"
	"strings"
)

// A head is a request's first line and its headers, as they came.
type head struct {
	method, target, version string
	url                     *url.URL
	headers                 [][2]string
}

var errHead = errors.New("not the head of an HTTP request")

func readHead(reader *bufio.Reader) (*head, error) {
	line, err := readLine(reader)
	if err != nil {
		return nil, err
	}
	words := strings.Split(line, " ")
	if len(words) != 3 {
		return nil, errHead
	}
	h := &head{method: words[0], target: words[1], version: words[2]}
	if h.url, err = url.Parse(h.target); err != nil {
		return nil, errHead
	}
	for len(h.headers) < 1000 {
		line, err := readLine(reader)
		if err != nil {
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		name, value, found := strings.Cut(line, ":")
		if !found {
			return nil, errHead
		}
		h.headers = append(h.headers, [2]string{name, strings.TrimSpace(value)})
	}
	return nil, errHead
}

// ReadLine refuses lines that do not fit the reader's buffer.
func readLine(reader *bufio.Reader) (string, error) {
	line, err := reader.ReadSlice('\n')
	if err != nil {
		return "", err
	}
	return strings.TrimRight(string(line), "\r\n"), nil
}

// Header returns the first value, "" if there is none.
func (h *head) header(name string) string {
	for _, pair := range h.headers {
		if strings.EqualFold(pair[0], name) {
			return pair[1]
		}
	}
	return ""
}

// IsLast says that the client expects no other answer on this connection.
func (h *head) isLast() bool {
	return h.version == "HTTP/1.0" || strings.EqualFold(h.header("Connection"), "close")
}

// Folder is the path's first: behaviours are named by it, so that /html/metrics is one, too.
func (h *head) folder() string {
	folder, _, _ := strings.Cut(strings.TrimPrefix(h.url.Path, "/"), "/")
	return folder
}
