// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace ui {

/// A framed surface with an optional title: what belongs together on a page. Add to content(). It is as tall
/// as what it holds and never cuts its last row. Thread: GUI.
class Card final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout &content() { return *m_content; }

private:
    QVBoxLayout *m_content;
};

} // namespace ui
