// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/keptrun.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTimer;

namespace ui {

/// Above the list of runs: part of an address, kind of run, tag. Thread: GUI.
class RunFilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunFilterBar)

public:
    explicit RunFilterBar(QWidget *parent = nullptr);

    /// Without a limit.
    [[nodiscard]] session::RunFilter filter() const;
    /// Shown, and told by `changed` if it differs.
    void setFilter(const session::RunFilter &filter);
    /// All there are; the chosen one stays, even if no run has it any more.
    void setTags(const QStringList &tags);
    void focusText();

Q_SIGNALS:
    /// Of the text not before there was a moment without typing.
    void changed();

private:
    void build();
    void tell();

    QLineEdit *m_server;
    QComboBox *m_command;
    QComboBox *m_tag;
    QTimer *m_pause;
    session::RunFilter m_told;
};

} // namespace ui
