// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"
#include "core/base/strongid.h"

#include <QHash>
#include <QTest>

#include <memory>
#include <type_traits>

using base::Error;
using base::ErrorKind;
using base::Result;

class TestResult final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void carriesWhatCannotBeCopied();
    void valuesCanBeChangedInPlace();
    void doneIsSuccessWithoutAValue();
    void idsOfTwoKindsDoNotMix();
    void idsCompareAndHash();
};

static Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorKind::Malformed, QStringLiteral("odd"), 0, {}};
    return number / 2;
}

void TestResult::holdsAValue()
{
    const Result<int> result = half(6);
    QVERIFY(result.ok());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(result.value(), 3);
    QCOMPARE(*result, 3);
}

void TestResult::holdsAnError()
{
    const Result<int> result = half(7);
    QVERIFY(!result.ok());
    QVERIFY(!static_cast<bool>(result));
    QCOMPARE(result.error().kind, ErrorKind::Malformed);
    QCOMPARE(result.error().message, QStringLiteral("odd"));
}

void TestResult::carriesWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(42));
    const std::unique_ptr<int> taken = std::move(result).value();
    QVERIFY(taken);
    QCOMPARE(*taken, 42);
}

void TestResult::valuesCanBeChangedInPlace()
{
    Result<QString> result(QStringLiteral("a"));
    result->append(QLatin1Char('b'));
    *result += QLatin1Char('c');
    result.value() += QLatin1Char('d');
    QCOMPARE(result.value(), QStringLiteral("abcd"));
}

void TestResult::doneIsSuccessWithoutAValue()
{
    const Result<base::Done> done{base::Done{}};
    QVERIFY(done.ok());
    const Result<base::Done> failed(Error{ErrorKind::WriteFailed, {}, 0, {}});
    QVERIFY(!failed.ok());
}

void TestResult::idsOfTwoKindsDoNotMix()
{
    using UploadId = base::StrongId<struct UploadTag>;
    using RunId = base::StrongId<struct RunTag>;
    static_assert(!std::is_convertible_v<UploadId, RunId>);
    static_assert(!std::is_convertible_v<int, UploadId>);
    QVERIFY(!UploadId{}.isValid());
    QVERIFY(UploadId{1}.isValid());
}

void TestResult::idsCompareAndHash()
{
    using Id = base::StrongId<struct Tag>;
    QVERIFY(Id{1} < Id{2});
    QVERIFY(Id{2} == Id{2});
    QVERIFY(Id{2} != Id{3});
    const QHash<Id, int> byId{{Id{1}, 10}, {Id{2}, 20}};
    QCOMPARE(byId.value(Id{2}), 20);
    QCOMPARE(byId.value(Id{3}, -1), -1);
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
