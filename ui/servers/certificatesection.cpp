// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/certificatesection.h"

#include "core/net/endpoint.h"
#include "core/net/tlsfailure.h"
#include "ui/common/card.h"
#include "ui/common/copyabletext.h"
#include "ui/common/labelled.h"
#include "ui/common/pathfield.h"
#include "ui/common/signlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using servers::ServerProfile;

CertificateSection::CertificateSection(QWidget *parent)
    : QWidget(parent)
    , m_authorities(
          new PathField(tr("Certificate authorities"), tr("Certificates (*.pem *.crt *.cer);;All files (*)")))
    , m_revoked(new PathField(tr("Revoked certificates"), tr("Lists (*.pem *.crl);;All files (*)")))
    , m_certificate(new PathField(tr("Client certificate"),
                                  tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)")))
    , m_key(new PathField(tr("Key"), tr("Keys (*.pem *.key);;All files (*)")))
    , m_passphrase(new QLineEdit)
{
    build();
    for (PathField *field : {m_authorities, m_revoked, m_certificate, m_key})
        connect(field, &PathField::edited, this, &CertificateSection::edited);
    connect(m_passphrase, &QLineEdit::textEdited, this, &CertificateSection::edited);
    connect(m_certificate, &PathField::edited, this,
            [this] { m_key->setEnabled(!net::isPkcs12(m_certificate->path())); });
}

void CertificateSection::build()
{
    auto *card = new Card(tr("Certificates"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_authorities->setPlaceholder(tr("those of the system"));
    m_revoked->setPlaceholder(tr("not looked at"));
    m_certificate->setPlaceholder(tr("none"));
    m_key->setPlaceholder(tr("in the same file"));
    auto *trust = fieldRow();
    trust->addWidget(labelled(tr("Certificate author&ities"), *m_authorities,
                              tr("PEM; whom to trust instead of the system's")),
                     1);
    trust->addWidget(
        labelled(tr("Revoked certificates"), *m_revoked, tr("PEM lists (CRL) of the authorities")), 1);
    auto *own = fieldRow();
    own->addWidget(
        labelled(tr("Client certificate"), *m_certificate, tr("PEM, or PKCS#12 (.p12, .pfx) with its key")),
        1);
    own->addWidget(labelled(tr("Ke&y"), *m_key, tr("PEM")), 1);
    own->addWidget(
        labelled(tr("Passphrase"), *m_passphrase, tr("Of the key or the PKCS#12 file; kept in the keychain")),
        1);
    card->content().addLayout(trust);
    card->content().addLayout(own);
    buildException();
    card->content().addWidget(m_exceptionPart);
}

void CertificateSection::buildException()
{
    m_exceptionPart = new QWidget;
    auto *row = new QHBoxLayout(m_exceptionPart);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *sign = new SignLabel(QLatin1StringView("alert"), Tone::Warn, SignLabel::textSize, m_exceptionPart);
    m_exceptionText = copyableText(m_exceptionPart);
    auto *forget = new QPushButton(tr("Forget it"), m_exceptionPart);
    forget->setToolTip(tr("The server is checked again as all others are"));
    forget->setAccessibleDescription(tr("Takes the exception for one certificate back"));
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(m_exceptionText, 1);
    row->addWidget(forget, 0, Qt::AlignVCenter);
    connect(forget, &QPushButton::clicked, this, [this] {
        setException({});
        m_passphrase->setFocus(Qt::OtherFocusReason); // the button goes away
        Q_EMIT edited();
    });
}

void CertificateSection::setException(const QByteArray &sha256)
{
    m_exception = sha256;
    m_exceptionPart->setVisible(!sha256.isEmpty());
    // Somewhere to break the line.
    m_exceptionText->setText(
        tr("One certificate is trusted by exception, whatever is wrong with it.\nSHA-256 %1")
            .arg(net::fingerprintText(sha256).replace(u':', QStringLiteral(":\u200b"))));
}

void CertificateSection::setProfile(const ServerProfile &profile)
{
    m_authorities->setPath(profile.caFile);
    m_revoked->setPath(profile.crlFile);
    m_certificate->setPath(profile.certFile);
    m_key->setPath(profile.keyFile);
    m_key->setEnabled(!net::isPkcs12(profile.certFile));
    m_passphrase->setText(profile.keyPassword);
    setException(profile.trustedCertificate);
}

void CertificateSection::fill(ServerProfile &profile) const
{
    profile.caFile = m_authorities->path();
    profile.crlFile = m_revoked->path();
    profile.certFile = m_certificate->path();
    profile.keyFile = m_key->isEnabled() ? m_key->path() : QString();
    profile.keyPassword = m_passphrase->text();
    profile.trustedCertificate = m_exception;
}

} // namespace ui
