// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverprofile.h"

#include <QWidget>

class QComboBox;
class QCheckBox;
class QLineEdit;

namespace ui {

class ValueList;

/// Of the editor: the server's name and addresses, and how a file is sent there. Thread: GUI.
class ServerSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerSection)

public:
    explicit ServerSection(QWidget *parent = nullptr);

    void setProfile(const servers::ServerProfile &profile);
    /// What stands here, into `profile`.
    void fill(servers::ServerProfile &profile) const;
    void focusName();

Q_SIGNALS:
    void edited();
    void methodChanged(servers::Method method);

private:
    void buildServer();
    void buildUpload();
    void updateMethod();

    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_watch;
    QComboBox *m_method;
    QLineEdit *m_field;
    QCheckBox *m_redirects;
    ValueList *m_form;
    ValueList *m_headers;
    QWidget *m_formPart = nullptr; ///< What only a form has.
    QWidget *m_fieldPart = nullptr;
};

} // namespace ui
