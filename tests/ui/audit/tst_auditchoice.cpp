// SPDX-License-Identifier: GPL-3.0-or-later
// Which checks an audit makes, above all where file names that lead elsewhere might do harm.
#include "core/experiment/auditcheck.h"
#include "ui/audit/checktree.h"
#include "ui/common/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

const QString traversal = QStringLiteral("path-traversal");
const QString names = QStringLiteral("file-names");
const QString limit = QStringLiteral("body-limit");
const QString elsewhere = QStringLiteral("upload.example");

QTreeWidgetItem *itemOf(const CheckTree &tree, const QString &text)
{
    const QList<QTreeWidgetItem *> found = tree.findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.first();
}

QTreeWidgetItem *itemOfCheck(const CheckTree &tree, const QString &id)
{
    return itemOf(tree, QString::fromUtf8(experiment::findAuditCheck(id)->title));
}

} // namespace

class TestAuditChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_tree = std::make_unique<CheckTree>();
        m_tree->resize(420, 400);
        m_tree->show();
        m_tree->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_tree.get()));
    }
    void cleanup() { m_tree.reset(); }

    void allOfThisMachine()
    {
        m_tree->setHost(QStringLiteral("localhost"));
        QStringList all;
        for (const experiment::AuditCheck &check : experiment::auditChecks())
            all += QString::fromUtf8(check.id);
        QCOMPARE(m_tree->chosen(), all);
        QVERIFY(m_tree->sendsOddNames());
    }

    void oddNamesAreOffElsewhere_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isOn");
        QTest::newRow("by name") << QStringLiteral("localhost") << true;
        QTest::newRow("loopback") << QStringLiteral("127.0.0.1") << true;
        QTest::newRow("IPv6 loopback") << QStringLiteral("::1") << true;
        QTest::newRow("private network")
            << QStringLiteral("192.168.0.7") << false; // Harm is harm there, too.
        QTest::newRow("somebody else's") << elsewhere << false;
    }

    void oddNamesAreOffElsewhere()
    {
        QFETCH(QString, host);
        QFETCH(bool, isOn);
        m_tree->setHost(host);
        QCOMPARE(m_tree->chosen().contains(traversal), isOn);
        QCOMPARE(m_tree->chosen().contains(names), isOn);
        QCOMPARE(m_tree->sendsOddNames(), isOn);
        QVERIFY(m_tree->chosen().contains(limit));
    }

    void theirTickIsForOneHost()
    {
        m_tree->setHost(elsewhere);
        itemOfCheck(*m_tree, traversal)->setCheckState(0, Qt::Checked);
        QVERIFY(m_tree->chosen().contains(traversal));
        QVERIFY(!m_tree->chosen().contains(names));
        m_tree->setHost(QStringLiteral("other.example"));
        QVERIFY(!m_tree->sendsOddNames());
        m_tree->setHost(elsewhere);
        QVERIFY(!m_tree->sendsOddNames());
        m_tree->setHost(QStringLiteral("localhost"));
        QVERIFY(m_tree->chosen().contains(traversal));
        QVERIFY(m_tree->left().isEmpty());
    }

    void allDoesNotMeanThemElsewhere()
    {
        m_tree->setHost(elsewhere);
        m_tree->setAll(false);
        QVERIFY(m_tree->chosen().isEmpty());
        m_tree->setAll(true);
        QCOMPARE(m_tree->chosen().size(), qsizetype(16));
        QVERIFY(!m_tree->sendsOddNames());
    }

    void spaceTicks()
    {
        QSignalSpy changed(m_tree.get(), &CheckTree::chosenChanged);
        m_tree->setCurrentItem(itemOfCheck(*m_tree, limit));
        QTest::keyClick(m_tree.get(), Qt::Key_Space);
        QVERIFY(!m_tree->chosen().contains(limit));
        QCOMPARE(m_tree->left(), QStringList{limit});
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(m_tree.get(), Qt::Key_Space);
        QVERIFY(m_tree->left().isEmpty());
    }

    void theBoxIsClickedWhereItIsPainted()
    {
        const QRect row = m_tree->visualItemRect(itemOfCheck(*m_tree, limit));
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, {row.left() + 22, row.center().y()});
        QCOMPARE(m_tree->left(), QStringList{limit});
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, {row.left() + 60, row.center().y()});
        QCOMPARE(m_tree->left(), QStringList{limit}); // The text only chooses the row.
        QCOMPARE(m_tree->currentCheck(), limit);
    }

    void aTopicTicksAllOfIt()
    {
        itemOf(*m_tree, QStringLiteral("Size limits"))->setCheckState(0, Qt::Unchecked);
        QCOMPARE(m_tree->chosen().size(), qsizetype(14));
        itemOfCheck(*m_tree, limit)->setCheckState(0, Qt::Checked);
        QCOMPARE(itemOf(*m_tree, QStringLiteral("Size limits"))->checkState(0), Qt::PartiallyChecked);
        QCOMPARE(m_tree->chosen().size(), qsizetype(15));
    }

    void whatIsLeftOutComesBack()
    {
        m_tree->setLeft({limit, QStringLiteral("no-such-check")});
        QCOMPARE(m_tree->left(), QStringList{limit});
        QVERIFY(!m_tree->chosen().contains(limit));
        QCOMPARE(itemOfCheck(*m_tree, limit)->checkState(0), Qt::Unchecked);
    }

    void nothingIsTickedWhileItRuns()
    {
        m_tree->setFixed(true);
        m_tree->setCurrentItem(itemOfCheck(*m_tree, limit));
        QTest::keyClick(m_tree.get(), Qt::Key_Space);
        QVERIFY(m_tree->left().isEmpty());
        m_tree->setFixed(false);
        QTest::keyClick(m_tree.get(), Qt::Key_Space);
        QCOMPARE(m_tree->left(), QStringList{limit});
    }

    void rowsAreAsTallAsTheirText()
    {
        const QString longest
            = QStringLiteral("A request that is too large is answered with 413, and the answer can be read");
        const int wide = m_tree->visualItemRect(itemOf(*m_tree, longest)).height();
        m_tree->resize(220, 400);
        QTRY_VERIFY(m_tree->visualItemRect(itemOf(*m_tree, longest)).height()
                    >= wide + m_tree->fontMetrics().height());
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CheckTree> m_tree;
};

QTEST_MAIN(TestAuditChoice)
#include "tst_auditchoice.moc"
