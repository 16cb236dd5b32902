// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leak/resourcecolor.h"

namespace ui {

using analysis::Resource;

QColor Colors::*colorOf(Resource resource)
{
    switch (resource) {
    case Resource::Heap:
    case Resource::HeapObjects:
    case Resource::External:
        return &Colors::heap;
    case Resource::Rss:
        return &Colors::rss;
    case Resource::Goroutines:
        return &Colors::goroutines;
    case Resource::Threads:
        return &Colors::threads;
    case Resource::Descriptors:
        return &Colors::descriptors;
    case Resource::TempFiles:
    case Resource::TempBytes:
        return &Colors::rate;
    }
    return &Colors::heap;
}

} // namespace ui
