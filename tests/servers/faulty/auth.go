// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
)

const (
	realm = "tidemark"
	nonce = "dGlkZW1hcms" // the same for all: this server keeps nothing
)

// Lets in whom the query names, and answers 401 to all others. The challenge is the kind's. break=1: who is let in finds
// the connection reset.
func letIn(q *query, p *plan, e *exchange) {
	kind := q.choice("kind", "basic", "digest", "bearer")
	user, password, token := q.text("user", "ann"), q.text("password", "sea"), q.text("token", "t0ken")
	given := e.head.header("Authorization")
	known, challenge := false, `Basic realm="`+realm+`"`
	switch kind {
	case "basic":
		known = given == "Basic "+base64.StdEncoding.EncodeToString([]byte(user+":"+password))
	case "bearer":
		known, challenge = given == "Bearer "+token, `Bearer realm="`+realm+`"`
	case "digest":
		known = isDigest(given, user, password, e.head.method, e.head.target)
		challenge = `Digest realm="` + realm + `", nonce="` + nonce + `", qop="auth", algorithm=SHA-256`
	}
	if breaks := q.text("break", "") != ""; known && breaks {
		p.read, p.then, p.ending = 1000, vanishes, endRst
	}
	if !known {
		p.says(401, "who are you?")
		p.answer.headers = append(p.answer.headers, "WWW-Authenticate: "+challenge)
	}
}

// RFC 7616 section 3.4.1, with qop "auth" and SHA-256.
func isDigest(given, user, password, method, target string) bool {
	if !strings.HasPrefix(given, "Digest ") {
		return false
	}
	values := map[string]string{}
	for _, part := range strings.Split(strings.TrimPrefix(given, "Digest "), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		values[name] = strings.Trim(value, `"`)
	}
	secret := hashed(user + ":" + realm + ":" + password)
	request := hashed(method + ":" + target)
	expected := hashed(strings.Join([]string{secret, nonce, values["nc"], values["cnonce"], "auth", request}, ":"))
	return values["username"] == user && values["uri"] == target && values["response"] == expected
}

func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
