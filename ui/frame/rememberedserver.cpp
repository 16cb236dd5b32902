// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rememberedserver.h"

namespace ui {

RememberedServer remembered(const servers::Server &server)
{
    const bool isElsewhere = server.watch.url != server.upload.origin();
    return {server.upload.url.toString(), isElsewhere ? server.watch.url.toString() : QString(),
            server.method};
}

} // namespace ui
