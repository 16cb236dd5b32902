// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace ui {

/// One line to write a note for the timeline: Enter adds, Escape leaves. Hidden until open(). Thread: GUI.
class NoteBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteBar)

public:
    explicit NoteBar(QWidget *parent = nullptr);

    void open();

Q_SIGNALS:
    /// Never empty.
    void noteWritten(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void accept();

    QLineEdit *m_text;
};

} // namespace ui
