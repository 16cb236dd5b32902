// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/verificationsection.h"

#include "ui/common/card.h"
#include "ui/common/labelled.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using servers::Method;
using servers::ServerProfile;

VerificationSection::VerificationSection(QWidget *parent)
    : QWidget(parent)
    , m_digestField(new QLineEdit)
    , m_reprDigest(new QCheckBox(tr("Send a header Repr-Di&gest; every file is read twice for it")))
    , m_idempotencyKey(new QCheckBox(tr("Send an Idempotency-Key, the same for every attempt at one file")))
    , m_digestPart(
          labelled(tr("SHA-256 in form field"), *m_digestField,
                   tr("The field's name; it stands behind the file, and is computed while that is sent")))
{
    auto *card = new Card(tr("Whole, and only once"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(card);
    m_digestField->setPlaceholderText(tr("not sent"));
    m_reprDigest->setToolTip(tr("SHA-256 of what is sent, as RFC 9530 has it: of a form, all of the form"));
    m_idempotencyKey->setToolTip(
        tr("A server that knows it stores no file twice whose first answer was lost"));
    card->content().addWidget(m_digestPart);
    card->content().addWidget(m_reprDigest);
    card->content().addWidget(m_idempotencyKey);
    connect(m_digestField, &QLineEdit::textEdited, this, &VerificationSection::edited);
    for (const QCheckBox *box : {m_reprDigest, m_idempotencyKey})
        connect(box, &QCheckBox::clicked, this, &VerificationSection::edited);
}

void VerificationSection::setMethod(Method method)
{
    m_digestPart->setEnabled(method == Method::Post);
    m_reprDigest->setEnabled(method != Method::Tus);
}

void VerificationSection::setProfile(const ServerProfile &profile)
{
    m_digestField->setText(profile.digestField);
    m_reprDigest->setChecked(profile.sendsReprDigest);
    m_idempotencyKey->setChecked(profile.sendsIdempotencyKey);
    setMethod(profile.method);
}

void VerificationSection::fill(ServerProfile &profile) const
{
    profile.digestField = m_digestField->text().trimmed();
    profile.sendsReprDigest = m_reprDigest->isChecked();
    profile.sendsIdempotencyKey = m_idempotencyKey->isChecked();
}

} // namespace ui
