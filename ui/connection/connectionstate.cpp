// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionstate.h"

#include "core/report/watchability.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ConnectionState)
};

} // namespace

ConnectionState stateAfter(const metrics::DiscoveryReport &found)
{
    switch (report::watchability(found)) {
    case report::Watchability::Watched:
        return ConnectionState::Connected;
    case report::Watchability::Silent:
        return ConnectionState::Silent;
    case report::Watchability::Unreachable:
        return ConnectionState::Unreachable;
    }
    return ConnectionState::Silent;
}

QString stateText(ConnectionState state)
{
    switch (state) {
    case ConnectionState::None:
        return Text::tr("no server");
    case ConnectionState::Connecting:
        return Text::tr("connecting");
    case ConnectionState::Connected:
        return Text::tr("connected");
    case ConnectionState::Silent:
        return Text::tr("no metrics");
    case ConnectionState::Unreachable:
        return Text::tr("not reachable");
    case ConnectionState::Lost:
        return Text::tr("lost");
    }
    return {};
}

Tone stateTone(ConnectionState state)
{
    switch (state) {
    case ConnectionState::None:
    case ConnectionState::Connecting:
        return Tone::Dim;
    case ConnectionState::Connected:
        return Tone::Good;
    case ConnectionState::Silent:
        return Tone::Warn;
    case ConnectionState::Unreachable:
    case ConnectionState::Lost:
        return Tone::Bad;
    }
    return Tone::Dim;
}

} // namespace ui
