// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestbody.h"

#include "core/net/bodydevice.h"

#include <QBuffer>
#include <QTest>

#include <array>

using net::RequestBody;

namespace {

/// Hands out what it was given, piece by piece; an empty piece is "nothing yet".
class PieceDevice final : public QIODevice
{
public:
    explicit PieceDevice(QByteArrayList pieces)
        : m_pieces(std::move(pieces))
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_pieces.isEmpty(); }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_pieces.isEmpty())
            return -1;
        const QByteArray piece = m_pieces.takeFirst();
        const qint64 bytes = std::min<qint64>(size, piece.size());
        std::copy_n(piece.constData(), bytes, data);
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArrayList m_pieces;
};

/// Has nothing every second time.
class HeldDevice final : public net::BodyDevice
{
public:
    HeldDevice() { open(ReadOnly | Unbuffered); }
    [[nodiscard]] qint64 size() const override { return 4; }
    [[nodiscard]] bool isHeldBack() const override { return m_isHeldBack; }

protected:
    qint64 readData(char *data, qint64) override
    {
        m_isHeldBack = !m_isHeldBack;
        if (m_isHeldBack || pos() >= 4)
            return 0;
        *data = 'x';
        return 1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool m_isHeldBack = false;
};

} // namespace

class TestRequestBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFromWhereTheDeviceStands();
    void neverReadsPastItsSize();
    void sequential_data();
    void sequential();
    void heldBack();
    void deviceThatVanishes();
    void rewind();
};

void TestRequestBody::readsFromWhereTheDeviceStands()
{
    QBuffer device;
    device.setData("0123456789");
    QVERIFY(device.open(QIODevice::ReadOnly) && device.seek(4));
    RequestBody body(&device);
    QCOMPARE(body.size(), 6);
    std::array<char, 16> data{};
    const auto chunk = body.read(data.data(), 16);
    QCOMPARE(QByteArray(data.data(), chunk.bytes), QByteArray("456789"));
    QCOMPARE(body.read(data.data(), 16).bytes, 0);
    QVERIFY(body.read(data.data(), 16).status == RequestBody::Status::Ok);
}

void TestRequestBody::neverReadsPastItsSize()
{
    QBuffer device;
    device.setData("0123");
    QVERIFY(device.open(QIODevice::ReadWrite));
    RequestBody body(&device);
    device.buffer().append("grown");
    std::array<char, 16> data{};
    QCOMPARE(body.read(data.data(), 16).bytes, 4);
    QCOMPARE(body.read(data.data(), 16).bytes, 0);
}

void TestRequestBody::sequential_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<qint64>("declared");
    QTest::addColumn<QString>("log");

    QTest::newRow("whole") << QByteArrayList{"abc", "de"} << qint64(5) << QStringLiteral("3 2 end");
    QTest::newRow("undeclared") << QByteArrayList{"abc"} << qint64(-1) << QStringLiteral("3 end");
    QTest::newRow("pauses") << QByteArrayList{"abc", "", "de"} << qint64(5) << QStringLiteral("3 wait 2 end");
    QTest::newRow("ends early") << QByteArrayList{"abc"} << qint64(5) << QStringLiteral("3 failed");
    QTest::newRow("has more than declared")
        << QByteArrayList{"abcdef"} << qint64(5) << QStringLiteral("5 end");
}

void TestRequestBody::sequential()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(qint64, declared);
    PieceDevice device(pieces);
    RequestBody body(&device, declared);
    QStringList log;
    std::array<char, 16> data{};
    while (log.size() < 20) {
        const auto chunk = body.read(data.data(), 16);
        if (chunk.status == RequestBody::Status::NotReady) {
            log << QStringLiteral("wait");
        } else if (chunk.status == RequestBody::Status::Failed) {
            log << QStringLiteral("failed");
            break;
        } else if (chunk.bytes == 0) {
            log << QStringLiteral("end");
            break;
        } else {
            log << QString::number(chunk.bytes);
        }
    }
    QTEST(log.join(QLatin1Char(' ')), "log");
}

void TestRequestBody::heldBack()
{
    HeldDevice device;
    RequestBody body(&device);
    QCOMPARE(body.size(), 4);
    std::array<char, 16> data{};
    for (int i = 0; i < 4; ++i) {
        QVERIFY(body.read(data.data(), 16).status == RequestBody::Status::NotReady);
        QCOMPARE(body.read(data.data(), 16).bytes, 1);
    }
    QVERIFY(body.rewind());
    QVERIFY(body.read(data.data(), 16).status == RequestBody::Status::NotReady);
    QCOMPARE(body.read(data.data(), 16).bytes, 1);
}

void TestRequestBody::deviceThatVanishes()
{
    auto device = std::make_unique<QBuffer>();
    device->setData("0123");
    device->open(QIODevice::ReadOnly);
    RequestBody body(device.get());
    device.reset();
    std::array<char, 16> data{};
    QVERIFY(body.isPresent());
    QVERIFY(body.read(data.data(), 16).status == RequestBody::Status::Failed);
    QVERIFY(!body.rewind() || body.bytesRead() == 0);
}

void TestRequestBody::rewind()
{
    QBuffer device;
    device.setData("0123");
    QVERIFY(device.open(QIODevice::ReadOnly));
    RequestBody body(&device);
    std::array<char, 16> data{};
    QCOMPARE(body.read(data.data(), 3).bytes, 3);
    QVERIFY(body.rewind());
    QCOMPARE(body.bytesRead(), 0);
    QCOMPARE(body.read(data.data(), 16).bytes, 4);

    PieceDevice sequential({"abc"});
    RequestBody once(&sequential, 3);
    QVERIFY2(once.rewind(), "nothing was read yet");
    QCOMPARE(once.read(data.data(), 16).bytes, 3);
    QVERIFY(!once.rewind());
}

QTEST_APPLESS_MAIN(TestRequestBody)
#include "tst_requestbody.moc"
