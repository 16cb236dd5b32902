// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui {

class PathField;

/// Of the editor: whom we trust, with which certificate we show who we are, and the exception for one certificate, which is
/// made where the server is not trusted (TrustNotice) and taken back here. Thread: GUI.
class CertificateSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CertificateSection)

public:
    explicit CertificateSection(QWidget *parent = nullptr);

    void setProfile(const servers::ServerProfile &profile);
    void fill(servers::ServerProfile &profile) const;

Q_SIGNALS:
    void edited();

private:
    void build();
    void buildException();
    void setException(const QByteArray &sha256);

    PathField *m_authorities;
    PathField *m_revoked;
    PathField *m_certificate;
    PathField *m_key;
    QLineEdit *m_passphrase;
    QWidget *m_exceptionPart = nullptr;
    QLabel *m_exceptionText = nullptr;
    QByteArray m_exception;
};

} // namespace ui
