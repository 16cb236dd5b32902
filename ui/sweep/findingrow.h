// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweep/sweeptext.h"

#include <QWidget>

class QLabel;

namespace ui {

class Pill;

/// A finding: its name, the word on it in its colour, and below how that is known. Thread: GUI.
class FindingRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingRow)

public:
    explicit FindingRow(QWidget *parent = nullptr);

    void setFinding(const SweepFinding &finding);

private:
    QLabel *m_name;
    Pill *m_word;
    QLabel *m_text;
};

} // namespace ui
