// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/serverbook.h"
#include "tests/serverprofiles/memorykeychain.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/servers/serverexamples.h"
#include "tests/ui/taborder.h"
#include "ui/common/banner.h"
#include "ui/common/theme.h"
#include "ui/servers/curlpanel.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/servereditor.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using keyboard::focused;
using keyboard::press;
using keyboard::tabTo;
using keyboard::type;
using keyboard::typeAnew;
using servers::ServerBook;
using servers::ServerProfile;
using ui::ServerDialog;
using ui::ServerEditor;

/// The servers' dialog by keys alone.
class TestServerKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup();

    void everySectionIsFilledAndSaved();
    void whatHasTheFocusIsInView_data();
    void whatHasTheFocusIsInView();
    void enterInAFieldIsNoDecision();
    void deleteRemovesAndUndoBringsBack();
    void curlCommandsAreTakenOver();
    void curlCommandsAreCopied();
    void connectsAndCloses();
    void everyPageShowsTheFocusAndKnowsItsLetters();

private:
    [[nodiscard]] ServerEditor &editor() const { return *m_dialog->findChild<ServerEditor *>(); }
    [[nodiscard]] QListWidget &list() const { return *m_dialog->findChild<QListWidget *>(); }
    static void pressAlt(Qt::Key key) { press(QKeySequence(Qt::ALT | key)); }
    /// Mnemonics of buttons take effect a moment later.
    void save();

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<servers::MemoryKeychain> m_keychain;
    std::unique_ptr<ServerBook> m_book;
    std::unique_ptr<ServerDialog> m_dialog;
};

void TestServerKeys::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<servers::MemoryKeychain>();
    m_book = std::make_unique<ServerBook>(m_folder->filePath(QStringLiteral("servers.json")), *m_keychain);
    QVERIFY(m_book->put(examples::photoServer()));
    QVERIFY(m_book->put(examples::plainServer()));
    m_dialog = std::make_unique<ServerDialog>(*m_book);
    m_dialog->open(QString());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_VERIFY(editor().isEnabled()); // the keychain answered
}

void TestServerKeys::cleanup()
{
    m_dialog.reset();
    m_book.reset();
}

void TestServerKeys::save()
{
    QSignalSpy saved(m_book.get(), &ServerBook::changed);
    pressAlt(Qt::Key_V);
    QTRY_VERIFY(!saved.isEmpty());
}

void TestServerKeys::everySectionIsFilledAndSaved()
{
    pressAlt(Qt::Key_N);
    QTRY_COMPARE(focused(), QStringLiteral("Name")); // of a new one
    type(QStringLiteral("Mine"));
    pressAlt(Qt::Key_D);
    type(QStringLiteral("https://mine.example/up"));
    pressAlt(Qt::Key_C);
    type(QStringLiteral("https://metrics.example/"));
    pressAlt(Qt::Key_O);
    typeAnew(QStringLiteral("photo"));
    QVERIFY(tabTo(QStringLiteral("Add a form field")));
    press(Qt::Key_Space);
    QCOMPARE(focused(), QStringLiteral("Name of the form field"));
    type(QStringLiteral("album"));
    press(Qt::Key_Tab);
    type(QStringLiteral("2024"));
    QVERIFY(tabTo(QStringLiteral("Add a header")));
    press(Qt::Key_Space);
    type(QStringLiteral("X-Team"));
    press(Qt::Key_Tab);
    type(QStringLiteral("blue"));
    QVERIFY(tabTo(QStringLiteral("Send again where the server redirects to (307, 308)")));
    press(Qt::Key_Space);
    pressAlt(Qt::Key_S);
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    type(QStringLiteral("ann"));
    press(Qt::Key_Tab);
    type(QStringLiteral("sea"));
    pressAlt(Qt::Key_X);
    type(QStringLiteral("proxy.example:3128"));
    press(Qt::Key_Tab);
    type(QStringLiteral("bob"));
    press(Qt::Key_Tab);
    type(QStringLiteral("hill"));
    pressAlt(Qt::Key_I);
    type(QStringLiteral("/etc/ca.pem"));
    QVERIFY(tabTo(QStringLiteral("Revoked certificates")));
    type(QStringLiteral("/etc/revoked.pem"));
    QVERIFY(tabTo(QStringLiteral("Client certificate")));
    type(QStringLiteral("/etc/me.pem"));
    pressAlt(Qt::Key_Y);
    type(QStringLiteral("/etc/me.key"));
    QVERIFY(tabTo(QStringLiteral("Passphrase")));
    type(QStringLiteral("tide"));
    QVERIFY(tabTo(QStringLiteral("SHA-256 in form field")));
    type(QStringLiteral("sum"));
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QVERIFY(tabTo(QStringLiteral("At once")));
    press(Qt::Key_Up);
    pressAlt(Qt::Key_B);
    type(QStringLiteral("512K"));
    QVERIFY(tabTo(QStringLiteral("Time without a byte")));
    typeAnew(QStringLiteral("17"));
    save();

    QCOMPARE(m_book->profiles().size(), 3);
    const ServerProfile saved = editor().profile();
    QCOMPARE(saved.name, QStringLiteral("Mine"));
    QCOMPARE(saved.url, QUrl(QStringLiteral("https://mine.example/up")));
    QCOMPARE(saved.watch, QUrl(QStringLiteral("https://metrics.example/")));
    QCOMPARE(saved.field, QStringLiteral("photo"));
    QCOMPARE(saved.form, (QList<servers::NamedValue>{{QStringLiteral("album"), QStringLiteral("2024")}}));
    QCOMPARE(saved.headers, (QList<servers::NamedValue>{{QStringLiteral("X-Team"), QStringLiteral("blue")}}));
    QVERIFY(saved.followsRedirects);
    QCOMPARE(saved.auth, servers::Auth::Basic);
    QCOMPARE(saved.user + u' ' + saved.password, QStringLiteral("ann sea"));
    QCOMPARE(saved.proxy, QUrl(QStringLiteral("http://proxy.example:3128")));
    QCOMPARE(saved.proxyUser + u' ' + saved.proxyPassword, QStringLiteral("bob hill"));
    QCOMPARE(saved.caFile, QStringLiteral("/etc/ca.pem"));
    QCOMPARE(saved.crlFile, QStringLiteral("/etc/revoked.pem"));
    QCOMPARE(saved.certFile + saved.keyFile, QStringLiteral("/etc/me.pem/etc/me.key"));
    QCOMPARE(saved.keyPassword, QStringLiteral("tide"));
    QCOMPARE(saved.digestField, QStringLiteral("sum"));
    QVERIFY(saved.sendsReprDigest && !saved.sendsIdempotencyKey);
    QCOMPARE(saved.limits.parallel, servers::Limits().parallel + 1);
    QCOMPARE(saved.limits.bytesPerSecond, 512 * 1024);
    QCOMPARE(saved.limits.stallTimeout, std::chrono::seconds(17));
}

void TestServerKeys::whatHasTheFocusIsInView_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::newRow("forwards") << QKeySequence(Qt::Key_Tab);
    QTest::newRow("backwards") << QKeySequence(Qt::SHIFT | Qt::Key_Tab);
    QTest::newRow("to the top and to the foot") << QKeySequence(Qt::ALT | Qt::Key_D, Qt::ALT | Qt::Key_W);
}

void TestServerKeys::whatHasTheFocusIsInView()
{
    QFETCH(const QKeySequence, keys);
    m_dialog->resize(m_dialog->width(), 500);
    QVERIFY(tabTo(QStringLiteral("Known servers")));
    QSet<QWidget *> seen;
    for (int i = 0; i < 60; ++i) {
        press(QKeySequence(keys[static_cast<uint>(i % keys.count())]));
        QWidget *widget = QApplication::focusWidget();
        QVERIFY(widget);
        QVERIFY2(widget->visibleRegion().boundingRect() == widget->rect(),
                 qPrintable(taborder::nameOf(*widget)));
        seen.insert(widget);
    }
    QCOMPARE_GE(seen.size(), keys.count() > 1 ? 2 : taborder::stops(*m_dialog).size());
}

void TestServerKeys::enterInAFieldIsNoDecision()
{
    pressAlt(Qt::Key_A);
    typeAnew(QStringLiteral("Other"));
    press(Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(list().count(), 2);
    QCOMPARE(focused(), QStringLiteral("Name"));
    QCOMPARE(editor().profile().name, QStringLiteral("Other"));
    QCOMPARE(m_book->profiles().constFirst().name, examples::photoServer().name);
}

void TestServerKeys::deleteRemovesAndUndoBringsBack()
{
    QVERIFY(tabTo(QStringLiteral("Known servers")));
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QTRY_COMPARE(m_book->profiles().size(), 1);
    QCOMPARE(m_book->profiles().constFirst().name, examples::photoServer().name);
    QCOMPARE(focused(), QStringLiteral("Known servers"));
    pressAlt(Qt::Key_U);
    QTRY_COMPARE(m_book->profiles().size(), 2);

    // In a field it is a character's end.
    pressAlt(Qt::Key_A);
    press(Qt::Key_Delete);
    QCOMPARE(m_book->profiles().size(), 2);
}

void TestServerKeys::curlCommandsAreTakenOver()
{
    QGuiApplication::clipboard()->clear();
    pressAlt(Qt::Key_F);
    QTRY_COMPARE(focused(), QStringLiteral("curl command"));
    type(QStringLiteral("curl -u bob:HUSH -F picture=@a https://new.example/in"));
    pressAlt(Qt::Key_K);
    QTRY_COMPARE(focused(), QStringLiteral("Name"));
    save();
    QCOMPARE(m_book->profiles().constLast().url, QUrl(QStringLiteral("https://new.example/in")));
    QCOMPARE(m_book->profiles().constLast().user, QStringLiteral("bob"));

    pressAlt(Qt::Key_F);
    QTRY_COMPARE(focused(), QStringLiteral("curl command"));
    pressAlt(Qt::Key_B);
    QTRY_VERIFY(editor().isVisible());
    QVERIFY(m_dialog->focusWidget()->isVisible());
}

void TestServerKeys::curlCommandsAreCopied()
{
    QGuiApplication::clipboard()->clear();
    QVERIFY(tabTo(QStringLiteral("Copy as curl")));
    // The button runs the menu: what follows is pressed while it is open.
    QTimer::singleShot(0, this, [] { press(Qt::Key_Down); });
    QTimer::singleShot(0, this, [] { press(Qt::Key_Return); });
    press(Qt::Key_Space);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")));
}

void TestServerKeys::connectsAndCloses()
{
    QSignalSpy wanted(m_dialog.get(), &ServerDialog::connectRequested);
    pressAlt(Qt::Key_T);
    QTRY_COMPARE(wanted.size(), 1);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestServerKeys::everyPageShowsTheFocusAndKnowsItsLetters()
{
    const auto check = [this](const char *page) {
        const QStringList problems = taborder::sharedMnemonics(*m_dialog) + taborder::unseen(*m_dialog);
        QVERIFY2(problems.isEmpty(),
                 qPrintable(QLatin1String(page) + QStringLiteral(":\n") + problems.join(u'\n')));
    };
    check("with an exception");
    for (int method = 0; method < 2; ++method) {
        pressAlt(Qt::Key_H);
        press(Qt::Key_Down);
        check("other method");
    }
    pressAlt(Qt::Key_S);
    press(Qt::Key_End);
    check("with a token");
    QVERIFY(tabTo(QStringLiteral("Known servers")));
    press(Qt::Key_Delete);
    QTRY_VERIFY(m_dialog->findChild<ui::Banner *>()->isVisible());
    check("removed");
    pressAlt(Qt::Key_F);
    QTRY_VERIFY(m_dialog->findChild<ui::CurlPanel *>()->isVisible());
    type(QStringLiteral("curl https://new.example/in"));
    check("from curl");
}

QTEST_MAIN(TestServerKeys)
#include "tst_serverkeys.moc"
