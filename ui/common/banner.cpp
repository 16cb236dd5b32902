// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/announce.h"
#include "ui/common/copyabletext.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/messageground.h"
#include "ui/common/signlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace ui {
namespace {

QLatin1StringView signFor(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QLatin1StringView("check");
    case Tone::Warn:
    case Tone::Bad:
        return QLatin1StringView("alert");
    case Tone::Text:
    case Tone::Dim:
    case Tone::Accent:
    case Tone::OnAccent:
        break;
    }
    return QLatin1StringView("info");
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_sign(new SignLabel(SignLabel::textSize, this))
    , m_headline(copyableText(this))
    , m_details(copyableText(this))
    , m_buttons(new QHBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    m_headline->setFont(strongFont(m_headline->font()));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_headline);
    texts->addWidget(m_details);
    m_row->setContentsMargins(12, 8, 8, 8);
    m_row->setSpacing(8);
    m_row->addWidget(m_sign, 0, Qt::AlignTop);
    m_row->addLayout(texts, 1);
    m_row->addLayout(m_buttons);
    updateColors();
}

void Banner::setMessage(Tone tone, const QString &headline, const QStringList &details)
{
    QStringList lines = details;
    lines.removeAll(QString());
    const QString text = lines.join(u'\n');
    if (tone == m_tone && headline == m_headline->text() && text == m_details->text())
        return; // Some say it with every keystroke.
    m_tone = tone;
    m_headline->setText(headline);
    m_details->setText(text);
    m_details->setVisible(!lines.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(text);
    updateColors();
    m_isNews = true;
    if (isVisible())
        tell();
}

void Banner::tell()
{
    if (std::exchange(m_isNews, false))
        announce(*this);
}

void Banner::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    tell();
}

QString Banner::headline() const
{
    return m_headline->text();
}

QPushButton &Banner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button, 0, Qt::AlignVCenter);
    return *button;
}

void Banner::setClosable(bool on)
{
    if (!m_close && on) // Made last: Tab comes to it after the buttons.
        addCloseButton();
    if (m_close)
        m_close->setVisible(on);
}

void Banner::addCloseButton()
{
    m_close = new QToolButton(this);
    m_close->setIcon(icon(QLatin1StringView("cancel")));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_row->addWidget(m_close, 0, Qt::AlignTop);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (changesColors(*event))
        QMetaObject::invokeMethod(this, &Banner::updateColors, Qt::QueuedConnection);
}

void Banner::updateColors()
{
    setInk(*m_headline, toneColor(colorsFor(palette()), m_tone));
    m_sign->setSign(signFor(m_tone), m_tone);
    m_sign->centreOn(*m_headline);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    paintMessageGround(*this, toneSoftColor(colorsFor(palette()), m_tone));
}

} // namespace ui
