// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/begunlog.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <thread>

#include <sys/resource.h>

using base::ErrorKind;
using session::BegunLog;
using transfer::UploadId;

/// The log by itself; what an archive makes of it: tst_archivefile.
class TestBegunLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void tellsWhatItWasTold()
    {
        BegunLog log;
        QVERIFY(log.open(path(), 7, 3, {}).ok());
        QVERIFY(log.begins(UploadId{5}, 2));
        QVERIFY(log.answered(UploadId{5}, 201, 1'700'000'000'123));
        log.committed(4);
        const auto content = BegunLog::read(path());
        QCOMPARE(content.begun.size(), size_t(1));
        QCOMPARE(content.begun[0].run, 7);
        QCOMPARE(content.begun[0].id, quint64(5));
        QCOMPARE(content.begun[0].attempt, 2);
        QCOMPARE(content.answered.size(), size_t(1));
        QCOMPARE(content.answered[0].run, 7);
        QCOMPARE(content.answered[0].id, quint64(5));
        QCOMPARE(content.answered[0].httpStatus, 201);
        QCOMPARE(content.answered[0].startedAtMs, 1'700'000'000'123);
        QCOMPARE(content.commits, 4);
    }

    void everyThreadHasItsPlace()
    {
        constexpr int threads = 4, each = 2'000;
        BegunLog log;
        QVERIFY(log.open(path(), 1, 0, {}).ok());
        std::array<bool, threads> isAllNoted{};
        std::vector<std::thread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&log, i, &isNoted = isAllNoted.at(static_cast<size_t>(i))] {
                isNoted = true;
                for (int n = 0; n < each; ++n) {
                    const UploadId id{static_cast<quint64>(i * each + n + 1)};
                    isNoted = log.begins(id, 1) && log.answered(id, 200, 1) && isNoted;
                }
            });
        }
        for (std::thread &thread : running)
            thread.join();
        QVERIFY(std::ranges::all_of(isAllNoted, std::identity()));
        const auto content = BegunLog::read(path());
        std::vector<quint64> begun, answered;
        std::ranges::transform(content.begun, std::back_inserter(begun), &BegunLog::Begun::id);
        std::ranges::transform(content.answered, std::back_inserter(answered), &BegunLog::Answered::id);
        for (std::vector<quint64> *ids : {&begun, &answered}) {
            std::ranges::sort(*ids);
            QCOMPARE(ids->size(), size_t(threads * each));
            QCOMPARE(ids->front(), quint64(1));
            QCOMPARE(ids->back(), quint64(threads * each));
            QVERIFY(std::ranges::adjacent_find(*ids) == ids->end());
        }
    }

    // A thread that was killed before it wrote into its place, while the next one had written into the following one.
    void gapIsNoEntry()
    {
        {
            BegunLog log;
            QVERIFY(log.open(path(), 9, 0, {}).ok());
            QVERIFY(log.begins(UploadId{1}, 1));
            QVERIFY(log.begins(UploadId{2}, 1));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 entry = 24;
        QVERIFY(file.seek(entry)); // behind the number of commits
        QCOMPARE(file.write(QByteArray(entry, '\0')), entry);
        file.close();
        const auto content = BegunLog::read(path());
        QCOMPARE(content.begun.size(), size_t(1));
        QCOMPARE(content.begun[0].id, quint64(2));
    }

    void nothingBeginsUnnoted()
    {
        BegunLog log;
        int failures = 0;
        QVERIFY(log.open(path(), 1, 0,
                         [&failures](const base::Error &error) {
                             QCOMPARE(error.kind, ErrorKind::WriteFailed);
                             ++failures;
                         })
                    .ok());
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit limit = before;
        limit.rlim_cur = 24 + 24 + 10; // the number of commits, one beginning, and no whole one more
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        const bool first = log.begins(UploadId{1}, 1);
        const bool second = log.begins(UploadId{2}, 1);
        const bool third = log.begins(UploadId{3}, 1);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(first && !second && !third);
        QCOMPARE(failures, 1);
        QVERIFY(log.begins(UploadId{4}, 1)); // in the place of the second
        const auto partly = BegunLog::read(path());
        QCOMPARE(partly.begun.size(), size_t(2));
        QCOMPARE(partly.begun[1].id, quint64(4));

        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        log.setUnkept();
        const bool unkept = log.begins(UploadId{5}, 1);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(unkept); // whoever asked for that knows what it means
        log.forget();
        QVERIFY(log.begins(UploadId{6}, 1));
        const auto content = BegunLog::read(path());
        QCOMPARE(content.begun.size(), size_t(1));
        QCOMPARE(content.begun[0].id, quint64(6));
        QVERIFY(content.unkept.empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("log")); }
};

QTEST_GUILESS_MAIN(TestBegunLog)
#include "tst_begunlog.moc"
