// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/output.h"

#include "core/report/safetext.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

namespace cli {

namespace {
/// https://no-color.org: any non-empty value counts.
bool wantsColor(ColorMode mode, int descriptor)
{
    switch (mode) {
    case ColorMode::Always:
        return true;
    case ColorMode::Never:
        return false;
    case ColorMode::Auto:
        break;
    }
    return ::isatty(descriptor) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

const char *escapeOf(Output::Ink ink)
{
    switch (ink) {
    case Output::Ink::Plain:
        return "";
    case Output::Ink::Bold:
        return "\033[1m";
    case Output::Ink::Dim:
        return "\033[2m";
    case Output::Ink::Bad:
        return "\033[31m";
    }
    return "";
}

bool put(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

base::Error stdoutError(int error)
{
    return {base::ErrorKind::WriteFailed,
            QStringLiteral("cannot write to standard output: ")
                + QString::fromLocal8Bit(std::strerror(error)),
            0,
            {}};
}

constexpr auto eraseLine = "\r\033[K";
} // namespace

Output::Output(const Options &options)
    : m_lines(!options.quiet && !options.jsonOnStdout())
    , m_quiet(options.quiet)
    , m_status(options.progress && !options.quiet && ::isatty(STDERR_FILENO))
    , m_colorOut(wantsColor(options.color, STDOUT_FILENO))
    , m_colorErr(wantsColor(options.color, STDERR_FILENO))
{
}

Output::~Output()
{
    status({});
}

void Output::line(const QString &text, Ink ink)
{
    if (m_recorded)
        m_recorded->append(report::printable(text));
    if (!m_lines)
        return;
    status({});
    const bool isPut = put(stdout, inked(text, ink, m_colorOut) + '\n');
    if (!isPut && errno != EPIPE && m_lineError == 0) // whoever closes a pipe has read enough
        m_lineError = errno;
}

base::Result<base::Done> Output::linesWritten() const
{
    return m_lineError == 0 ? base::Result<base::Done>(base::Done()) : stdoutError(m_lineError);
}

base::Result<base::Done> Output::document(const QByteArray &content)
{
    status({});
    if (put(stdout, content))
        return base::Done();
    return stdoutError(errno);
}

void Output::note(const QString &text)
{
    if (m_quiet)
        return;
    status({});
    put(stderr, inked(text, Ink::Dim, m_colorErr) + '\n');
}

void Output::error(const QString &text)
{
    status({});
    put(stderr, inked(QStringLiteral("tidemark-cli: ") + text, Ink::Bad, m_colorErr) + '\n');
}

int Output::width() const
{
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

void Output::status(const QString &text)
{
    if (!m_status || (text.isEmpty() && !m_statusShown))
        return;
    put(stderr, eraseLine + report::printable(text).toUtf8());
    m_statusShown = !text.isEmpty();
}

QByteArray Output::inked(const QString &text, Ink ink, bool color) const
{
    const QByteArray plain = report::printable(text).toUtf8();
    if (!color || ink == Ink::Plain || plain.isEmpty())
        return plain;
    return escapeOf(ink) + plain + "\033[0m";
}

} // namespace cli
