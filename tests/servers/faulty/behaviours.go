// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Behaviours are named by the first folder of the path. Each changes the plan to read all and answer 201 with a
// receipt (form.go).
var behaviours = map[string]func(q *query, p *plan, e *exchange){
	// Just that.
	"ok": func(*query, *plan, *exchange) {},
	// ?seed=S: ok, and the receipt tells where a file differs from the pattern.
	"pattern": func(_ *query, p *plan, _ *exchange) { p.look.pattern = true },
	// ?status=413&text=…: answers before the body is read; close=fin is the default.
	"early": func(q *query, p *plan, _ *exchange) {
		p.read = 0
		p.says(int(q.number("status", 413)), q.text("text", "the file is too large"))
		p.ending = endFin
	},
	// ?after=N&above=M: resets the connection after N bytes of the body, if that is longer than M. No answer.
	"reset": func(q *query, p *plan, e *exchange) {
		after, above := q.number("after", 0), q.number("above", -1)
		if length, _ := strconv.ParseInt(e.head.header("Content-Length"), 10, 64); length > above {
			p.read, p.then, p.ending = after, vanishes, endRst
		}
	},
	// ?after=N: the same with close(2), or as close= says. Without after=: when the whole body was read.
	"close": func(q *query, p *plan, _ *exchange) {
		p.read, p.then, p.ending = q.number("after", -1), vanishes, endFin
	},
	// Reads the body and does not answer for a minute.
	"never": func(_ *query, p *plan, _ *exchange) { p.then = silence },
	// ?rate=N: reads N bytes a second.
	"slow": func(_ *query, p *plan, _ *exchange) { p.rate = 64 << 10 },
	// ?after=N: stops reading after N bytes for a minute. Kernels hold some MiB of what a client has sent.
	"stall": func(q *query, p *plan, _ *exchange) { p.read, p.then = q.number("after", 0), stalls },
	// ?codes=100,103: the same as interim=.
	"interim": func(q *query, p *plan, _ *exchange) { p.interim = q.numbers("codes") },
	// ?status=307&to=self|other|loop&target=/ok: self is another path here, other is another port, loop is this very
	// path. location=… is sent as it is. The id goes along.
	"redirect": func(q *query, p *plan, e *exchange) {
		p.says(int(q.number("status", 307)), "elsewhere")
		p.answer.headers = append(p.answer.headers, "Location: "+e.location(q))
	},
	// ?when=idle|next: answers, and then ends the connection without having said so: at once, or when the next
	// request has arrived.
	"keepalive-close": func(q *query, p *plan, _ *exchange) {
		p.unsaid, p.ending = true, endFin
		p.endsAtNext = q.choice("when", "idle", "next") == "next"
	},
	// ?kind=…: what is not HTTP, see broken.go.
	"broken": func(q *query, p *plan, _ *exchange) {
		p.answer.raw, p.ending = broken[q.choice("kind", brokenKinds()...)], endFin
	},
	// ?code=NNN&text=…
	"status": func(q *query, p *plan, _ *exchange) {
		p.says(int(q.number("code", 200)), q.text("text", ""))
	},
	// ?times=N&code=503: says so to the first N requests with this id.
	"flaky": func(q *query, p *plan, e *exchange) {
		times, code := q.number("times", 1), q.number("code", 503)
		if int64(e.server.stats.requestsOf(e.record.id)) <= times {
			p.says(int(code), "not now")
		}
	},
	// ?above=N&ms=M: takes M ms for each, and says 503 to those above N at once.
	"busy": func(q *query, p *plan, e *exchange) {
		above, takes := q.number("above", 4), q.milliseconds("ms")
		if int64(e.server.stats.waiting()) > above {
			p.says(503, "too many at once")
		} else {
			p.delay = takes
		}
	},
	// ?quota=N&ms=M&code=429: takes N requests in each M ms, and answers the others code at once, with how long it is until
	// the next ones in Retry-After.
	"limit": func(q *query, p *plan, e *exchange) {
		quota, window, code := q.number("quota", 5), q.milliseconds("ms"), q.number("code", 429)
		if wait := e.server.stats.admit(quota, window); wait > 0 {
			p.says(int(code), "too many in this time")
			seconds := int64((wait + time.Second - 1) / time.Second)
			p.answer.headers = append(p.answer.headers, fmt.Sprintf("Retry-After: %d", seconds))
		}
	},
	// ?ms=N: answers late. ?token-ms=N: so, too, under a name that is taken for a secret's, and tells no two addresses apart.
	"delay": func(q *query, p *plan, _ *exchange) { p.delay = q.milliseconds("ms") + q.milliseconds("token-ms") },
	// Answers method, target and headers.
	"echo-headers": func(_ *query, p *plan, e *exchange) {
		text, _ := json.Marshal(map[string]any{
			"method": e.head.method, "target": e.head.target, "headers": e.head.headers})
		p.says(200, string(text))
	},
	// Sets a cookie, and answers the one that came.
	"cookie": func(_ *query, p *plan, e *exchange) {
		p.says(200, e.head.header("Cookie"))
		p.answer.headers = append(p.answer.headers, "Set-Cookie: tidemark=1; Path=/")
	},
	// ?bytes=N: an answer of N bytes; without it of 1 GiB and without a length.
	"big": func(q *query, p *plan, _ *exchange) {
		length := q.number("bytes", -1)
		p.answer.status = 200
		p.answer.content = func(*exchange) (io.Reader, int64) {
			if length < 0 {
				return io.LimitReader(letters{}, 1<<30), -1
			}
			return io.LimitReader(letters{}, length), length
		}
	},
	// ?rate=N: the answer (text=…) comes at N bytes a second.
	"slow-answer": func(q *query, p *plan, _ *exchange) {
		p.says(200, q.text("text", strings.Repeat("slow ", 20)))
		p.answer.rate = q.number("rate", 10)
		delete(q.values, "rate") // is not about reading here
	},
	// ?kind=basic|digest|bearer&user=ann&password=sea&token=t0ken: ok for those who show that, 401 for others.
	"auth": letIn,
	// A page for people where metrics were asked for: GET /html/metrics.
	"html": func(_ *query, p *plan, _ *exchange) {
		p.says(200, "<!DOCTYPE html><html><head><title>Metrics</title></head><body>None here.</body></html>\n")
		p.answer.headers = []string{"Content-Type: text/html; charset=utf-8"}
	},
	// ?kind=valid|junk: what says that it is Prometheus text: GET /metrics-fake/metrics.
	"metrics-fake": func(q *query, p *plan, _ *exchange) {
		p.says(200, map[string]string{"valid": fakeMetrics, "junk": junkMetrics}[q.choice("kind", "valid", "junk")])
		p.answer.headers = []string{"Content-Type: text/plain; version=0.0.4; charset=utf-8"}
	},
}

const fakeMetrics = "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes 1.048576e+06\n" +
	"# TYPE go_goroutines gauge\ngo_goroutines 7\n"
const junkMetrics = "{\"these\": \"are\"}\nno metrics = at all\n\x00\x01\n"

// Letters are an endless io.Reader.
type letters struct{}

func (letters) Read(buffer []byte) (int, error) {
	for i := range buffer {
		buffer[i] = 'x'
	}
	return len(buffer), nil
}
