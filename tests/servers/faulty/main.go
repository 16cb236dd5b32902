// SPDX-License-Identifier: GPL-3.0-or-later

// Faulty-server is an HTTP/1.1 server that misbehaves on demand, for tests. It speaks over plain connections, because
// net/http would repair most of what is wanted here. The first folder of a request's path says what to do (the list
// is in behaviours.go), parameters say how; parameters that are not named for one path only go with every path:
//
//	id=TEXT            counts this request under TEXT in /stats (else X-Upload-Id, else the file's name)
//	interim=CODES      1xx answers (as 100,103) before the body is read; interim-when=after: after it
//	read=all|N         how much of the body to read
//	rate=N             … at N bytes per second
//	seed=N             expects the files to have the pattern of pattern.go
//	hash=none          no SHA-256, for speed
//	delay=MS           before the answer
//	header=K:V         in the answer, repeatable
//	answer-rate=N      sends the answer's content at N bytes per second
//	pause=MS           between the answer and the end of the connection
//	close=keep|fin|rst|linger   how the connection ends, see ending.go
//
// A parameter that it does not know is answered with 400, so that a test with a slip does not pass.
//
// GET /stats says what was seen. The program ends with its parent, or after ten minutes.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"syscall"
	"time"
)

const lifeTime = 10 * time.Minute

func main() {
	parent := flag.Int("parent", 0, "end when the process with this `pid` ends")
	certificate := flag.String("cert", "", "serve TLS with this certificate (PEM `file`)")
	key := flag.String("key", "", "its key (PEM `file`)")
	clientAuthority := flag.String("client-ca", "", "demand a client certificate signed by this one (PEM `file`)")
	flag.Parse()
	if *parent != 0 {
		go endWith(*parent)
	}
	time.AfterFunc(lifeTime, func() { fail("ended after %v", lifeTime) })

	scheme, secure := "http", (*tls.Config)(nil)
	if *certificate != "" {
		scheme, secure = "https", secureWith(*certificate, *key, *clientAuthority)
	}
	first, second := listen(), listen()
	s := &server{other: scheme + "://" + second.Addr().String(), secure: secure, stats: newStats()}
	json.NewEncoder(os.Stdout).Encode(map[string]any{
		"schema": "tidemark.faulty/1",
		"pid":    os.Getpid(),
		"base":   scheme + "://" + first.Addr().String(),
		"other":  s.other,
	})
	go s.serve(second)
	s.serve(first)
}

func listen() *net.TCPListener {
	listener, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		fail("cannot listen: %v", err)
	}
	return listener
}

func secureWith(certificate, key, clientAuthority string) *tls.Config {
	pair, err := tls.LoadX509KeyPair(certificate, key)
	if err != nil {
		fail("cannot load the certificate: %v", err)
	}
	config := &tls.Config{Certificates: []tls.Certificate{pair}}
	if clientAuthority != "" {
		text, err := os.ReadFile(clientAuthority)
		if err != nil {
			fail("cannot load the client authority: %v", err)
		}
		config.ClientCAs = x509.NewCertPool()
		config.ClientCAs.AppendCertsFromPEM(text)
		config.ClientAuth = tls.RequireAndVerifyClientCert
	}
	return config
}

// EndWith: a child sees its parent change when that ends; of any other process one can only ask whether it exists.
func endWith(parent int) {
	isChild := os.Getppid() == parent
	for isChild && os.Getppid() == parent || !isChild && syscall.Kill(parent, 0) == nil {
		time.Sleep(200 * time.Millisecond)
	}
	os.Exit(0)
}

func fail(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "faulty-server: "+format+"\n", arguments...)
	os.Exit(3)
}
