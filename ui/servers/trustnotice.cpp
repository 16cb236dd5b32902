// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/trustnotice.h"

#include "ui/common/announce.h"
#include "ui/common/colors.h"
#include "ui/common/copyabletext.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/labelled.h"
#include "ui/common/messageground.h"
#include "ui/common/signlabel.h"
#include "ui/servers/tlstext.h"

#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace ui {

namespace {

constexpr QMargins air(16, 8, 16, 8); // around it; gone with it while there is nothing to say

QString dateText(const QDateTime &time)
{
    return time.toLocalTime().date().toString(Qt::ISODate); // 3/1/26 may be any of three dates
}

/// Two lines of sixteen bytes, to be compared by eye.
QString inTwoLines(const QByteArray &sha256)
{
    QString text = net::fingerprintText(sha256);
    constexpr qsizetype half = 16 * 3;
    return text.size() > half ? QString(text.left(half - 1) + u'\n' + text.mid(half)) : text;
}

} // namespace

TrustNotice::TrustNotice(QWidget *parent)
    : QFrame(parent)
    , m_sign(new SignLabel(QLatin1StringView("alert"), Tone::Bad, SignLabel::textSize, this))
    , m_headline(copyableText(this))
    , m_meaning(copyableText(this))
    , m_promise(copyableText(this))
    , m_trust(new QPushButton(tr("&Trust this certificate"), this))
    , m_settings(new QPushButton(tr("Server &settings…"), this))
{
    setFrameShape(QFrame::NoFrame);
    build();
    connect(m_trust, &QPushButton::clicked, this, [this] { Q_EMIT trusted(m_fingerprint); });
    connect(m_settings, &QPushButton::clicked, this, &TrustNotice::settingsRequested);
    updateColors();
}

void TrustNotice::build()
{
    m_headline->setFont(strongFont(m_headline->font()));
    m_promise->setFont(smallFont(m_promise->font()));
    m_trust->setToolTip(tr("Make an exception for the certificate with this fingerprint"));
    m_settings->setToolTip(tr("Name authorities, or a client certificate"));
    auto *close = new QToolButton(this);
    close->setIcon(icon(QLatin1StringView("cancel")));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close this message (Esc)"));
    connect(close, &QToolButton::clicked, this, &TrustNotice::closed);
    setTabOrder(m_trust, m_settings);
    setTabOrder(m_settings, close);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_headline);
    texts->addWidget(m_meaning);
    m_chain = new QWidget(this);
    texts->addSpacing(4);
    texts->addWidget(m_chain);
    texts->addSpacing(4);
    texts->addWidget(m_promise);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_trust);
    buttons->addWidget(m_settings);
    buttons->addStretch();
    texts->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(air.left() + 12, air.top() + 8, air.right() + 8, air.bottom() + 12);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(close, 0, Qt::AlignTop);
}

void TrustNotice::showFailure(const net::TlsFailure &failure)
{
    const TlsText text = tlsText(failure);
    m_headline->setText(text.headline);
    m_meaning->setText(text.meaning);
    setAccessibleName(text.headline);
    setAccessibleDescription(text.meaning);
    m_fingerprint = failure.chain.value(0).sha256;
    const bool mayBe = net::canBeTrusted(failure);
    m_trust->setVisible(mayBe);
    m_promise->setVisible(mayBe);
    m_promise->setText(tr("Then the certificate of “%1” is accepted from this server, known by its "
                          "fingerprint; any other is "
                          "checked as before.")
                           .arg(failure.chain.value(0).subject));
    m_trust->setAccessibleDescription(tr("SHA-256 %1").arg(net::fingerprintText(m_fingerprint)));
    showChain(failure);
    if (isVisible())
        announce(*this);
}

void TrustNotice::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!event->spontaneous())
        announce(*this);
}

void TrustNotice::showChain(const net::TlsFailure &failure)
{
    auto *fresh = new QWidget(this);
    auto *grid = new QGridLayout(fresh);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    if (!failure.chain.isEmpty()) {
        grid->addWidget(caption(tr("Certificate")), 0, 0);
        grid->addWidget(caption(tr("Issued by")), 0, 1);
        grid->addWidget(caption(tr("Valid")), 0, 2);
        grid->addWidget(caption(tr("SHA-256")), 0, 3);
    }
    for (const net::CertificateInfo &certificate : failure.chain) {
        ++row;
        auto *subject = new ElidedLabel(certificate.subject, fresh);
        subject->setFont(row - 1 == failure.at ? strongFont(subject->font()) : subject->font());
        subject->setMinimumWidth(72);
        auto *print = copyableText(fresh);
        print->setWordWrap(false);
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSize(smallFont(font()).pointSize());
        print->setFont(fixed);
        print->setText(inTwoLines(certificate.sha256));
        print->setAccessibleName(
            tr("SHA-256 of %1: %2").arg(certificate.subject, net::fingerprintText(certificate.sha256)));
        grid->addWidget(subject, row, 0, Qt::AlignTop);
        grid->addWidget(new ElidedLabel(certificate.issuer, fresh), row, 1, Qt::AlignTop);
        grid->addWidget(
            new QLabel(tr("%1 –\n%2", "from, until")
                           .arg(dateText(certificate.validFrom), dateText(certificate.validUntil)),
                       fresh),
            row, 2, Qt::AlignTop);
        grid->addWidget(print, row, 3);
    }
    delete layout()->replaceWidget(m_chain, fresh);
    delete m_chain;
    m_chain = fresh;
    m_chain->setVisible(!failure.chain.isEmpty());
}

void TrustNotice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (changesColors(*event))
        QMetaObject::invokeMethod(this, &TrustNotice::updateColors, Qt::QueuedConnection);
}

void TrustNotice::updateColors()
{
    setInk(*m_headline, toneColor(colorsFor(palette()), Tone::Bad));
    m_sign->centreOn(*m_headline);
    update();
}

void TrustNotice::paintEvent(QPaintEvent *)
{
    paintMessageGround(*this, toneSoftColor(colorsFor(palette()), Tone::Bad), air);
}

} // namespace ui
