// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profilepage.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

class QAbstractButton;
class QComboBox;

namespace pprof {
struct ProfileContent;
}
namespace ui {
class ProfileActions;
}

/// A Profile page in a window, new for every test function, and a folder for its files.
class ProfilePageTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfilePageTest)

public:
    ProfilePageTest();
    ~ProfilePageTest() override;

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    [[nodiscard]] ui::ProfileActions &actions() const;
    [[nodiscard]] const pprof::ProfileContent &content() const;
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] QComboBox &types() const;
    /// Whether a visible label says so.
    [[nodiscard]] bool shows(const QString &text) const;
    /// The visible button that says so; nullptr if there is none.
    [[nodiscard]] QAbstractButton *button(const QString &text) const;
    /// The message above the page; empty if there is none.
    [[nodiscard]] QString banner() const;
    /// The server's, to what was asked for.
    void answer(const QByteArray &bytes, const QString &name = QStringLiteral("heap"));
    /// For the page to have shown so many since the test began.
    void wait(int times = 1);
    /// A file in the folder; returns its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;

    const QString someServer = QStringLiteral("http://localhost:8080/");
    const QString otherServer = QStringLiteral("http://other:8080/");
    QTemporaryDir m_folder;
    std::unique_ptr<ui::ProfilePage> m_page;
    std::unique_ptr<QSignalSpy> m_shown;
    std::unique_ptr<QSignalSpy> m_fetch;
};
