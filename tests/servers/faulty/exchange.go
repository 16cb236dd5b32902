// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"
	"sync"
	"time"
)

// An exchange is one request and what becomes of it.
type exchange struct {
	server     *server
	connection *connection
	head       *head
	body       *body
	record     *record
	receipt    *receipt
}

func (e *exchange) run() {
	e.server.stats.begin()
	var once sync.Once
	handled := func() { once.Do(e.server.stats.end) }
	defer handled()
	p := e.plan()
	e.sendInterim(p, false)
	e.body.limit, e.body.rate = p.read, p.rate
	e.body.received = func(n int64) { e.server.stats.change(func() { e.record.received += n }) }
	p.look.onFile = e.sawFile
	if p.then == stalls {
		e.connection.bare.SetReadBuffer(4096) // or the kernel would go on reading for a while
	}
	e.receipt = receive(e.body, e.head.header("Content-Type"), p.look)
	e.server.stats.change(func() { e.record.complete = e.receipt.Complete })
	if e.body.broken { // nobody is left to answer
		e.connection.end(endFin)
		return
	}
	e.sendInterim(p, true)

	switch p.then {
	case answers:
		time.Sleep(p.delay)
		handled() // or a client that has read the answer could begin the next request before this one counts as ended
		e.sendAnswer(p)
		if p.endsAtNext {
			e.awaitNext()
		}
	case silence: // a client that goes away ends it early
		e.connection.SetReadDeadline(time.Now().Add(patience))
		io.Copy(io.Discard, e.connection.reader)
	case stalls:
		time.Sleep(patience)
	case vanishes:
	}
	time.Sleep(p.pause)
	drained := e.connection.end(p.ending)
	e.server.stats.change(func() { e.record.drained = drained })
}

// Plan makes what the URL asks for.
func (e *exchange) plan() *plan {
	p := &plan{read: -1, look: inspection{hash: true}}
	p.answer = answer{status: 201, content: receiptContent, headers: []string{"Content-Type: application/json"}}
	q := newQuery(e.head.url.Query())
	if behaviour := behaviours[e.head.folder()]; behaviour != nil {
		behaviour(q, p, e)
	} else {
		p.says(404, "faulty-server has no "+e.head.url.Path)
	}
	if q.values.Has("interim") {
		p.interim = q.numbers("interim")
	}
	p.interimAfter = q.choice("interim-when", "before", "after") == "after"
	if q.text("read", "all") != "all" {
		p.read = q.number("read", 0)
	}
	p.rate = q.number("rate", p.rate)
	p.look.pattern = p.look.pattern || q.values.Has("seed")
	p.look.seed = byte(q.number("seed", 0))
	p.look.hash = q.choice("hash", "sha256", "none") == "sha256"
	if q.values.Has("delay") {
		p.delay = q.milliseconds("delay")
	}
	p.answer.headers = append(p.answer.headers, q.all("header")...)
	p.answer.rate = q.number("answer-rate", p.answer.rate)
	p.pause = q.milliseconds("pause")
	p.ending = q.text("close", p.ending)
	if p.ending != "" && !isEnding(p.ending) {
		q.problem("close=%s is not known", p.ending)
	}
	if complaint := q.complaint(); complaint != "" {
		p = &plan{read: -1}
		p.says(400, "faulty-server: "+complaint)
	}
	return p
}

func (p *plan) says(status int, text string) {
	p.answer.status = status
	p.answer.headers = []string{"Content-Type: text/plain; charset=utf-8"}
	p.answer.content = func(*exchange) (io.Reader, int64) {
		return strings.NewReader(text), int64(len(text))
	}
}

func receiptContent(e *exchange) (io.Reader, int64) {
	text, _ := json.Marshal(e.receipt)
	return bytes.NewReader(text), int64(len(text))
}

// SawFile also gives a request without another id that of its first file.
func (e *exchange) sawFile(file *fileReceipt) {
	e.server.stats.change(func() {
		if e.record.id == "" {
			e.record.id = file.Name
		}
		e.record.fileBytes += file.Bytes
		if e.record.firstForeign < 0 {
			e.record.firstForeign = file.FirstForeign
		}
	})
}

func (e *exchange) sendInterim(p *plan, after bool) {
	if p.interimAfter != after {
		return
	}
	for _, code := range p.interim {
		fmt.Fprintf(e.connection, "HTTP/1.1 %d Interim\r\nX-Interim: %d\r\n\r\n", code, code)
	}
}

func (e *exchange) sendAnswer(p *plan) {
	e.connection.SetWriteDeadline(time.Now().Add(patience))
	if p.answer.raw != nil {
		p.answer.raw(e.connection)
		return
	}
	content, length := p.answer.content(e)
	if p.ending == "" && (length < 0 || e.head.isLast()) {
		p.ending = endFin
	} else if p.ending == "" && !e.body.complete {
		p.ending = endLinger
	} else if p.ending == "" {
		p.ending = endKeep
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "HTTP/1.1 %d %s\r\n", p.answer.status, reasons[p.answer.status])
	for _, header := range p.answer.headers {
		fmt.Fprintf(&out, "%s\r\n", header)
	}
	if length >= 0 && p.answer.status != 204 {
		fmt.Fprintf(&out, "Content-Length: %d\r\n", length)
	}
	if p.ending != endKeep && !p.unsaid {
		out.WriteString("Connection: close\r\n")
	}
	out.WriteString("\r\n")
	if p.answer.rate == 0 && length >= 0 && length < 64<<10 {
		io.Copy(&out, content) // in one segment with the head, as most servers do
	}
	e.server.stats.change(func() { e.record.answered = true })
	if _, err := e.connection.Write(out.Bytes()); err == nil {
		copyAtRate(e.connection, content, p.answer.rate)
	}
}

// AwaitNext takes the next request's head and counts it. Its body stays unread.
func (e *exchange) awaitNext() {
	e.connection.SetReadDeadline(time.Now().Add(patience))
	if next, err := readHead(e.connection.reader); err == nil {
		e.server.stats.see(next)
	}
}

func copyAtRate(out io.Writer, content io.Reader, rate int64) {
	if rate == 0 {
		io.Copy(out, content)
		return
	}
	share := rate/20 + 1
	for {
		n, err := io.CopyN(out, content, share)
		if err != nil {
			return
		}
		time.Sleep(time.Duration(n) * time.Second / time.Duration(rate))
	}
}

// Location is where a redirect leads.
func (e *exchange) location(q *query) string {
	target := q.text("target", "/ok")
	if id := e.head.url.Query().Get("id"); id != "" {
		target += "?id=" + url.QueryEscape(id)
	}
	to := q.choice("to", "self", "other", "loop")
	if raw := q.text("location", ""); raw != "" {
		return raw
	}
	switch to {
	case "other":
		return e.server.other + target
	case "loop":
		return e.head.target
	}
	return target
}

var reasons = map[int]string{200: "OK", 201: "Created", 204: "No Content", 301: "Moved Permanently", 302: "Found",
	303: "See Other", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
	403: "Forbidden", 404: "Not Found", 413: "Content Too Large", 429: "Too Many Requests",
	500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 507: "Insufficient Storage"}
