// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/servereditor.h"

#include "ui/servers/certificatesection.h"
#include "ui/servers/limitsection.h"
#include "ui/servers/serversection.h"
#include "ui/servers/signinsection.h"
#include "ui/servers/verificationsection.h"

#include <QVBoxLayout>

namespace ui {

ServerEditor::ServerEditor(QWidget *parent)
    : FocusArea(parent)
    , m_server(new ServerSection)
    , m_signIn(new SignInSection)
    , m_certificates(new CertificateSection)
    , m_verification(new VerificationSection)
    , m_limits(new LimitSection)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(12);
    for (QWidget *section :
         std::initializer_list<QWidget *>{m_server, m_signIn, m_certificates, m_verification, m_limits})
        column->addWidget(section);
    column->addStretch();
    setWidget(content);
    connect(m_server, &ServerSection::edited, this, &ServerEditor::edited);
    connect(m_signIn, &SignInSection::edited, this, &ServerEditor::edited);
    connect(m_certificates, &CertificateSection::edited, this, &ServerEditor::edited);
    connect(m_verification, &VerificationSection::edited, this, &ServerEditor::edited);
    connect(m_server, &ServerSection::methodChanged, m_verification, &VerificationSection::setMethod);
    connect(m_limits, &LimitSection::edited, this, &ServerEditor::edited);
}

void ServerEditor::setProfile(const servers::ServerProfile &profile)
{
    m_shown = profile;
    m_server->setProfile(profile);
    m_signIn->setProfile(profile);
    m_certificates->setProfile(profile);
    m_verification->setProfile(profile);
    m_limits->setLimits(profile.limits);
}

servers::ServerProfile ServerEditor::profile() const
{
    servers::ServerProfile profile = m_shown; // and what has no field here
    m_server->fill(profile);
    m_signIn->fill(profile);
    m_certificates->fill(profile);
    m_verification->fill(profile);
    profile.limits = m_limits->limits();
    return profile;
}

QString ServerEditor::mistake() const
{
    if (const QString mistake = m_limits->mistake(); !mistake.isEmpty())
        return mistake;
    const auto done = servers::check(profile());
    return done ? QString() : done.error().message;
}

void ServerEditor::focusName()
{
    ensureVisible(0, 0);
    m_server->focusName();
}

} // namespace ui
