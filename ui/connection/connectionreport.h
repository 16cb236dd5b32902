// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/findings.h"

#include <QWidget>

class QGridLayout;
class QToolButton;

namespace ui {

class Card;

/// What was found on the server and, for what is missing, the one line to add to it. Thread: GUI.
class ConnectionReport final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionReport)

public:
    explicit ConnectionReport(QWidget *parent = nullptr);

    void setFindings(const QList<Finding> &findings);

Q_SIGNALS:
    void closeRequested();

private:
    void addFinding(const Finding &finding, bool isSameTitle);

    Card *m_card;
    QToolButton *m_close;
    QWidget *m_lastInTabOrder = nullptr;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace ui
