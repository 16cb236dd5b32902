// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace net {

/// Sets libcurl up for the whole process, once: its global state, and an allocator that keeps the large blocks.
///
/// libcurl allocates an upload buffer of up to 512 KiB and a receive buffer of 16 KiB anew for every transfer. glibc
/// answers each of these frees by merging its small free blocks and, past a threshold, by giving the memory back to
/// the kernel, to fault it in again for the next upload: together more than all else that a small upload allocates.
///
/// Any thread.
void initialiseCurl();

} // namespace net
