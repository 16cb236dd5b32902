// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a client that uploads for ever needs more and more memory: uploads of 1 KiB through one UploadQueue, with its
// resident memory after the first 10,000 and then ten times more, and the largest difference between those.
//   release/bin/endurance_bench http://127.0.0.1:8080/upload/read-all/cured [uploads, default 1000000] [rows, default 5000]
// Finished rows are dropped whenever there are so many: with 100000 it is a queue that shows 100,000 rows all the time.
#include "core/net/curlaccessmanager.h"
#include "core/transfer/uploadqueue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <vector>

namespace {

constexpr int files = 64;
constexpr int fileBytes = 1024;
constexpr qint64 settled = 10'000;

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = status.readAll().split(' ');
    return fields.value(1).toDouble() * 4096 / (1024 * 1024);
}

/// Keeps the queue filled, drops what is finished, and writes down how much memory there is.
class Endurance final : public QObject
{
    Q_DISABLE_COPY_MOVE(Endurance)

public:
    Endurance(const QUrl &url, qint64 uploads, qint64 rows)
        : m_queue(m_manager, m_clock)
        , m_uploads(uploads)
        , m_rows(rows)
    {
        for (int i = 0; i < files; ++i) {
            const QString path = m_folder.filePath(QString::number(i));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly)
                || file.write(QByteArray(fileBytes, static_cast<char>(i))) < 0)
                qFatal("no file");
            m_items.append({path, {}});
        }
        transfer::UploadTarget target;
        target.endpoint.url = url;
        m_queue.setTarget(target);
        m_queue.setThreads(1);
        m_queue.setParallelLimit(16);
        connect(&m_queue, &transfer::UploadQueue::drained, this, &Endurance::next);
    }

    void next()
    {
        const transfer::QueueTotals totals = m_queue.totals();
        if (totals.failed > 0)
            qFatal("%lld uploads failed", static_cast<long long>(totals.failed));
        m_done += totals.done - std::exchange(m_counted, totals.done);
        note();
        if (totals.done >= m_rows) {
            m_queue.clearFinished();
            m_counted = 0;
        }
        if (m_done >= m_uploads) {
            report();
            QCoreApplication::quit();
            return;
        }
        QList<transfer::UploadQueue::Item> batch;
        const qint64 count = std::min<qint64>({m_rows, m_uploads - m_done, settled});
        batch.reserve(count);
        while (batch.size() < count)
            batch.append(m_items[batch.size() % files]);
        m_queue.add(batch);
    }

private:
    // With as many rows as there ever are, so that the readings can be compared.
    void note()
    {
        if (m_done < settled || m_done < m_nextNote || (m_queue.size() < m_rows && m_done < m_uploads))
            return;
        m_readings.push_back(residentMiB());
        m_nextNote = m_done + m_uploads / 10;
        QTextStream(stdout) << m_done << " uploads, " << m_queue.size()
                            << " rows: " << QString::number(m_readings.back(), 'f', 1) << " MiB\n";
    }

    void report()
    {
        const auto [least, most] = std::ranges::minmax(m_readings);
        QTextStream(stdout) << "between " << QString::number(least, 'f', 1) << " and "
                            << QString::number(most, 'f', 1) << " MiB; first "
                            << QString::number(m_readings.front(), 'f', 1) << ", last "
                            << QString::number(m_readings.back(), 'f', 1) << "\n";
    }

    QTemporaryDir m_folder;
    net::CurlAccessManager m_manager;
    base::SystemClock m_clock;
    transfer::UploadQueue m_queue;
    QList<transfer::UploadQueue::Item> m_items;
    std::vector<double> m_readings;
    qint64 m_uploads;
    qint64 m_rows;
    qint64 m_done = 0;
    qint64 m_counted = 0; ///< Of the rows that are there.
    qint64 m_nextNote = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: endurance_bench URL [uploads] [rows]");
    Endurance endurance(QUrl(arguments[1]), arguments.value(2, QStringLiteral("1000000")).toLongLong(),
                        arguments.value(3, QStringLiteral("5000")).toLongLong());
    endurance.next();
    return QCoreApplication::exec();
}
