// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timewindow.h"

#include <QSignalSpy>
#include <QTest>

using ui::TimeWindow;

namespace {
constexpr qint64 now = 1'700'000'000'000;
constexpr qint64 minute = 60'000;
} // namespace

class TestTimeWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void zoomKeepsTheAnchorInPlace_data();
    void zoomKeepsTheAnchorInPlace();
    void tellsOfChangesOnly();
};

/// A script of "advance 5", "span 60", "zoom 0.5 @-30", "begins -20", "pan -10", "follow"; all in seconds, relative to
/// `now`.
static void play(TimeWindow &window, const QString &script)
{
    const QStringList steps = script.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    for (const QString &step : steps) {
        const QStringList words = step.split(QLatin1Char(' '));
        const auto ms = [&words](int i) { return static_cast<qint64>(words.at(i).toDouble() * 1000); };
        if (words[0] == QLatin1String("advance"))
            window.advance(now + ms(1));
        else if (words[0] == QLatin1String("span"))
            window.setSpan(ms(1));
        else if (words[0] == QLatin1String("zoom"))
            window.zoom(words[1].toDouble(), now + static_cast<qint64>(words[2].mid(1).toDouble() * 1000));
        else if (words[0] == QLatin1String("begins"))
            window.setBeginning(now + ms(1));
        else if (words[0] == QLatin1String("pan"))
            window.pan(ms(1));
        else if (words[0] == QLatin1String("follow"))
            window.follow();
        else
            QFAIL(qPrintable(step));
    }
}

/// "-300..0 live": the edges in seconds relative to `now`.
static QString printed(const TimeWindow &window)
{
    const auto seconds
        = [](qint64 ms) { return QString::number(static_cast<double>(ms - now) / 1000, 'g', 10); };
    return seconds(window.fromMs()) + QStringLiteral("..") + seconds(window.toMs())
        + (window.isFollowing() ? QStringLiteral(" live") : QString());
}

void TestTimeWindow::steps_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *script, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(expected);
    };

    row("starts live with five minutes", "", "-300..0 live");
    row("follows now", "advance 7", "-293..7 live");
    row("now does not go back", "advance 7, advance 3", "-293..7 live");
    row("span keeps the live edge", "span 60", "-60..0 live");
    row("the first minute has the whole width", "begins -20, advance 0", "-60..0 live");
    row("grows with the data", "begins -20, advance 100", "-20..100 live");
    row("grows to five minutes", "begins -20, advance 300", "0..300 live");
    row("who sets a span sees all of it", "begins -20, advance 0, span 3600", "-3600..0 live");
    row("who zooms out sees what is asked for", "begins -20, advance 0, zoom 5 @0, advance 1",
        "-299..1 live");
    row("who looks back keeps the width", "begins -100, advance 0, pan -50, advance 60", "-150..-50");
    row("follows again as it has grown", "begins -100, advance 0, pan -50, advance 60, follow",
        "-100..60 live");
    row("span keeps the middle when looking back", "pan -300, span 100", "-500..-400");
    row("a span that reaches now is live", "pan -10, span 600", "-600..0 live");
    row("span has a smallest", "span 0.001", "-5..0 live");
    row("span has a largest", "span 99999999", "-1209600..0 live");
    row("pan ends following", "pan -60, advance 7", "-360..-60");
    row("pan back to now resumes", "pan -60, pan 60", "-300..0 live");
    row("pan never passes now", "pan 60", "-300..0 live");
    row("pan goes back two weeks at most", "pan -9999999", "-1209900..-1209600");
    row("follow returns and keeps the span", "pan -60, span 100, advance 7, follow", "-93..7 live");
    row("zoom in at the live edge stays live", "zoom 0.5 @0", "-150..0 live");
    row("zoom in elsewhere ends following", "zoom 0.5 @-100", "-200..-50");
    row("zoom out while live stays live", "zoom 2 @-100", "-600..0 live");
    row("zoom out past now is live again", "pan -10, zoom 4 @-300", "-1200..0 live");
    row("zoom in has a smallest", "zoom 0.000001 @0", "-5..0 live");
}

void TestTimeWindow::steps()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    TimeWindow window;
    window.advance(now);
    play(window, script);
    QCOMPARE(printed(window), expected);
    QCOMPARE(window.toMs() - window.fromMs(), window.spanMs());
}

void TestTimeWindow::zoomKeepsTheAnchorInPlace_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<double>("share");
    for (const double factor : {0.1, 0.8, 1.25}) {
        for (const double share : {0.0, 0.25, 0.5, 0.99})
            QTest::addRow("factor %g at %g of the width", factor, share) << factor << share;
    }
}

void TestTimeWindow::zoomKeepsTheAnchorInPlace()
{
    QFETCH(double, factor);
    QFETCH(double, share);
    TimeWindow window;
    window.advance(now);
    window.pan(-60 * minute); // far enough from now for every factor
    const qint64 anchor = window.fromMs() + static_cast<qint64>(share * static_cast<double>(window.spanMs()));
    window.zoom(factor, anchor);
    const double after = static_cast<double>(anchor - window.fromMs()) / static_cast<double>(window.spanMs());
    QVERIFY2(qAbs(after - share) < 1e-3, qPrintable(QString::number(after)));
}

void TestTimeWindow::tellsOfChangesOnly()
{
    TimeWindow window;
    window.advance(now);
    QSignalSpy changed(&window, &TimeWindow::changed);
    window.advance(now);
    window.follow();
    window.setSpan(window.spanMs());
    window.pan(0);
    QCOMPARE(changed.size(), 0);
    window.pan(-1000);
    window.advance(now + 5000); // looking back: nothing moves
    QCOMPARE(changed.size(), 1);
    window.follow();
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestTimeWindow)
#include "tst_timewindow.moc"
