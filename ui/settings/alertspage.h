// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/alertsettings.h"
#include "ui/common/colors.h"
#include "ui/models/errortext.h"

#include <QWidget>

class QPushButton;

namespace ui {

class AlertOptions;
class AlertRuleEditor;
class AlertRuleList;
class AlertRuleModel;
class Banner;

/// The group "Alerts" of the settings: the rules, one of them to be edited, the limit of the server's memory, whether the desktop
/// is to be told, and files. What is changed counts at once; what replaces more than one value can be undone.
/// Thread: GUI.
class AlertsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertsPage)

public:
    explicit AlertsPage(QWidget *parent = nullptr);

    [[nodiscard]] session::AlertSettings settings() const;
    /// Says nothing.
    void setSettings(const session::AlertSettings &settings);
    void setNotified(bool on);
    /// Where file dialogs begin.
    void setFolder(const QString &folder) { m_folder = folder; }

    /// What the dialogs do with the file that was chosen; how it went is said on the page.
    void load(const QString &fileName);
    void save(const QString &fileName);
    void exportForPrometheus(const QString &fileName);

Q_SIGNALS:
    /// By the person.
    void settingsChanged(const session::AlertSettings &settings);
    void notifiedChanged(bool on);
    /// A file was read or written there.
    void folderChosen(const QString &folder);

private:
    void build();
    QWidget *buildRules();
    QWidget *buildButtons();
    QPushButton *addButton(const QString &text, const QString &toolTip);
    void showRule();
    void resetRule();
    /// With all of it replaced, and a button to have it back.
    void replace(const session::AlertSettings &settings, const QString &headline, const QString &detail = {});
    void put(const session::AlertSettings &settings);
    void say(Tone tone, const QString &headline, const QStringList &details = {});
    void complain(const ErrorText &text);
    void told(const QString &fileName, const base::Result<base::Done> &written);

    AlertRuleModel *m_model;
    AlertRuleList *m_list;
    AlertRuleEditor *m_editor;
    AlertOptions *m_options;
    Banner *m_said;
    QPushButton *m_undo; ///< Of the message.
    session::AlertSettings m_before; ///< What Undo brings back.
    QString m_folder;
    bool m_isQuiet = false; ///< It is not the person who changes something.
};

} // namespace ui
