// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uuidsource.h"

#include <QSet>
#include <QTest>

class TestUuidSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areDifferentAndOfVersion4()
    {
        constexpr int count = 1'000;
        transfer::UuidSource one, other;
        QSet<QUuid> seen;
        for (int i = 0; i < count; ++i) {
            for (transfer::UuidSource *source : {&one, &other}) {
                const QUuid uuid = source->next();
                QCOMPARE(uuid.version(), QUuid::Random);
                QCOMPARE(uuid.variant(), QUuid::DCE);
                seen.insert(uuid);
            }
        }
        QCOMPARE(seen.size(), 2 * count);
    }

    void everyBitIsRandom()
    {
        transfer::UuidSource source;
        QByteArray ones(16, '\0'), zeros(16, '\0');
        for (int i = 0; i < 200; ++i) { // one bit stays the same in all of them once in 2^199 runs
            const QByteArray bytes = source.next().toRfc4122();
            for (qsizetype k = 0; k < bytes.size(); ++k) {
                ones[k] = static_cast<char>(ones[k] | bytes[k]);
                zeros[k] = static_cast<char>(zeros[k] | ~bytes[k]);
            }
        }
        QByteArray fixed(16, '\0'); // the version's four bits, and the variant's two
        fixed[6] = static_cast<char>(0xf0);
        fixed[8] = static_cast<char>(0xc0);
        for (qsizetype k = 0; k < fixed.size(); ++k)
            QCOMPARE(static_cast<char>(ones[k] & zeros[k]), static_cast<char>(~fixed[k]));
    }
};

QTEST_GUILESS_MAIN(TestUuidSource)
#include "tst_uuidsource.moc"
