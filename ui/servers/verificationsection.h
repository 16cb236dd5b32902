// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace ui {

/// Of the editor: by what the server can tell that a file arrived whole, and only once. Thread: GUI.
class VerificationSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerificationSection)

public:
    explicit VerificationSection(QWidget *parent = nullptr);

    void setProfile(const servers::ServerProfile &profile);
    /// What stands here, into `profile`. What its method does not know is kept, in case another is chosen.
    void fill(servers::ServerProfile &profile) const;
    /// Only a form has fields, and tus checks the bytes by its own means.
    void setMethod(servers::Method method);

Q_SIGNALS:
    void edited();

private:
    QLineEdit *m_digestField;
    QCheckBox *m_reprDigest;
    QCheckBox *m_idempotencyKey;
    QWidget *m_digestPart;
};

} // namespace ui
