// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/signinsection.h"

#include "core/servers/address.h"
#include "ui/common/card.h"
#include "ui/common/labelled.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using servers::Auth;
using servers::ServerProfile;

namespace {

QLineEdit *secretEdit()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

SignInSection::SignInSection(QWidget *parent)
    : QWidget(parent)
    , m_auth(new QComboBox)
    , m_user(new QLineEdit)
    , m_password(secretEdit())
    , m_token(secretEdit())
    , m_proxy(new QLineEdit)
    , m_proxyUser(new QLineEdit)
    , m_proxyPassword(secretEdit())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    buildSignIn();
    buildProxy();
    for (QLineEdit *edit : {m_user, m_password, m_token, m_proxy, m_proxyUser, m_proxyPassword})
        connect(edit, &QLineEdit::textEdited, this, &SignInSection::edited);
    connect(m_auth, &QComboBox::activated, this, &SignInSection::edited);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &SignInSection::updateAuth);
    updateAuth();
}

void SignInSection::buildSignIn()
{
    auto *card = new Card(tr("Signing in"), this);
    layout()->addWidget(card);
    m_auth->addItem(tr("Not at all"));
    m_auth->addItem(tr("User and password (Basic)"));
    m_auth->addItem(tr("User and password (Digest)"));
    m_auth->addItem(tr("Token (Bearer)"));
    auto *row = fieldRow();
    row->addWidget(labelled(tr("How to &sign in"), *m_auth,
                            tr("Digest asks the server first, without sending the file in vain")),
                   1);
    m_userPart = new QWidget;
    auto *user = fieldRow();
    m_userPart->setLayout(user);
    user->setContentsMargins({});
    user->addWidget(labelled(tr("User"), *m_user), 1);
    user->addWidget(labelled(tr("&Password"), *m_password, tr("Kept in the keychain")), 1);
    m_tokenPart = labelled(tr("To&ken"), *m_token, tr("Kept in the keychain"));
    row->addWidget(m_userPart, 2);
    row->addWidget(m_tokenPart, 2);
    card->content().addLayout(row);
}

void SignInSection::buildProxy()
{
    auto *card = new Card(tr("Proxy"), this);
    layout()->addWidget(card);
    m_proxy->setPlaceholderText(tr("that of the system"));
    auto *row = fieldRow();
    row->addWidget(
        labelled(tr("Pro&xy address"), *m_proxy, QStringLiteral("http://host:port, socks5://host:port")), 1);
    row->addWidget(labelled(tr("Proxy user"), *m_proxyUser), 1);
    row->addWidget(labelled(tr("Proxy password"), *m_proxyPassword, tr("Kept in the keychain")), 1);
    card->content().addLayout(row);
}

void SignInSection::updateAuth()
{
    const auto auth = static_cast<Auth>(m_auth->currentIndex());
    m_userPart->setVisible(auth != Auth::Bearer);
    m_userPart->setEnabled(auth == Auth::Basic || auth == Auth::Digest);
    m_tokenPart->setVisible(auth == Auth::Bearer);
}

void SignInSection::setProfile(const ServerProfile &profile)
{
    m_auth->setCurrentIndex(static_cast<int>(profile.auth));
    m_user->setText(profile.user);
    m_password->setText(profile.password);
    m_token->setText(profile.token);
    m_proxy->setText(profile.proxy.toDisplayString());
    m_proxyUser->setText(profile.proxyUser);
    m_proxyPassword->setText(profile.proxyPassword);
    updateAuth();
}

void SignInSection::fill(ServerProfile &profile) const
{
    profile.auth = static_cast<Auth>(m_auth->currentIndex());
    profile.user = m_user->text();
    profile.password = m_password->text();
    profile.token = m_token->text().trimmed();
    profile.proxy = servers::proxyAsTyped(m_proxy->text());
    profile.proxyUser = m_proxyUser->text();
    profile.proxyPassword = m_proxyPassword->text();
}

} // namespace ui
