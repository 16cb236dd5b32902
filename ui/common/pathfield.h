// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace ui {

/// The path of a file or of a folder, typed or chosen. Thread: GUI.
class PathField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathField)

public:
    /// `what` names the file for the dialog and for screen readers: "Client certificate".
    PathField(const QString &what, const QString &filter, QWidget *parent = nullptr);
    /// Of a folder.
    explicit PathField(const QString &what, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    void setPlaceholder(const QString &text);

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    void build(const QString &toolTip);
    void choose();

    QString m_what;
    QString m_filter;
    bool m_isFolder = false;
    QLineEdit *m_edit;
};

} // namespace ui
