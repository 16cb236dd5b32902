// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/verdictbox.h"

#include "ui/common/announce.h"
#include "ui/common/breakable.h"
#include "ui/common/copyabletext.h"
#include "ui/common/fonts.h"
#include "ui/common/messageground.h"
#include "ui/common/signlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace ui {

namespace {

constexpr int signSize = 20;
constexpr int longestHeadline = 28; // Characters: what fits a line in the largest type.

} // namespace

VerdictBox::VerdictBox(QWidget *parent)
    : QFrame(parent)
    , m_sign(new SignLabel(signSize, this))
    , m_sentence(copyableText(this))
    , m_details(copyableText(this))
{
    setFrameShape(QFrame::NoFrame);
    m_details->setFont(smallFont(m_details->font()));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_details);
    addCopyKey(*this, {m_sentence, m_details}, [this] { return m_text.sentence; });
    updateColors();
}

void VerdictBox::setText(const VerdictText &text)
{
    if (text == m_text)
        return;
    m_isNews = m_isNews || text.sentence != m_text.sentence;
    m_text = text;
    updateFont();
    m_sentence->setText(breakable(text.sentence));
    m_sentence->setAccessibleName(text.sentence);
    m_details->setText(breakable(text.details.join(u'\n')));
    m_details->setVisible(!text.details.isEmpty());
    setAccessibleName(text.sentence);
    setAccessibleDescription(text.details.join(u' '));
    updateColors();
    if (isVisible())
        tell();
}

void VerdictBox::tell()
{
    if (std::exchange(m_isNews, false) && !m_text.sentence.isEmpty())
        announce(*this);
}

void VerdictBox::updateFont()
{
    const bool isShort = m_text.sentence.size() <= longestHeadline;
    m_sentence->setFont(isShort ? headlineFont(font()) : valueFont(font()));
}

void VerdictBox::showEvent(QShowEvent *event)
{
    updateFont(); // The style sheet takes what was set before it was first applied.
    QFrame::showEvent(event);
    tell();
}

void VerdictBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (changesColors(*event))
        QMetaObject::invokeMethod(this, &VerdictBox::updateColors, Qt::QueuedConnection);
}

void VerdictBox::updateColors()
{
    const Colors &colors = colorsFor(palette());
    setInk(*m_sentence, m_text.tone == Tone::Dim ? colors.text : toneColor(colors, m_text.tone));
    m_sign->setSign(m_text.sign, m_text.tone);
    m_sign->centreOn(*m_sentence);
    update();
}

void VerdictBox::paintEvent(QPaintEvent *)
{
    paintMessageGround(*this, toneSoftColor(colorsFor(palette()), m_text.tone));
}

} // namespace ui
