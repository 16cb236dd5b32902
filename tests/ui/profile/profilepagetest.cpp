// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/profile/profilepagetest.h"

#include "ui/common/banner.h"
#include "ui/profile/flameview.h"
#include "ui/profile/profilepane.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace ui;

ProfilePageTest::ProfilePageTest() = default;
ProfilePageTest::~ProfilePageTest() = default;

void ProfilePageTest::init()
{
    m_page = std::make_unique<ProfilePage>();
    m_shown = std::make_unique<QSignalSpy>(m_page.get(), &ProfilePage::shown);
    m_fetch = std::make_unique<QSignalSpy>(m_page.get(), &ProfilePage::fetchRequested);
    m_page->resize(1100, 420);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void ProfilePageTest::cleanup()
{
    m_page.reset();
}

ProfileActions &ProfilePageTest::actions() const
{
    return m_page->actions();
}

const pprof::ProfileContent &ProfilePageTest::content() const
{
    return *m_page->pane().flame().content();
}

bool ProfilePageTest::isShown() const
{
    return m_page->pane().isVisible();
}

QComboBox &ProfilePageTest::types() const
{
    return *m_page->findChild<QComboBox *>();
}

bool ProfilePageTest::shows(const QString &text) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

QAbstractButton *ProfilePageTest::button(const QString &text) const
{
    const auto buttons = m_page->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

QString ProfilePageTest::banner() const
{
    const auto *banner = m_page->findChild<Banner *>();
    return banner->isVisible() ? banner->headline() : QString();
}

void ProfilePageTest::answer(const QByteArray &bytes, const QString &name)
{
    m_page->takeFetched(
        {name, QUrl(QStringLiteral("http://localhost:8080/debug/pprof/heap?gc=1")), 1'000, bytes, {}});
}

void ProfilePageTest::wait(int times)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_shown->count(), times, 20'000);
}

QString ProfilePageTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}
