// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"
#include "ui/common/focusarea.h"

namespace ui {

class CertificateSection;
class LimitSection;
class ServerSection;
class SignInSection;
class VerificationSection;

/// Everything about one server, to be read and changed. Keeps to itself what it shows; saving is the owner's. Thread: GUI.
class ServerEditor final : public FocusArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerEditor)

public:
    explicit ServerEditor(QWidget *parent = nullptr);

    void setProfile(const servers::ServerProfile &profile);
    /// As it stands, changes included.
    [[nodiscard]] servers::ServerProfile profile() const;
    /// What is wrong with it, in one sentence; empty: nothing.
    [[nodiscard]] QString mistake() const;
    void focusName();

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    servers::ServerProfile m_shown;
    ServerSection *m_server;
    SignInSection *m_signIn;
    CertificateSection *m_certificates;
    VerificationSection *m_verification;
    LimitSection *m_limits;
};

} // namespace ui
