// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/auditplan.h"
#include "ui/common/setupcard.h"

#include <QVariantMap>

class QComboBox;
class QLabel;
class QSpinBox;

namespace ui {

class PathField;

/// The card where an audit gets its bounds, is started and stopped. It says all of them before anything is sent.
/// Thread: GUI.
class AuditSetup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditSetup)

public:
    explicit AuditSetup(QWidget *parent = nullptr);

    [[nodiscard]] experiment::AuditBounds bounds() const;
    /// Where the server stores files; empty: not told, or not of this machine.
    [[nodiscard]] QString folder() const;
    /// Only folders of this machine can be looked at.
    void setFolderOffered(bool on);
    /// For the next start of the program; the folder is not kept. Broken entries are left as they are.
    [[nodiscard]] QVariantMap saved() const;
    void restore(const QVariantMap &saved);

    /// With its button, and whether it can start.
    [[nodiscard]] SetupCard &card() { return *m_card; }

private:
    void build();
    void setBounds(const experiment::AuditBounds &bounds);
    void updateHint();

    QComboBox *m_body;
    QSpinBox *m_requests;
    QSpinBox *m_minutes;
    PathField *m_folder;
    SetupCard *m_card;
    QLabel *m_hint = nullptr;
    bool m_isFolderOffered = false;
};

} // namespace ui
