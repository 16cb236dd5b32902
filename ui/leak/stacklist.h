// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/checkresult.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace report {
struct NamedSuspect;
}

namespace ui {

/// Whose doing the growth is: of each suspect that a check names how much grew, where there are several, and the stack that
/// grew most, the innermost call first, with the function to blame in strong type. Those of one resource stand below one
/// title; of the first of them the stack is shown down to that function and one more, of the others the function, and
/// the tool tip has the rest. Thread: GUI.
class StackList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackList)

public:
    explicit StackList(QWidget *parent = nullptr);

    /// Nothing is shown where nobody is named. The result is not kept.
    void setResult(const experiment::CheckResult &result);

private:
    void addTitle(const QString &unit);
    void addShare(const report::NamedSuspect &named);
    void addStack(const pprof::Suspect &suspect);
    void addSite(const pprof::Site &site, bool isGuilty, const QString &toolTip = {});
    void addLine(QLabel *line);

    QVBoxLayout *m_column;
    QLabel *m_title; ///< The first one.
    QList<QWidget *> m_lines;
};

} // namespace ui
