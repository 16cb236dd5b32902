// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/keyboard.h"
#include "tests/ui/taborder.h"
#include "ui/about/aboutdialog.h"
#include "ui/about/libraries.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTreeWidget>

using namespace ui;

class TestAbout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
        m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_dialog = std::make_unique<AboutDialog>();
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void cleanup() { m_dialog.reset(); }

    void librariesAreTold();
    void versionAndLicenceAreTold();
    void allIsCopied();
    void keysAreEnough();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<AboutDialog> m_dialog;
};

void TestAbout::librariesAreTold()
{
    static const QRegularExpression version(QStringLiteral("^[0-9]+(\\.[0-9]+)+[a-z]*$"));
    static const QRegularExpression licence(QStringLiteral("^[A-Za-z0-9.-]+$"));
    const QList<Library> all = libraries();
    QVERIFY(all.size() >= 11);
    const auto *table = m_dialog->findChild<QTreeWidget *>();
    QCOMPARE(table->topLevelItemCount(), static_cast<int>(all.size()));
    for (const Library &library : all) {
        QVERIFY2(version.match(library.version).hasMatch(), qPrintable(library.name + library.version));
        QVERIFY2(licence.match(library.licence).hasMatch(), qPrintable(library.name + library.licence));
        QCOMPARE(table->findItems(library.name, Qt::MatchExactly).size(), 1);
    }
    QCOMPARE(
        all.first(),
        (Library{QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0-only")}));
}

void TestAbout::versionAndLicenceAreTold()
{
    QString said;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        said += label->text() + u'\n';
    QVERIFY2(said.contains(QStringLiteral("Tidemark 1.2.3\n")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("GPL-3.0-or-later")), qPrintable(said));
}

void TestAbout::allIsCopied()
{
    QGuiApplication::clipboard()->clear();
    keyboard::press(QKeySequence(Qt::ALT | Qt::Key_C));
    // A button that a key presses is seen to be down for a moment.
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(QStringLiteral("Tidemark 1.2.3\n")), qPrintable(copied));
    for (const Library &library : libraries())
        QVERIFY2(copied.contains(u'\n' + library.name + u' ' + library.version + u'\n'), qPrintable(copied));
}

void TestAbout::keysAreEnough()
{
    QVERIFY(taborder::stops(*m_dialog).size() >= 3);
    QCOMPARE(taborder::sharedMnemonics(*m_dialog), QStringList());
    QCOMPARE(taborder::unseen(*m_dialog), QStringList());
    for (QWidget *widget : taborder::stops(*m_dialog)) {
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(taborder::nameOf(*widget)));
        QVERIFY(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty());
    }
    keyboard::press(QKeySequence(Qt::Key_Escape));
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestAbout)
#include "tst_about.moc"
