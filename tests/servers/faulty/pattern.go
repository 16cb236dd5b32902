// SPDX-License-Identifier: GPL-3.0-or-later

package main

// PatternAt is what tests fill files with, so that a byte of anything else is found (tests/support/testfiles.h has the
// same): 31·offset + 17·⌊offset/256⌋ + 7·⌊offset/65536⌋ + seed, modulo 256.
func patternAt(offset int64, seed byte) byte {
	return byte(31*offset) + byte(17*(offset>>8)) + byte(7*(offset>>16)) + seed
}

// A patternCheck is an io.Writer that finds the first byte that is not the pattern's.
type patternCheck struct {
	seed         byte
	offset       int64
	firstForeign int64 // -1: none
}

func (c *patternCheck) Write(data []byte) (int, error) {
	if c.firstForeign < 0 {
		for i, value := range data {
			if value != patternAt(c.offset+int64(i), c.seed) {
				c.firstForeign = c.offset + int64(i)
				break
			}
		}
	}
	c.offset += int64(len(data))
	return len(data), nil
}
