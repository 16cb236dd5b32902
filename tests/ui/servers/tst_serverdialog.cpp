// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servers/serverbook.h"
#include "tests/serverprofiles/memorykeychain.h"
#include "tests/ui/servers/serverexamples.h"
#include "ui/common/banner.h"
#include "ui/servers/curlpanel.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/servereditor.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using servers::ServerBook;
using servers::ServerProfile;
using ui::ServerDialog;

/// Through what a person sees, clicks and types.
class TestServerDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheChosenServerWithItsSecrets();
    void aNewServerIsCheckedBeforeItIsSaved();
    void changesStayUntilSaved();
    void verificationIsKept();
    void removedServerComesBack();
    void takesOverCurlCommands();
    void copiesCurlCommands();
    void connectsToTheSavedServer();
    void lockedKeychainIsTold();
    void exceptionIsTakenBack();
    void secretHeadersAreGuessed();
    void isAccessible();
    void rowsComeBeforeTheirButton();

private:
    template <typename Widget>
    [[nodiscard]] Widget *named(const QString &name) const;
    [[nodiscard]] QAbstractButton *button(const QString &text) const;
    void choose(int row);
    void type(const QString &field, const QString &text);
    [[nodiscard]] QString said() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<servers::MemoryKeychain> m_keychain;
    std::unique_ptr<ServerBook> m_book;
    std::unique_ptr<ServerDialog> m_dialog;
};

void TestServerDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<servers::MemoryKeychain>();
    m_book = std::make_unique<ServerBook>(m_folder->filePath(QStringLiteral("servers.json")), *m_keychain);
    QVERIFY(m_book->put(examples::photoServer()));
    QVERIFY(m_book->put(examples::plainServer()));
    m_dialog = std::make_unique<ServerDialog>(*m_book);
    m_dialog->open(QString());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    choose(0);
}

void TestServerDialog::cleanup()
{
    m_dialog.reset();
    m_book.reset();
}

template <typename Widget>
Widget *TestServerDialog::named(const QString &name) const
{
    for (Widget *widget : m_dialog->findChildren<Widget *>()) {
        if (widget->isVisible() && widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

QAbstractButton *TestServerDialog::button(const QString &text) const
{
    for (QAbstractButton *button : m_dialog->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void TestServerDialog::choose(int row)
{
    m_dialog->findChild<QListWidget *>()->setCurrentRow(row);
    QTRY_VERIFY(m_dialog->findChild<ui::ServerEditor *>()->isEnabled()); // the keychain answered
}

void TestServerDialog::type(const QString &field, const QString &text)
{
    auto *edit = named<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QString TestServerDialog::said() const
{
    const auto *banner = m_dialog->findChild<ui::Banner *>();
    return banner->isVisible() ? QString(banner->headline() + u'\n' + banner->accessibleDescription())
                               : QString();
}

void TestServerDialog::showsTheChosenServerWithItsSecrets()
{
    QCOMPARE(named<QLineEdit>(QStringLiteral("Name"))->text(), QStringLiteral("Photo archive"));
    auto *password = named<QLineEdit>(QStringLiteral("Password"));
    QCOMPARE(password->text(), QStringLiteral("HUSH-password"));
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    choose(1);
    QCOMPARE(named<QLineEdit>(QStringLiteral("Name"))->text(), QStringLiteral("Build machine"));
    QVERIFY(named<QLineEdit>(QStringLiteral("Password"))->text().isEmpty());
    QVERIFY(!button(QStringLiteral("Save"))->isEnabled()); // nothing to be saved
}

void TestServerDialog::aNewServerIsCheckedBeforeItIsSaved()
{
    button(QStringLiteral("New server"))->click();
    QCOMPARE(m_dialog->focusWidget()->accessibleName(), QStringLiteral("Name"));
    type(QStringLiteral("Name"), QStringLiteral("Mine"));
    button(QStringLiteral("Save"))->click();
    QVERIFY2(said().contains(QStringLiteral("the address is not complete")), qPrintable(said()));
    QCOMPARE(m_book->profiles().size(), 2);
    type(QStringLiteral("Upload address"), QStringLiteral("mine.local:8080/up"));
    type(QStringLiteral("Bytes a second"), QStringLiteral("fast"));
    button(QStringLiteral("Save"))->click();
    QVERIFY2(said().contains(QStringLiteral("“fast”")), qPrintable(said()));
    type(QStringLiteral("Bytes a second"), QStringLiteral("512K"));
    button(QStringLiteral("Save"))->click();
    QCOMPARE(said(), QString());
    QCOMPARE(m_book->profiles().size(), 3);
    QCOMPARE(m_book->profiles().constLast().url, QUrl(QStringLiteral("http://mine.local:8080/up")));
    QCOMPARE(m_book->profiles().constLast().limits.bytesPerSecond, 512 * 1024);
}

void TestServerDialog::changesStayUntilSaved()
{
    type(QStringLiteral("Password"), QStringLiteral("HUSH-other"));
    choose(1);
    QVERIFY(m_dialog->findChild<QListWidget *>()->item(0)->text().endsWith(u'•'));
    choose(0);
    QCOMPARE(named<QLineEdit>(QStringLiteral("Password"))->text(), QStringLiteral("HUSH-other"));
    button(QStringLiteral("Save"))->click();
    QVERIFY(!m_dialog->findChild<QListWidget *>()->item(0)->text().endsWith(u'•'));
    QVERIFY(m_keychain->entries.first().contains(QStringLiteral("HUSH-other")));
}

void TestServerDialog::verificationIsKept()
{
    const auto box = [this](const char *part) {
        const auto boxes = m_dialog->findChildren<QCheckBox *>();
        for (QCheckBox *each : boxes) {
            if (each->text().remove(u'&').contains(QString::fromLatin1(part)))
                return each;
        }
        qFatal("no box %s", part);
    };
    type(QStringLiteral("SHA-256 in form field"), QStringLiteral("sum"));
    box("Repr-Digest")->click();
    box("Idempotency-Key")->click();
    button(QStringLiteral("Save"))->click();
    choose(1);
    QVERIFY(!box("Repr-Digest")->isChecked());
    choose(0);
    const ServerProfile shown = m_dialog->findChild<ui::ServerEditor *>()->profile();
    QCOMPARE(shown.digestField, QStringLiteral("sum"));
    QVERIFY(shown.sendsReprDigest && shown.sendsIdempotencyKey);

    // What a method does not know cannot be set.
    auto *method = named<QComboBox>(QStringLiteral("Method"));
    method->setCurrentIndex(static_cast<int>(servers::Method::Put));
    QVERIFY(!named<QLineEdit>(QStringLiteral("SHA-256 in form field"))->isEnabled());
    QVERIFY(box("Repr-Digest")->isEnabled());
    method->setCurrentIndex(static_cast<int>(servers::Method::Tus));
    QVERIFY(!box("Repr-Digest")->isEnabled());
    QVERIFY(box("Idempotency-Key")->isEnabled());
}

void TestServerDialog::removedServerComesBack()
{
    const ServerProfile before = m_dialog->findChild<ui::ServerEditor *>()->profile();
    button(QStringLiteral("Remove"))->click();
    QCOMPARE(m_book->profiles().size(), 1);
    QVERIFY(m_keychain->entries.isEmpty());
    QVERIFY2(said().contains(QStringLiteral("“Photo archive” is removed")), qPrintable(said()));
    button(QStringLiteral("Undo"))->click();
    QCOMPARE(m_book->profiles().size(), 2);
    QTRY_VERIFY(m_dialog->findChild<ui::ServerEditor *>()->isEnabled());
    QVERIFY(m_dialog->findChild<ui::ServerEditor *>()->profile() == before);
    QVERIFY(m_keychain->entries.first().contains(QStringLiteral("HUSH-password")));
}

void TestServerDialog::takesOverCurlCommands()
{
    button(QStringLiteral("From curl…"))->click();
    auto *panel = m_dialog->findChild<ui::CurlPanel *>();
    QVERIFY(panel->isVisible());
    panel->setCommand(QStringLiteral("curl -F 'file=@a"));
    QVERIFY(!button(QStringLiteral("Take over"))->isEnabled());
    QVERIFY(panel->findChild<ui::Banner *>()->accessibleDescription().contains(
        QStringLiteral("quote has no end")));
    panel->setCommand(QStringLiteral("curl -k -u bob:HUSH -F picture=@a https://new.example/in"));
    button(QStringLiteral("Take over"))->click();
    QCOMPARE(named<QLineEdit>(QStringLiteral("Upload address"))->text(),
             QStringLiteral("https://new.example/in"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("User"))->text(), QStringLiteral("bob"));
    QCOMPARE(named<QLineEdit>(QStringLiteral("Form field of the file"))->text(), QStringLiteral("picture"));
    QVERIFY2(said().contains(QStringLiteral("-k is not taken over")), qPrintable(said()));
    QCOMPARE(m_book->profiles().size(), 2); // not before it is saved
}

void TestServerDialog::copiesCurlCommands()
{
    auto *copy = qobject_cast<QPushButton *>(button(QStringLiteral("Copy as curl")));
    copy->menu()->actions().at(0)->trigger();
    QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(QStringLiteral("curl ")) && !copied.contains(QStringLiteral("HUSH")),
             qPrintable(copied));
    copy->menu()->actions().at(1)->trigger();
    copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(QStringLiteral("HUSH-password")), qPrintable(copied));
    QVERIFY(said().contains(QStringLiteral("It holds secrets")));
}

void TestServerDialog::connectsToTheSavedServer()
{
    QSignalSpy wanted(m_dialog.get(), &ServerDialog::connectRequested);
    type(QStringLiteral("User"), QStringLiteral("eve"));
    button(QStringLiteral("Connect"))->click();
    QCOMPARE(wanted.size(), 1);
    const auto profile = wanted.constFirst().constFirst().value<ServerProfile>();
    QCOMPARE(profile.user, QStringLiteral("eve"));
    QCOMPARE(profile.password, QStringLiteral("HUSH-password"));
    QCOMPARE(m_book->byId(profile.id)->user, QStringLiteral("eve"));
}

void TestServerDialog::lockedKeychainIsTold()
{
    m_keychain->isLocked = true;
    type(QStringLiteral("Password"), QStringLiteral("HUSH-other"));
    button(QStringLiteral("Save"))->click();
    QTRY_VERIFY2(said().contains(QStringLiteral("kept only until Tidemark ends")), qPrintable(said()));
}

void TestServerDialog::exceptionIsTakenBack()
{
    QVERIFY(!m_book->profiles().constFirst().trustedCertificate.isEmpty());
    button(QStringLiteral("Forget it"))->click();
    QVERIFY(!button(QStringLiteral("Forget it")));
    button(QStringLiteral("Save"))->click();
    QVERIFY(m_book->profiles().constFirst().trustedCertificate.isEmpty());
}

void TestServerDialog::secretHeadersAreGuessed()
{
    choose(1);
    button(QStringLiteral("Add a header"))->click();
    QCOMPARE(m_dialog->focusWidget()->accessibleName(), QStringLiteral("Name of the header"));
    QTest::keyClicks(m_dialog->focusWidget(), QStringLiteral("X-Api-Key"));
    QVERIFY(named<QCheckBox>(QStringLiteral("The value of the header is secret"))->isChecked());
    QCOMPARE(named<QLineEdit>(QStringLiteral("Value of the header"))->echoMode(), QLineEdit::Password);
    QVERIFY(m_dialog->findChild<ui::ServerEditor *>()->profile().headers.constFirst().isSecret);
}

void TestServerDialog::isAccessible()
{
    int seen = 0;
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isReached
            = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_"));
        if (!isReached || isPart)
            continue;
        const QAccessibleInterface *face
            = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        ++seen;
    }
    QVERIFY(seen > 25);
}

void TestServerDialog::rowsComeBeforeTheirButton()
{
    // Tab follows the eye, also into rows that came later.
    choose(1);
    button(QStringLiteral("Add a header"))->click();
    button(QStringLiteral("Add a header"))->click();
    QStringList path;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        path.append(m_dialog->focusWidget()->accessibleName());
    }
    QCOMPARE(path.at(0), QStringLiteral("Value of the header"));
    QCOMPARE(path.at(1), QStringLiteral("The value of the header is secret"));
    QCOMPARE(path.at(2), QStringLiteral("Remove this header"));
    QCOMPARE(m_dialog->focusWidget(), button(QStringLiteral("Add a header")));
}

QTEST_MAIN(TestServerDialog)
#include "tst_serverdialog.moc"
