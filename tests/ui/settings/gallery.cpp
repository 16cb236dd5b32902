// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the settings: settings_gallery [folder]
#include "tests/ui/gallery.h"
#include "ui/settings/alertrulelist.h"
#include "ui/settings/alertspage.h"
#include "ui/settings/settingsdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {

constexpr double mib = 1024.0 * 1024;

void settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents();
}

/// Some rules off, some changed, one of the user's own.
session::AlertSettings changedSettings()
{
    session::AlertSettings settings{session::defaultRuleList(), 512 * mib};
    settings.rules[2].isEnabled = false;
    settings.rules[3].rule.threshold = 0.25;
    settings.rules[3].rule.clear = 0.1;
    analysis::AlertRule own = settings.rules[8].rule;
    own.id = QStringLiteral("own");
    own.title = QStringLiteral("Goroutines of the image service, which keeps about two hundred workers");
    own.threshold = 400;
    own.priority = analysis::AlertPriority::P1;
    settings.rules.append({own, true});
    return settings;
}

void type(ui::AlertsPage &page, const QString &name, const QString &text)
{
    for (QLineEdit *edit : page.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() != name)
            continue;
        edit->setText(text);
        Q_EMIT edit->editingFinished();
    }
}

void press(ui::AlertsPage &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            button->click();
    }
}

void draw(Gallery &gallery)
{
    ui::SettingsDialog dialog;
    auto *page = new ui::AlertsPage;
    dialog.addGroup(QLatin1StringView("alert"), QStringLiteral("Alerts"), page);
    page->setNotified(true);
    dialog.openAt(page);
    settle();
    gallery.save(dialog, QStringLiteral("alerts"));
    page->setSettings(changedSettings());
    auto *list = page->findChild<ui::AlertRuleList *>();
    list->setCurrentIndex(list->model()->index(3, 0));
    settle();
    gallery.save(dialog, QStringLiteral("alerts-changed"));
    type(*page, QStringLiteral("Raised when above"), QStringLiteral("long"));
    type(*page, QStringLiteral("Over at or below"), QStringLiteral("700ms"));
    settle();
    gallery.save(dialog, QStringLiteral("alerts-mistake"));
    type(*page, QStringLiteral("Server's memory limit"), QStringLiteral("much"));
    settle();
    gallery.save(dialog, QStringLiteral("alerts-no-limit"));
    press(*page, QStringLiteral("Reset all"));
    list->setCurrentIndex(list->model()->index(1, 0));
    dialog.addGroup(QLatin1StringView("info"), QStringLiteral("Another group"), new QLabel);
    dialog.resize(920, 620);
    settle();
    gallery.save(dialog, QStringLiteral("alerts-reset"));
}

} // namespace

int main(int argc, char **argv)
{
    Gallery gallery(argc, argv, QStringLiteral("settings"));
    return gallery.draw([&gallery] { draw(gallery); });
}
