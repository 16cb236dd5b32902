// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "net/http"

func init() {
	register(specimen{
		name:         "body-limit",
		leakingDoes:  "takes a body of any size",
		curedDoes:    "answers 413 to a body of more than 8 MiB, before it is read if its length is told",
		leaking:      readAllCured, // nothing is retained; there is no limit
		cured:        readAllCured,
		curedReceive: bodyLimitCured,
	})
}

const bodyLimit = 8 << 20

// The cure. A limit for Request.ParseMultipartForm would be none: it bounds memory, and the rest goes to the disk.
func bodyLimitCured(f *form, w http.ResponseWriter, r *http.Request) (string, error) {
	if r.ContentLength > bodyLimit {
		return "", &http.MaxBytesError{Limit: bodyLimit}
	}
	r.Body = http.MaxBytesReader(w, r.Body, bodyLimit) // also if the length is not told, or is a lie
	return f.receiveFiles(w, r)
}
