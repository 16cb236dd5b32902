// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/keptrun.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// What a kept run said, as text, with a way back to the list. Thread: GUI.
class RunTextView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunTextView)

public:
    explicit RunTextView(QWidget *parent = nullptr);

    /// Takes the focus.
    void showText(const session::KeptRun &run, const QString &text);

Q_SIGNALS:
    void closeRequested();

private:
    QLabel *m_title;
    QPushButton *m_back;
    QPlainTextEdit *m_text;
};

} // namespace ui
