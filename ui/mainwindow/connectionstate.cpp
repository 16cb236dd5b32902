// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/connectionstate.h"

#include <QCoreApplication>

namespace ui {

using base::ErrorKind;
using metrics::Format;
using metrics::Runtime;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::ConnectionState)
};

/// Nobody answered, as opposed to: somebody answered something useless.
bool isSilence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionReset:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::BadUrl:
    case ErrorKind::UnsupportedScheme:
        return true;
    default:
        return false;
    }
}

} // namespace

ConnectionState stateAfter(const metrics::DiscoveryReport &report)
{
    if (report.found())
        return ConnectionState::Connected;
    const bool nobody = std::all_of(report.misses.begin(), report.misses.end(),
                                    [](const metrics::Miss &miss) { return isSilence(miss.error.kind); });
    return nobody ? ConnectionState::Unreachable : ConnectionState::Silent;
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

base::Error mainReason(const metrics::DiscoveryReport &report)
{
    const bool isReachable = stateAfter(report) == ConnectionState::Silent;
    for (const metrics::Miss &miss : report.misses) {
        if (isSilence(miss.error.kind) != isReachable)
            return miss.error;
    }
    return {};
}

QString formatName(Format format)
{
    switch (format) {
    case Format::PrometheusText:
        return QStringLiteral("Prometheus");
    case Format::OpenMetrics:
        return QStringLiteral("OpenMetrics");
    case Format::Expvar:
        return QStringLiteral("expvar");
    case Format::GoPprof:
        return QStringLiteral("pprof");
    case Format::Actuator:
        return QStringLiteral("Actuator");
    }
    return {};
}

QString runtimeName(const metrics::Source &source)
{
    QString name;
    switch (source.runtime) {
    case Runtime::Unknown:
        return {};
    case Runtime::Go:
        name = QStringLiteral("Go");
        break;
    case Runtime::Jvm:
        name = QStringLiteral("Java");
        break;
    case Runtime::Node:
        name = QStringLiteral("Node.js");
        break;
    case Runtime::Python:
        name = QStringLiteral("Python");
        break;
    case Runtime::DotNet:
        name = QStringLiteral(".NET");
        break;
    }
    // "go1.19.8", "v18.2.0", "3.11.2": only the figures, since the name is there already.
    const QString &version = source.runtimeVersion;
    const auto digit = std::find_if(version.begin(), version.end(), [](QChar c) { return c.isDigit(); });
    const QString figures = version.mid(digit - version.begin());
    return figures.isEmpty() ? name : QString(name + u' ' + figures);
}

QString serverSummary(const metrics::DiscoveryReport &report)
{
    QStringList parts;
    for (const metrics::Source &source : report.sources) {
        const QString runtime = runtimeName(source);
        // The first that knows the version says it best.
        if (!runtime.isEmpty()
            && (parts.isEmpty() || (parts.size() == 1 && runtime.startsWith(parts.first()))))
            parts = {runtime};
    }
    for (const metrics::Source &source : report.sources) {
        const QString name = formatName(source.format);
        if (!parts.contains(name))
            parts.append(name);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace ui
