// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of an experiment that no server is needed for.
#include "core/base/clock.h"
#include "core/experiment/stage.h"
#include "core/net/curlaccessmanager.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace experiment;

class TestStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<Stage>(m_manager, m_clock); }

    void filesAreCounted()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a")));
        for (const auto &[name, bytes] : {std::pair("one", 10), std::pair("a/two", 200)}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(bytes, 'x'));
        }
        QCOMPARE(count({folder.path()}), (DiskReading{2, 210}));
        QCOMPARE(count({}), DiskReading());
    }

    void theEventLoopGoesOnMeanwhile()
    {
        int turns = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [this, &turns] {
            if (++turns == 3)
                m_stage->cancel(); // far from done: it counts all that this machine has
        });
        timer.start(0);
        const DiskReading reading = count(QStringList(1'000, QStringLiteral("/usr")));
        QCOMPARE_GE(turns, 3);
        QVERIFY(reading.files < 1'000'000);
        QVERIFY(m_stage->isCancelled());
        QCOMPARE(count({QStringLiteral("/usr")}), DiskReading()); // nothing begins any more
    }

private:
    DiskReading count(const QStringList &folders) { return QCoro::waitFor(m_stage->countFiles(folders)); }

    base::SystemClock m_clock;
    net::CurlAccessManager m_manager;
    std::unique_ptr<Stage> m_stage; ///< A new one for each test.
};

QTEST_GUILESS_MAIN(TestStage)
#include "tst_stage.moc"
