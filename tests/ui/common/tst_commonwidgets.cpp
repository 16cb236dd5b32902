// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/breakable.h"
#include "ui/common/buttonkind.h"
#include "ui/common/card.h"
#include "ui/common/cardcolumns.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/originbar.h"
#include "ui/common/payloadbox.h"
#include "ui/common/pill.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/verdictbox.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using ui::Theme;
using ui::ThemeMode;
using ui::Tone;

class TestCommonWidgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pillShowsTextOnItsTone_data();
    void pillShowsTextOnItsTone();
    void pillGrowsWithItsText();
    void pillPaintsElidedInTooSmallARectangle();
    void cardHoldsItsLastRow();
    void elidedLabelGivesWay();
    void longNamesBreakAndReadTheSame_data();
    void longNamesBreakAndReadTheSame();
    void cardsStandWhereThereIsRoom_data();
    void cardsStandWhereThereIsRoom();
    void cardsCountTheScrollBar();
    void aPageTooLowForItsSetUpScrollsAsAWhole();
    void kindsLookDifferent();
    void focusIsVisible();
    void buttonsHoldTheirText_data();
    void buttonsHoldTheirText();
    void messagesFollowTheColours();
    void messagesAreReadAloudOnce();
    void signsFollowTheColours();
    void filesAreMeasuredWhenTheyAreChosen();

private:
    std::unique_ptr<Theme> m_theme;
};

static QString spokenName(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

void TestCommonWidgets::messagesFollowTheColours()
{
    ui::Banner banner;
    banner.setMessage(Tone::Bad, QStringLiteral("The server is away."));
    banner.show();
    QVERIFY(QTest::qWaitForWindowExposed(&banner));
    const QLabel *headline = nullptr;
    for (const QLabel *label : banner.findChildren<QLabel *>()) {
        if (label->text() == banner.headline())
            headline = label;
    }
    QVERIFY(headline);
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        m_theme->setMode(mode);
        QTRY_COMPARE(headline->palette().color(QPalette::WindowText), m_theme->colors().bad);
    }
}

void TestCommonWidgets::messagesAreReadAloudOnce()
{
    ui::Banner banner;
    QStringList heard;
    const ui::AnnouncementListener listener([&](const QString &said) { heard.append(said); });
    banner.setMessage(Tone::Bad, QStringLiteral("It fell"), {QStringLiteral("from the table")});
    banner.show();
    QCOMPARE(heard, QStringList{QStringLiteral("It fell")});
    heard.clear();
    for (int keystroke = 0; keystroke < 3; ++keystroke)
        banner.setMessage(Tone::Bad, QStringLiteral("It fell"), {QStringLiteral("from the table")});
    QCOMPARE(heard, QStringList());
    banner.setMessage(Tone::Bad, QStringLiteral("It broke"));
    QCOMPARE(heard, QStringList{QStringLiteral("It broke")});

    // Nobody hears of what nobody sees, before it is seen.
    banner.hide();
    heard.clear();
    banner.setMessage(Tone::Warn, QStringLiteral("Look out"));
    QCOMPARE(heard, QStringList());
    banner.show();
    QCOMPARE(heard, QStringList{QStringLiteral("Look out")});

    QWidget page; // hidden: another one is looked at
    ui::OriginBar origin(QStringLiteral("Another address was checked"), &page);
    heard.clear();
    origin.setAddress(QStringLiteral("http://host/up"));
    QCOMPARE(heard, QStringList());
    page.show();
    QCOMPARE(heard, QStringList{QStringLiteral("Another address was checked")});
    origin.setAddress(QStringLiteral("http://host/up"));
    page.hide();
    page.show();
    QCOMPARE(heard.size(), 1);
    origin.setAddress(QStringLiteral("http://host/down"));
    QCOMPARE(heard.size(), 2);
    page.hide();

    ui::VerdictBox verdict(&page);
    heard.clear();
    ui::VerdictText text{
        Tone::Bad, QLatin1StringView("alert"), QStringLiteral("Leaks 1 MiB per upload"), {}, {}};
    verdict.setText(text);
    text.details = {QStringLiteral("and is sure of it")};
    verdict.setText(text);
    QCOMPARE(heard, QStringList());
    verdict.show();
    page.show();
    QCOMPARE(heard, QStringList{QStringLiteral("Leaks 1 MiB per upload")});
    text.details = {QStringLiteral("and is very sure of it")};
    verdict.setText(text);
    page.hide();
    page.show();
    QCOMPARE(heard.size(), 1);
    text.sentence = QStringLiteral("Leaks nothing");
    verdict.setText(text);
    QCOMPARE(heard.last(), QStringLiteral("Leaks nothing"));
}

void TestCommonWidgets::signsFollowTheColours()
{
    ui::SignLabel sign(QLatin1StringView("alert"), Tone::Bad, ui::SignLabel::pageSize);
    sign.show();
    const QImage light = sign.grab().toImage();
    m_theme->setMode(ThemeMode::Dark);
    const QImage dark = sign.grab().toImage();
    m_theme->setMode(ThemeMode::Light);
    QVERIFY(light != dark);
    QCOMPARE(sign.grab().toImage(), light);
}

void TestCommonWidgets::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, ThemeMode::Light);
}

void TestCommonWidgets::pillShowsTextOnItsTone_data()
{
    QTest::addColumn<int>("tone");
    for (const Tone tone : {Tone::Dim, Tone::Accent, Tone::Good, Tone::Warn, Tone::Bad})
        QTest::addRow("tone %d", int(tone)) << int(tone);
}

void TestCommonWidgets::pillShowsTextOnItsTone()
{
    QFETCH(int, tone);
    ui::Pill pill(QStringLiteral("201 Created"), static_cast<Tone>(tone));
    pill.resize(pill.sizeHint());
    const QImage image = pill.grab().toImage();
    QCOMPARE(image.pixelColor(pill.width() / 2, 2),
             ui::toneSoftColor(ui::lightColors(), static_cast<Tone>(tone)));
    QCOMPARE(spokenName(pill), QStringLiteral("201 Created"));
}

void TestCommonWidgets::pillGrowsWithItsText()
{
    ui::Pill pill(QStringLiteral("ok"));
    const int narrow = pill.sizeHint().width();
    pill.setText(QStringLiteral("connected"));
    const int wide = pill.sizeHint().width();
    QVERIFY(wide > narrow);
    pill.setDot(true);
    QVERIFY(pill.sizeHint().width() > wide);
    // Nothing is elided in a pill that has what it asked for.
    const QFontMetrics metrics(ui::smallStrongFont(pill.font()));
    for (const QString &word : {QStringLiteral("connected"), QStringLiteral("413 Request body too large"),
                                QStringLiteral("已连接"), QStringLiteral("ok")}) {
        const int room = ui::Pill::sizeFor(pill.font(), word).width() - 16;
        QCOMPARE(metrics.elidedText(word, Qt::ElideRight, room), word);
    }
}

void TestCommonWidgets::pillPaintsElidedInTooSmallARectangle()
{
    QImage image(200, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::Pill::paint(painter, QRect(0, 0, 60, 20), QStringLiteral("413 Request body too large"), Tone::Bad,
                    ui::lightColors());
    painter.end();
    for (int x = 61; x < 200; ++x) {
        for (int y = 0; y < 20; ++y)
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
    }
    QCOMPARE(image.pixelColor(30, 2), ui::lightColors().badSoft);
}

void TestCommonWidgets::cardHoldsItsLastRow()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *card = new ui::Card(QStringLiteral("Leak check"), &page);
    layout->addWidget(card);
    QLabel *last = nullptr;
    for (int i = 0; i < 8; ++i) {
        last = new QLabel(QStringLiteral("row %1").arg(i), card);
        card->content().addWidget(last);
    }
    page.resize(300, 40); // less than it needs: the layout's minimum wins
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY(card->rect().contains(last->geometry()));
    QVERIFY(last->height() >= last->fontMetrics().height());
    QCOMPARE(spokenName(*card), QStringLiteral("Leak check"));
}

void TestCommonWidgets::elidedLabelGivesWay()
{
    const QString path = QStringLiteral("/home/someone/very/long/folder/name/database.dump");
    ui::ElidedLabel label(path);
    label.setElideMode(Qt::ElideMiddle);
    QVERIFY(label.minimumSizeHint().width() < 80);
    label.resize(120, 20);
    QVERIFY(label.isElided());
    QCOMPARE(spokenName(label), path);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void TestCommonWidgets::longNamesBreakAndReadTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("breaks");
    QTest::newRow("words") << QStringLiteral("leaks 1.06 MiB per upload") << false;
    QTest::newRow("path") << QStringLiteral("/var/lib/upload-service/path-traversal/service/up-4f1c09b2.txt")
                          << true;
    QTest::newRow("function") << QStringLiteral(
        "in storage.(*DiskMetricStore).processWriteRequestAndKeepIt_Once")
                              << true;
    QTest::newRow("file and line") << QStringLiteral("main.go:27") << true; // kept together by a mark
    QTest::newRow("anything") << QString(90, u'x') << true;
}

void TestCommonWidgets::longNamesBreakAndReadTheSame()
{
    QFETCH(QString, text);
    QFETCH(bool, breaks);
    const QString broken = ui::breakable(text);
    QCOMPARE(ui::unbroken(broken), text);
    QCOMPARE(broken.size() > text.size(), breaks);
    QLabel label(broken);
    label.setWordWrap(true);
    QVERIFY(label.minimumSizeHint().width() < 200);
}

void TestCommonWidgets::cardsStandWhereThereIsRoom_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isMiddleBeside");
    QTest::addColumn<bool>("isVerdictBeside");
    QTest::newRow("three columns") << 1000 << true << true;
    QTest::newRow("two columns") << 700 << true << false;
    QTest::newRow("one column") << 400 << false << false;
}

void TestCommonWidgets::cardsStandWhereThereIsRoom()
{
    QFETCH(int, width);
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^QLayout")));
    const ui::CardColumns withoutOneBelow({*new ui::Card, *new ui::Card, *new ui::Card}, {});
    auto *setup = new ui::Card(QStringLiteral("Set-up"));
    auto *middle = new ui::Card(QStringLiteral("Floors"));
    auto *verdict = new ui::Card(QStringLiteral("Verdict"));
    auto *below = new ui::Card(QStringLiteral("Table"));
    ui::CardColumns columns({*setup, *middle, *verdict, below}, {.third = 300});
    QSignalSpy arranged(&columns, &ui::CardColumns::arranged);
    columns.resize(width, 400);
    columns.show();
    QTRY_VERIFY(verdict->geometry().width() > 0);
    QFETCH(bool, isMiddleBeside);
    QFETCH(bool, isVerdictBeside);
    QTRY_COMPARE(middle->y() == setup->y(), isMiddleBeside);
    QTEST(middle->x() > setup->x(), "isMiddleBeside");
    QTEST(verdict->x() > middle->x(), "isVerdictBeside");
    QTEST(arranged.last().first().value<ui::CardColumns::Columns>() == ui::CardColumns::Columns::Three,
          "isVerdictBeside");
    QVERIFY(below->y() > verdict->y());
    QCOMPARE(below->x(), isVerdictBeside ? middle->x() : setup->x());
    QVERIFY(columns.widget()->rect().contains(verdict->geometry()));
}

void TestCommonWidgets::cardsCountTheScrollBar()
{
    const auto card = [](int width, int height) {
        auto *made = new ui::Card;
        auto *content = new QWidget;
        content->setFixedSize(width, height);
        made->content().addWidget(content);
        return made;
    };
    // With three columns they would have room, if there were no bar.
    ui::CardColumns columns({*card(150, 300), *card(255, 100), *card(255, 600)}, {});
    columns.resize(820, 400);
    columns.show();
    QTRY_VERIFY(columns.verticalScrollBar()->isVisible());
    QVERIFY(columns.widget()->width() <= columns.viewport()->width());
    columns.resize(900, 400);
    QTRY_VERIFY(columns.widget()->width() <= columns.viewport()->width());
}

void TestCommonWidgets::aPageTooLowForItsSetUpScrollsAsAWhole()
{
    auto *setup = new ui::Card(QStringLiteral("Set-up"));
    auto *content = new QWidget;
    content->setFixedSize(150, 300);
    setup->content().addWidget(content);
    ui::CardColumns columns({*setup, *new ui::Card, *new ui::Card}, {});
    columns.resize(1000, 420);
    columns.show();
    QTRY_VERIFY(!columns.isScrolling());
    QVERIFY(columns.sizeHint().height() > 300);
    QVERIFY(columns.sizeHint().height() < 420);
    QSignalSpy arranged(&columns, &ui::CardColumns::arranged);
    content->setFixedSize(150, 500); // Without another size of the page.
    QTRY_VERIFY(columns.isScrolling());
    QVERIFY(!arranged.isEmpty());
    columns.resize(1000, 800);
    QTRY_VERIFY(!columns.isScrolling());
}

void TestCommonWidgets::kindsLookDifferent()
{
    QPushButton normal(QStringLiteral("Pause"));
    QPushButton primary(QStringLiteral("Connect"));
    ui::setKind(primary, ui::ButtonKind::Primary);
    const auto ground = [](QPushButton &button) {
        button.resize(button.sizeHint());
        return button.grab().toImage().pixelColor(6, button.height() / 2);
    };
    QCOMPARE(ground(normal), ui::lightColors().surface);
    QCOMPARE(ground(primary), ui::lightColors().accent);
    ui::setKind(primary, ui::ButtonKind::Normal);
    QCOMPARE(ground(primary), ui::lightColors().surface);
}

void TestCommonWidgets::focusIsVisible()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *button = new QPushButton(QStringLiteral("Pause"), &window);
    auto *other = new QPushButton(QStringLiteral("Other"), &window);
    layout->addWidget(button);
    layout->addWidget(other);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QSize size = button->sizeHint();
    const QImage before = button->grab().toImage();
    button->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(button->hasFocus());
    QVERIFY(button->grab().toImage() != before);
    QCOMPARE(button->sizeHint(), size); // the frame must not push its neighbours
}

void TestCommonWidgets::buttonsHoldTheirText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << QStringLiteral("Start the sample server");
    QTest::newRow("Chinese") << QStringLiteral("启动示例服务器");
}

void TestCommonWidgets::buttonsHoldTheirText()
{
    QFETCH(QString, text);
    QPushButton button(text);
    const QFontMetrics metrics(button.font());
    QVERIFY(button.sizeHint().width() >= metrics.horizontalAdvance(text) + 24);
    QVERIFY(button.sizeHint().height() >= 30);
    QToolButton pill;
    pill.setText(text);
    ui::setKind(pill, ui::ButtonKind::Pill);
    QVERIFY(pill.sizeHint().width() >= QFontMetrics(pill.font()).horizontalAdvance(text) + 16);
}

void TestCommonWidgets::filesAreMeasuredWhenTheyAreChosen()
{
    const QTemporaryDir folder;
    QStringList files;
    for (const int size : {1000, 3000}) {
        QFile file(folder.filePath(QString::number(size)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(size, 'x')), size);
        files.append(file.fileName());
    }
    ui::PayloadBox box;
    box.setFiles(files);
    QCOMPARE(box.files(), files);
    QCOMPARE(box.averageBytes(), 2000.0);
    QVERIFY(QFile::remove(files.constLast()));
    QCOMPARE(box.averageBytes(), 2000.0); // nobody looks at the disk whenever a setting is edited
    box.setBytes(4096);
    QCOMPARE(box.averageBytes(), 4096.0);
    box.setFiles(files.sliced(0, 1));
    QCOMPARE(box.averageBytes(), 1000.0);
}

QTEST_MAIN(TestCommonWidgets)
#include "tst_commonwidgets.moc"
