// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/mainwindow/windowfixture.h"

#include "core/net/curlaccessmanager.h"
#include "ui/common/pill.h"
#include "ui/connection/serverbar.h"
#include "ui/frame/messagebar.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QNetworkReply>

namespace {

class SilentReply final : public QNetworkReply
{
public:
    explicit SilentReply(QObject *parent)
        : QNetworkReply(parent)
    {
    }
    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class SilentManager final : public QNetworkAccessManager
{
protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &, QIODevice *) override
    {
        return new SilentReply(this);
    }
};

std::unique_ptr<QNetworkAccessManager> makeManager(WindowFixture::Network network)
{
    if (network == WindowFixture::Network::Silent)
        return std::make_unique<SilentManager>();
    return std::make_unique<net::CurlAccessManager>();
}

} // namespace

WindowFixture::WindowFixture(Network network, ui::ThemeMode mode)
    : m_theme(*qApp, mode)
    , m_manager(makeManager(network))
{
    session::registerMetaTypes();
    open();
}

WindowFixture::~WindowFixture() = default;

void WindowFixture::open()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("tidemark.ini")),
                                             QSettings::IniFormat);
    m_keeper = std::make_unique<session::RunKeeper>(m_folder.filePath(QStringLiteral("runs/history.sqlite")));
    m_session = std::make_unique<session::Session>(*m_manager, m_clock);
    m_servers = std::make_unique<servers::ServerBook>(m_folder.filePath(QStringLiteral("servers.json")),
                                                      m_keychain);
    m_window
        = std::make_unique<ui::MainWindow>(*m_session, m_theme, m_clock, *m_settings, *m_servers, *m_keeper);
}

void WindowFixture::restart()
{
    m_window->close();
    m_window.reset();
    m_servers.reset();
    m_session.reset();
    m_keeper.reset();
    m_settings.reset();
    open();
}

void WindowFixture::show(QSize size)
{
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QAbstractButton *WindowFixture::button(const QString &part) const
{
    for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').contains(part))
            return button;
    }
    return nullptr;
}

QLineEdit *WindowFixture::field(const QString &name) const
{
    for (QLineEdit *edit : m_window->findChildren<QLineEdit *>()) {
        if (edit->isVisible() && edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

QString WindowFixture::message() const
{
    const QList<ui::MessageBar *> bars = m_window->findChildren<ui::MessageBar *>();
    for (const ui::MessageBar *bar : bars) {
        if (!bar->headline().isEmpty())
            return bar->headline();
    }
    return {};
}

QString WindowFixture::state() const
{
    const auto *pill = part<ui::ServerBar>().findChild<ui::Pill *>();
    return pill->isVisible() ? pill->text() : QString();
}

bool WindowFixture::shows(const QString &text) const
{
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void WindowFixture::drop(const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QWidget *target = m_window->centralWidget();
    const QPoint middle = target->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &dropped);
}

void WindowFixture::press(QKeyCombination key)
{
    QTest::keyClick(m_window.get(), key.key(), key.keyboardModifiers());
    QTRY_VERIFY(QApplication::activeWindow() != m_window.get());
}
