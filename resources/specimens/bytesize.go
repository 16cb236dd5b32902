// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A byteSize is a flag.Value that reads sizes as tidemark-cli does: 64K, 1M, 2G are powers of 1024.
type byteSize int64

func (b *byteSize) Set(text string) error {
	digits := strings.TrimRight(strings.ToUpper(text), "KMG")
	unit := int64(1)
	switch strings.ToUpper(text)[len(digits):] {
	case "":
	case "K":
		unit = 1 << 10
	case "M":
		unit = 1 << 20
	case "G":
		unit = 1 << 30
	default:
		return fmt.Errorf("unknown unit")
	}
	count, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || count < 0 || count > math.MaxInt64/4/unit {
		return fmt.Errorf("not a size")
	}
	*b = byteSize(count * unit)
	return nil
}

func (b *byteSize) String() string {
	return strconv.FormatInt(int64(*b), 10)
}
