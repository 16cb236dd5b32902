// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QLabel;

namespace ui {

/// Foreign text, word for word: to be selected and copied, as tall as it needs at its width.
class WholeText final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WholeText)

public:
    explicit WholeText(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fitHeight();
    void fitLater();
};

/// A title and under it such a text. Is there only while it has one. Thread: GUI.
class TextBlock final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextBlock)

public:
    explicit TextBlock(const QString &title, QWidget *parent = nullptr);

    /// Empty: hides it. What is selected stays so while the text does.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

private:
    QLabel *m_title;
    WholeText *m_text;
};

} // namespace ui
