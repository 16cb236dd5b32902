// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/commandline.h"

namespace cli {

/// What must be so before Qt starts: a UTF-8 locale even where none is set (a container), broken pipes as
/// errors instead of death, and as many open files as the system grants (an upload needs two descriptors).
void prepareProcess();

/// Prints why there is nothing to run, and writes it where --json asks for it; returns the exit code.
int say(const CommandLineExit &exit);

/// Before there are results: `document` to where --json asks for one, if it does. A failure is told on stderr.
void writeDocument(const QString &json, const QByteArray &document);

} // namespace cli
