// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/originbar.h"

#include "ui/common/announce.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/keyedaction.h"
#include "ui/common/messageground.h"
#include "ui/common/signlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

namespace ui {

OriginBar::OriginBar(const QString &headline, QWidget *parent)
    : QFrame(parent)
    , m_sign(new SignLabel(QLatin1StringView("info"), Tone::Dim, SignLabel::textSize, this))
    , m_headline(new QLabel(headline, this))
    , m_address(new ElidedLabel({}, this))
    , m_close(new QAction(icon(QLatin1StringView("cancel")), tr("Close this result"), this))
{
    setFrameShape(QFrame::NoFrame);
    m_headline->setFont(strongFont(m_headline->font()));
    m_address->setElideMode(Qt::ElideMiddle);
    m_address->setFont(smallFont(m_address->font()));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_headline);
    texts->addWidget(m_address);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    addCloseButton();
    m_sign->centreOn(*m_headline);
    hide();
}

void OriginBar::addCloseButton()
{
    m_close->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_X);
    setWords(*m_close, m_close->text(), tr("Close this result; it can be shown again"));
    connect(m_close, &QAction::triggered, this, &OriginBar::closeRequested);
    auto *button = new QToolButton(this);
    button->setDefaultAction(m_close);
    layout()->addWidget(button);
    layout()->setAlignment(button, Qt::AlignTop);
}

void OriginBar::setHeadline(const QString &headline)
{
    m_headline->setText(headline);
}

void OriginBar::setAddress(const QString &address)
{
    m_isNews = !address.isEmpty() && (m_isNews || isHidden() || address != m_address->text());
    m_address->setText(address);
    setAccessibleName(m_headline->text());
    setAccessibleDescription(address);
    setVisible(!address.isEmpty());
    if (isVisible())
        tell();
}

void OriginBar::tell()
{
    if (std::exchange(m_isNews, false))
        announce(*this);
}

void OriginBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    tell();
}

QString OriginBar::address() const
{
    return m_address->text();
}

// Neutral: the colours are for the verdict below.
void OriginBar::paintEvent(QPaintEvent *)
{
    paintMessageGround(*this, colorsFor(palette()).grid);
}

} // namespace ui
