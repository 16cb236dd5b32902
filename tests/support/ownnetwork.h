// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support {

/// This process with all its threads in a network of its own, which at first is none at all: not even loopback is up.
/// To be called first in main(), before there are threads. False: not permitted here, as in some containers.
bool enterOwnNetwork();

/// Runs ip(8) with these arguments, between single spaces.
bool ip(const char *arguments);

} // namespace support
