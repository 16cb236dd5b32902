// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/attribution.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// The stack that grew most, the innermost call first, with the function to blame in strong type. Shows the calls down to
/// that function and one more. Thread: GUI.
class StackList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackList)

public:
    explicit StackList(QWidget *parent = nullptr);

    /// nullptr: nothing is shown.
    void setSuspect(const pprof::Suspect *suspect);

private:
    QVBoxLayout *m_column;
    QList<QWidget *> m_lines;
};

} // namespace ui
