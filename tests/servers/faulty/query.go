// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// A query hands out parameters and remembers what was wrong, and which were never asked for.
type query struct {
	values   url.Values
	used     map[string]bool
	problems []string
}

func newQuery(values url.Values) *query {
	return &query{values: values, used: map[string]bool{"id": true}}
}

func (q *query) text(name, fallback string) string {
	q.used[name] = true
	if !q.values.Has(name) {
		return fallback
	}
	return q.values.Get(name)
}

func (q *query) number(name string, fallback int64) int64 {
	text := q.text(name, "")
	if text == "" {
		return fallback
	}
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 {
		q.problem("%s=%s is not a number", name, text)
		return fallback
	}
	return number
}

func (q *query) milliseconds(name string) time.Duration {
	return time.Duration(q.number(name, 0)) * time.Millisecond
}

// Choice takes the first of the choices when the parameter is absent.
func (q *query) choice(name string, choices ...string) string {
	text := q.text(name, choices[0])
	for _, choice := range choices {
		if text == choice {
			return text
		}
	}
	q.problem("%s=%s is none of %v", name, text, choices)
	return choices[0]
}

// Numbers reads "100,103".
func (q *query) numbers(name string) (numbers []int) {
	for _, text := range strings.Split(q.text(name, ""), ",") {
		if text == "" {
			continue
		}
		number, err := strconv.Atoi(text)
		if err != nil {
			q.problem("%s: %s is not a number", name, text)
		}
		numbers = append(numbers, number)
	}
	return numbers
}

func (q *query) all(name string) []string {
	q.used[name] = true
	return q.values[name]
}

func (q *query) problem(format string, arguments ...any) {
	q.problems = append(q.problems, fmt.Sprintf(format, arguments...))
}

// Complaint is "" if all was right.
func (q *query) complaint() string {
	for name := range q.values {
		if !q.used[name] {
			q.problem("%s is not known here", name)
		}
	}
	return strings.Join(q.problems, "; ")
}
