// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tidemark-cli/options.h"
#include "core/base/result.h"

#include <QStringList>

#include <optional>

namespace cli {

/// The program's two streams: results on stdout, everything about the run on stderr.
class Output final
{
    Q_DISABLE_COPY_MOVE(Output)

public:
    enum class Ink { Plain, Bold, Dim, Bad };

    /// Looks at the terminals and at NO_COLOR once.
    explicit Output(const Options &options);
    /// Takes the status line away.
    ~Output();

    /// Whether line() shows anything: not with --quiet, nor while stdout belongs to the JSON document.
    [[nodiscard]] bool showsLines() const { return m_lines; }
    /// One line for people, on stdout. Unprintable characters are spelt out.
    void line(const QString &text = {}, Ink ink = Ink::Plain);
    /// Error WriteFailed once a line could not be written, unless nobody reads any more.
    [[nodiscard]] base::Result<base::Done> linesWritten() const;
    /// What line() is given from now on can be had again, shown or not.
    void startRecording() { m_recorded.emplace(); }
    [[nodiscard]] QString recorded() const { return m_recorded.value_or(QStringList()).join(u'\n'); }

    /// Bytes for programs, on stdout as they are. Error WriteFailed.
    [[nodiscard]] base::Result<base::Done> document(const QByteArray &content);

    /// One line about the run, on stderr; not with --quiet.
    void note(const QString &text);
    /// "tidemark-cli: " and the text, on stderr, always.
    void error(const QString &text);

    /// Whether there is a status line: stderr is a terminal and nobody refused it.
    [[nodiscard]] bool hasStatus() const { return m_status; }
    /// Columns of the terminal, now.
    [[nodiscard]] int width() const;
    /// Puts `text` in place of the status line; empty takes it away. Nothing when there is none.
    void status(const QString &text);

private:
    [[nodiscard]] QByteArray inked(const QString &text, Ink ink, bool color) const;

    bool m_lines;
    bool m_quiet;
    bool m_status;
    bool m_colorOut;
    bool m_colorErr;
    bool m_statusShown = false;
    int m_lineError = 0; ///< errno of the first line that could not be written.
    std::optional<QStringList> m_recorded;
};

} // namespace cli
