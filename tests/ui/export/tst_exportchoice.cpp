// SPDX-License-Identifier: GPL-3.0-or-later
// A format is chosen in a menu, another name is typed in the file dialog: what is written then, in the whole window.
#include "core/report/runtokeep.h"
#include "tests/ui/leak/checkexamples.h"
#include "tests/ui/mainwindow/windowfixture.h"
#include "ui/common/formatactions.h"
#include "ui/frame/windowactions.h"
#include "ui/history/historypage.h"
#include "ui/leak/leakpage.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>

using namespace ui;
using report::Format;

namespace {
constexpr int patience = 60'000; // Sanitizers and other tests beside this one.
}

class TestExportChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(WindowFixture::Network::Silent);
        m_fixture->show();
    }
    void cleanup() { m_fixture.reset(); }

    void chosenAndTyped_data()
    {
        QTest::addColumn<Format>("chosen");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("session"); // That it begins with.
        QTest::addColumn<QByteArray>("check");
        QTest::addColumn<QString>("said"); // Besides the file's name.
        const auto row = [](const char *title, Format chosen, const char *typed, const char *name,
                            const char *session, const char *check, const char *said) {
            QTest::newRow(title) << chosen << QString::fromLatin1(typed) << QString::fromLatin1(name)
                                 << QByteArray(session) << QByteArray(check) << QString::fromLatin1(said);
        };
        row("as chosen", Format::Paper, "a.pdf", "a.pdf", "%PDF-", "%PDF-", "");
        row("another format's ending", Format::Paper, "a.html", "a.html", "<!DOCTYPE html>",
            "<!DOCTYPE html>", "It was written as .html and not as .pdf, because that is how its name ends.");
        row("back again", Format::Html, "b.pdf", "b.pdf", "%PDF-", "%PDF-",
            "It was written as .pdf and not as .html, because that is how its name ends.");
        row("no format's ending", Format::Paper, "before.txt", "before.txt.pdf", "%PDF-", "%PDF-", "");
        row("an address", Format::Json, "10.0.0.5", "10.0.0.5.json", "{", "{", "");
    }

    void chosenAndTyped()
    {
        QFETCH(const Format, chosen);
        QFETCH(const QString, name);
        QFETCH(const QByteArray, session);
        // Only here: a result and a kept run need no server, and that one is another now closes a message that is there.
        m_fixture->window().connectTo(QStringLiteral("http://127.0.0.1:1/upload"));
        m_fixture->part<WindowActions>().exports->of(chosen)->trigger();
        QFETCH(const QString, typed);
        const QByteArray content = written(typed, name);
        QVERIFY2(content.startsWith(session), content.left(100).constData());
        said(name);
    }

    void chosenAndTypedForAResult_data() { chosenAndTyped_data(); }

    void chosenAndTypedForAResult()
    {
        QFETCH(const Format, chosen);
        QFETCH(const QString, name);
        QFETCH(const QByteArray, check);
        auto &page = m_fixture->part<LeakPage>();
        page.showResult(examples::leaking());
        Q_EMIT page.exportRequested(chosen);
        QFETCH(const QString, typed);
        const QByteArray content = written(typed, name);
        QVERIFY2(content.startsWith(check), content.left(100).constData());
        said(name);
    }

    void chosenAndTypedForAKeptRun_data() { chosenAndTyped_data(); }

    void chosenAndTypedForAKeptRun()
    {
        QFETCH(const Format, chosen);
        QFETCH(const QString, name);
        QFETCH(const QByteArray, check);
        QSignalSpy kept(&m_fixture->keeper(), &session::RunKeeper::kept);
        m_fixture->keeper().keep([] { return report::checkToKeep(examples::leaking()); });
        QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, patience);
        const auto run = kept.constFirst().constFirst().value<session::KeptRun>();
        Q_EMIT m_fixture->part<HistoryPage>().exportRequested(run, chosen);
        // Its formats are looked up first.
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window().findChild<QFileDialog *>(), patience);
        QFETCH(const QString, typed);
        const QByteArray content = written(typed, name);
        QVERIFY2(content.startsWith(check), content.left(100).constData());
        said(name);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_fixture->folder() + u'/' + name; }

    /// What is written once the dialog has its name.
    QByteArray written(const QString &typed, const QString &name)
    {
        auto *dialog = m_fixture->window().findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(path(typed));
        dialog->close();
        QByteArray content;
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(m_fixture->message(), QStringLiteral("The report is written."),
                                      patience);
            QFile file(path(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            content = file.readAll();
        }();
        return content;
    }

    void said(const QString &name) const
    {
        QFETCH(const QString, said);
        QVERIFY(m_fixture->shows(path(name)));
        QCOMPARE(m_fixture->shows(QStringLiteral("because that is how its name ends")), !said.isEmpty());
        QVERIFY(m_fixture->shows(said));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestExportChoice)
#include "tst_exportchoice.moc"
