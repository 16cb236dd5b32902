// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowactions.h"

#include "ui/common/formatactions.h"
#include "ui/common/icons.h"
#include "ui/common/keyedaction.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace ui {

WindowActions::WindowActions(QWidget &window)
    : QObject(&window)
{
    using report::Format;
    const auto make
        = [&window](const char *sign, const QString &text, const QString &toolTip, const QKeySequence &key) {
              return keyedAction(window, sign, text, toolTip, key);
          };
    focusAddress = make("search", tr("Go to the addr&ess"), tr("Type another address"),
                        QKeySequence(Qt::CTRL | Qt::Key_L));
    reconnect = make("connect", tr("&Reconnect"), tr("Connect again and look for metrics anew"),
                     QKeySequence(Qt::Key_F5));
    showWatch = make("server", tr("&Metrics elsewhere…"), tr("Give another address for the metrics"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    showReport
        = make("info", tr("W&hat was found"), tr("Show what was found on the server, and what to add to it"),
               QKeySequence(Qt::CTRL | Qt::Key_I));
    servers = make("settings", tr("Ser&vers…"),
                   tr("Set up servers: signing in, certificates, limits; or take over a curl command"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    alerts = make("alert", tr("Alerts raised"), tr("Show which alerts are raised, and which were"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    settings
        = make("settings", tr("Settings…"), tr("Language, colours, alert rules and when to be told of them"),
               QKeySequence(Qt::CTRL | Qt::Key_Comma));
    startSample = make("play", tr("S&tart the sample server"),
                       tr("Start a server that leaks on purpose, and connect to it"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    note = make("flag", tr("Add a &note…"), tr("Mark this moment on the timeline"), QKeySequence(Qt::Key_M));
    exports = new FormatActions(window,
                                {{Format::Html, Qt::CTRL | Qt::Key_E},
                                 {Format::Paper, Qt::CTRL | Qt::SHIFT | Qt::Key_B},
                                 {Format::Markdown, Qt::CTRL | Qt::SHIFT | Qt::Key_G},
                                 {Format::Json, Qt::CTRL | Qt::SHIFT | Qt::Key_J},
                                 {Format::Csv, Qt::CTRL | Qt::SHIFT | Qt::Key_V}});
    exports->of(Format::Html)->setIcon(icon(QLatin1StringView("export")));
    for (QAction *action : exports->all())
        action->setText(tr("Export as %1", "a format's name").arg(action->text()));
    keys = make("question", tr("Keys"), tr("Show all keys"), QKeySequence(Qt::Key_Question));
    keys->setShortcuts({Qt::Key_Question, Qt::Key_F1}); // the latter in fields of text, too
    about = make(nullptr, tr("A&bout Tidemark"), tr("Version, licence, and what it is made with"),
                 QKeySequence(Qt::CTRL | Qt::Key_F1));
    quit = make(nullptr, tr("&Quit"), tr("Leave Tidemark"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    showWatch->setCheckable(true);
    showReport->setCheckable(true);

    auto *group = new QActionGroup(this);
    const auto mode = [&](ThemeMode which, const char *sign, const QString &text, Qt::Key key) {
        QAction *action
            = make(sign, text, tr("Colours of the window"), QKeySequence(Qt::CTRL | Qt::ALT | key));
        action->setCheckable(true);
        group->addAction(action);
        theme[static_cast<size_t>(which)] = action;
    };
    mode(ThemeMode::System, nullptr, tr("Colours like the s&ystem"), Qt::Key_0);
    mode(ThemeMode::Light, "sun", tr("L&ight"), Qt::Key_1);
    mode(ThemeMode::Dark, "moon", tr("Dar&k"), Qt::Key_2);
}

void WindowActions::fillExportMenu(QMenu &menu) const
{
    menu.addActions(exports->all());
}

void WindowActions::fillMenu(QMenu &menu) const
{
    menu.addActions({focusAddress, servers, showWatch, reconnect, showReport, startSample});
    menu.addSeparator();
    menu.addActions({note, alerts});
    menu.addSeparator();
    menu.addAction(settings);
    menu.addActions({theme.begin(), theme.end()});
    menu.addSeparator();
    menu.addActions({keys, about, quit});
}

} // namespace ui
