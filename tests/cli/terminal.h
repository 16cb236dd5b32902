// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// A terminal of 100 columns (a pseudo terminal's master side): what a person would see and type.
class Terminal final
{
    Q_DISABLE_COPY_MOVE(Terminal)

public:
    /// Ends the test (qFatal) when the system gives none.
    Terminal();
    ~Terminal();

    /// The device that a program is given.
    [[nodiscard]] QString slave() const;
    void type(const QByteArray &keys) const;
    /// All that was written on it so far.
    const QByteArray &screen();
    /// Waits until `text` was written on it.
    bool shows(const QByteArray &text);

private:
    int m_master;
    QByteArray m_screen;
};
