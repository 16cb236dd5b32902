// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/claimedaddresses.h"

#include <QTest>

using namespace transfer;

class TestClaimedAddresses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsOneFilesOnly()
    {
        ClaimedAddresses addresses;
        QCOMPARE(addresses.claim(m_here, UploadId{1}, m_file), QString());
        QCOMPARE(addresses.claim(m_here, UploadId{2}, m_other), m_file);
        QCOMPARE(addresses.claim(m_there, UploadId{2}, m_other), QString());
        QCOMPARE(addresses.claim(m_there, UploadId{1}, m_file), m_other);
    }

    void releasedOnesAreFree()
    {
        ClaimedAddresses addresses;
        QCOMPARE(addresses.claim(m_here, UploadId{1}, m_file), QString());
        QCOMPARE(addresses.claim(m_there, UploadId{1}, m_file), QString()); // sent elsewhere meanwhile
        addresses.release({UploadId{1}, UploadId{7}});
        QCOMPARE(addresses.claim(m_here, UploadId{2}, m_other), QString());
        QCOMPARE(addresses.claim(m_there, UploadId{2}, m_other), QString());
        addresses.release({UploadId{1}}); // has none any more
        QCOMPARE(addresses.claim(m_here, UploadId{1}, m_file), m_other);
    }

    // One upload of a file is cancelled, and the other one is done.
    void theLastUploadOfAFileLetsGo()
    {
        ClaimedAddresses addresses;
        for (const UploadId id : {UploadId{1}, UploadId{2}, UploadId{1}}) // 1 is tried again
            QCOMPARE(addresses.claim(m_here, id, m_file), QString());
        addresses.release({UploadId{1}});
        QCOMPARE(addresses.claim(m_here, UploadId{3}, m_other), m_file);
        addresses.release({UploadId{2}});
        QCOMPARE(addresses.claim(m_here, UploadId{3}, m_other), QString());
    }

private:
    const QUrl m_here{QStringLiteral("http://localhost/here")};
    const QUrl m_there{QStringLiteral("http://localhost/there")};
    const QString m_file = QStringLiteral("/a/file");
    const QString m_other = QStringLiteral("/b/file");
};

QTEST_GUILESS_MAIN(TestClaimedAddresses)
#include "tst_claimedaddresses.moc"
