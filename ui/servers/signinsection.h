// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace ui {

/// Of the editor: who we are for the server, and the proxy on the way. Thread: GUI.
class SignInSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInSection)

public:
    explicit SignInSection(QWidget *parent = nullptr);

    void setProfile(const servers::ServerProfile &profile);
    void fill(servers::ServerProfile &profile) const;

Q_SIGNALS:
    void edited();

private:
    void buildSignIn();
    void buildProxy();
    void updateAuth();

    QComboBox *m_auth;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QLineEdit *m_proxy;
    QLineEdit *m_proxyUser;
    QLineEdit *m_proxyPassword;
    QWidget *m_userPart = nullptr;
    QWidget *m_tokenPart = nullptr;
};

} // namespace ui
