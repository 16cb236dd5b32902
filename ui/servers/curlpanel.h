// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/curlimport.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Banner;

/// Where a curl command is pasted and becomes a server. Says at once, while it is typed, what cannot be taken over.
/// Thread: GUI.
class CurlPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlPanel)

public:
    explicit CurlPanel(QWidget *parent = nullptr);

    /// Empty, with what the clipboard holds if that is a curl command.
    void open();
    [[nodiscard]] QString command() const;
    void setCommand(const QString &command);

Q_SIGNALS:
    void imported(const servers::ServerProfile &profile, const QStringList &notes);
    void closed();

private:
    void read();

    QPlainTextEdit *m_edit;
    Banner *m_said;
    QPushButton *m_takeOver;
    std::optional<servers::CurlImport> m_import;
};

} // namespace ui
