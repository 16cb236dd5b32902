// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/serverbook.h"

#include <QDialog>
#include <QMap>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class CurlPanel;
class ServerEditor;
class ServerList;

/// The known servers, to be set up, copied, removed and connected to. Not modal: the window goes on beside it. What was changed
/// and not saved yet stays, for each server, until the program ends; what was removed can be brought back. Thread: GUI. The
/// book outlives it.
class ServerDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerDialog)

public:
    explicit ServerDialog(servers::ServerBook &book, QWidget *parent = nullptr);

    /// Shows it with this server selected, or with the first one.
    void open(const QString &id);
    /// Shows it with one that is not known yet.
    void open(const servers::ServerProfile &fresh);

Q_SIGNALS:
    /// It is saved.
    void connectRequested(const servers::ServerProfile &profile);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildButtons();
    void fillList();
    void select(const QString &id);
    void showCurrent();
    void showFetched(const servers::ServerProfile &profile, const base::Error &error);
    void keepDraft();
    void add(servers::ServerProfile profile, const QStringList &notes = {});
    bool save();
    void removeCurrent();
    void copyAsCurl(bool withSecrets);
    void say(const QStringList &texts, bool isBad = false);
    void updateButtons();

    servers::ServerBook &m_book;
    ServerList *m_list;
    QStackedWidget *m_pages;
    ServerEditor *m_editor;
    CurlPanel *m_curl;
    QWidget *m_empty;
    Banner *m_said;
    QPushButton *m_undo; ///< Of the message.
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_connect;
    QMap<QString, servers::ServerProfile> m_drafts; ///< Changed or new, not saved; by id.
    QString m_shownId; ///< In the editor, complete with its secrets.
    std::function<void()> m_undoing;
};

} // namespace ui
