// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/textblock.h"

#include "ui/common/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QLabel>
#include <QResizeEvent>
#include <QTextBlock>
#include <QVBoxLayout>

namespace ui {

WholeText::WholeText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(smallFont(font()).pointSizeF());
    setFont(fixed);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // Tokens and paths have no blanks.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void WholeText::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    fitHeight();
}

/// Other colours come as another style sheet, which sets sizes of its own when it is polished.
void WholeText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitLater();
}

void WholeText::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    fitLater();
}

// Before it is laid out, it is not known what is around the text.
void WholeText::fitLater()
{
    const auto fit = [this] {
        if (isVisible())
            fitHeight();
    };
    QMetaObject::invokeMethod(this, fit, Qt::QueuedConnection);
}

void WholeText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitHeight();
}

void WholeText::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        // Asking for its size makes the lines of a block that was not shown yet.
        [[maybe_unused]] const QRectF size = document()->documentLayout()->blockBoundingRect(block);
        lines += std::max(1, block.layout()->lineCount());
    }
    const int frame = std::max(0, height() - viewport()->height());
    const int margin = static_cast<int>(document()->documentMargin());
    setFixedHeight(lines * fontMetrics().lineSpacing() + frame + 2 * margin);
}

TextBlock::TextBlock(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_text(new WholeText(this))
{
    m_title->setFont(smallStrongFont(m_title->font()));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_text->setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(3);
    column->addWidget(m_title);
    column->addWidget(m_text);
    hide();
}

void TextBlock::setText(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString TextBlock::text() const
{
    return m_text->toPlainText();
}

} // namespace ui
