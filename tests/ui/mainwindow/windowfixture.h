// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/servers/serverbook.h"
#include "core/session/runkeeper.h"
#include "core/session/session.h"
#include "tests/serverprofiles/memorykeychain.h"
#include "ui/common/theme.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The whole window on a real session, with settings of its own. Everything lives in the test's thread, so that
/// signals may be spied on.
class WindowFixture final
{
    Q_DISABLE_COPY_MOVE(WindowFixture)

public:
    /// Silent: requests are never answered.
    enum class Network { Real, Silent };

    explicit WindowFixture(Network network = Network::Real, ui::ThemeMode mode = ui::ThemeMode::Light);
    ~WindowFixture();

    /// Closes the window as a person would, and opens it anew with the same settings and a new session.
    void restart();
    void show(QSize size = {1280, 820});

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] session::Session &session() { return *m_session; }
    [[nodiscard]] session::RunKeeper &keeper() { return *m_keeper; }
    [[nodiscard]] servers::ServerBook &servers() { return *m_servers; }
    void lockKeychain() { m_keychain.isLocked = true; }
    [[nodiscard]] ui::Theme &theme() { return m_theme; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    template <typename Widget>
    [[nodiscard]] Widget &part() const
    {
        auto *widget = m_window->findChild<Widget *>();
        Q_ASSERT(widget);
        return *widget;
    }
    /// The visible button that says so; nullptr if there is none.
    [[nodiscard]] QAbstractButton *button(const QString &part) const;
    /// The visible field with this accessible name; nullptr if there is none.
    [[nodiscard]] QLineEdit *field(const QString &name) const;
    /// The headline of the uppermost message.
    [[nodiscard]] QString message() const;
    /// The pill in the server bar.
    [[nodiscard]] QString state() const;
    [[nodiscard]] bool shows(const QString &text) const;

    /// Files or addresses, dropped on the middle of the window.
    void drop(const QList<QUrl> &urls);
    /// That key, in the window, and what it opens shown.
    void press(QKeyCombination key);

private:
    void open();

    QTemporaryDir m_folder;
    ui::Theme m_theme;
    base::SystemClock m_clock;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<QSettings> m_settings;
    servers::MemoryKeychain m_keychain;
    std::unique_ptr<servers::ServerBook> m_servers;
    std::unique_ptr<session::RunKeeper> m_keeper;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};
