// SPDX-License-Identifier: GPL-3.0-or-later
// What everyone needs who does not use a mouse, does not see the screen, or sees it larger.
#include "tests/ui/mainwindow/windowfixture.h"
#include "tests/ui/mainwindow/windowscenes.h"
#include "tests/ui/taborder.h"
#include "ui/common/elidedlabel.h"
#include "ui/leak/leakpage.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMultiHash>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace ui;

using taborder::isPartOfAnother;
using taborder::nameOf;

class TestWindowAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasAName_data() { addScenes(); }

    void everyControlHasAName()
    {
        QFETCH(WindowScene, scene);
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        play(scene, fixture);
        int seen = 0;
        for (QWidget *widget : fixture.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPartOfAnother(*widget))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface, qPrintable(nameOf(*widget)));
            QVERIFY2(!interface->text(QAccessible::Name).trimmed().isEmpty(), qPrintable(nameOf(*widget)));
            ++seen;
        }
        QVERIFY2(seen >= 5, qPrintable(QString::number(seen)));
    }

    void everyActionHasAKeyAndATip()
    {
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        QMultiHash<QKeySequence, const QWidget *>
            keys; // With the page where it means something; null: everywhere.
        int seen = 0;
        for (const QAction *action : fixture.window().findChildren<QAction *>()) {
            if (action->isSeparator() || action->text().isEmpty() || action->menu()
                || qobject_cast<QLineEdit *>(action->parent())) // the clear button's
                continue;
            const QString name = action->text().remove(u'&');
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(name));
            if (name.startsWith(QStringLiteral("Show the file"))) // one of the row's menu only
                continue;
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(name));
            const QWidget *page = pageOf(*action, fixture);
            for (const QWidget *other : keys.values(action->shortcut()))
                QVERIFY2(page && other && page != other, qPrintable(name + action->shortcut().toString()));
            keys.insert(action->shortcut(), page);
            ++seen;
        }
        QVERIFY2(seen >= 18, qPrintable(QString::number(seen)));
    }

    void buttonsHaveTips_data() { addScenes(); }

    void buttonsHaveTips()
    {
        QFETCH(WindowScene, scene);
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        play(scene, fixture);
        for (const QToolButton *button : fixture.window().findChildren<QToolButton *>()) {
            if (button->isVisible() && button->text().isEmpty() && !isPartOfAnother(*button))
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(nameOf(*button)));
        }
    }

    void tabFollowsTheEye_data() { addScenes(); }

    void tabFollowsTheEye()
    {
        QFETCH(WindowScene, scene);
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        play(scene, fixture);
        const QList<QWidget *> order = taborder::stops(fixture.window());
        QVERIFY(order.size() >= 5);
        const auto place = [&](const QWidget *w) { return w->mapTo(&fixture.window(), QPoint(0, 0)); };
        // Downwards, and within a line to the right. Where the circle closes does not matter, and from the foot of the
        // side bar it goes on at the head of the page.
        int jumpsBack = 0;
        for (qsizetype i = 0; i < order.size(); ++i) {
            const QWidget *here = order[i];
            const QWidget *next = order[(i + 1) % order.size()];
            const bool isAbove = place(next).y() + next->height() <= place(here).y();
            const bool isSameLine = place(next).y() < place(here).y() + here->height()
                && place(here).y() < place(next).y() + next->height();
            if (isAbove || (isSameLine && place(next).x() < place(here).x()))
                ++jumpsBack;
        }
        QStringList names;
        for (const QWidget *widget : order)
            names.append(nameOf(*widget));
        QVERIFY2(jumpsBack <= 2 + extraJumps(scene), qPrintable(names.join(QStringLiteral("\n"))));
    }

    void focusIsSeen_data() { addScenes(); }

    void focusIsSeen()
    {
        QFETCH(WindowScene, scene);
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        play(scene, fixture);
        const QStringList unseen = taborder::unseen(fixture.window());
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
    }

    void noTwoShareAMnemonic_data() { addScenes(); }

    void noTwoShareAMnemonic()
    {
        QFETCH(WindowScene, scene);
        WindowFixture fixture(WindowFixture::Network::Silent);
        fixture.show();
        play(scene, fixture);
        QStringList shared = taborder::sharedMnemonics(fixture.window());
        for (const QMenu *menu : fixture.window().findChildren<QMenu *>())
            shared += taborder::sharedMnemonics(*menu);
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }

    void textIsNotClipped_data()
    {
        QTest::addColumn<WindowScene>("scene");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        for (const WindowScene scene : allScenes()) {
            for (const int percent : {100, 150}) {
                const QSize size = percent == 100 ? QSize(1024, 700) : QSize(1440, 900);
                QTest::addRow("%s at %d %%", sceneName(scene), percent) << scene << percent << size;
            }
        }
    }

    void textIsNotClipped()
    {
        QFETCH(WindowScene, scene);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        const QFont usual = QApplication::font();
        WindowFixture fixture(WindowFixture::Network::Silent);
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        fixture.show(size);
        play(scene, fixture);
        // What a text just said is laid out with the next turn of the event loop.
        QStringList clipped;
        const bool isClear = QTest::qWaitFor([&] {
            clipped = clippedTexts(fixture.window());
            return clipped.isEmpty();
        });
        QApplication::setFont(usual);
        QVERIFY2(isClear, qPrintable(clipped.join(u'\n')));
    }

private:
    static void addScenes()
    {
        QTest::addColumn<WindowScene>("scene");
        for (const WindowScene scene : allScenes())
            QTest::addRow("%s", sceneName(scene)) << scene;
    }

    /// Where an action means something: the page that it is of; null: everywhere.
    static const QWidget *pageOf(const QAction &action, const WindowFixture &fixture)
    {
        const QWidget *pages = fixture.part<LeakPage>().parentWidget();
        for (const QObject *at = action.parent(); at; at = at->parent()) {
            if (at->parent() == pages)
                return qobject_cast<const QWidget *>(at);
        }
        return nullptr;
    }

    /// Cards stand side by side, two on the start page and three on the pages that measure: from the foot of one to the
    /// head of the next. In the details, from the last text, that is scrolled to, to the buttons below all of them; in the notice,
    /// from its buttons to what closes it.
    static int extraJumps(WindowScene scene)
    {
        const QByteArrayView name(sceneName(scene));
        if (name.startsWith("leak") || name.startsWith("sweep") || name.startsWith("audit"))
            return 2;
        if (name.startsWith("details") || name.startsWith("distrusted"))
            return 1;
        return scene == WindowScene::Start ? 1 : 0;
    }

    static QString textOf(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            return label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            return button->text();
        return {};
    }

    static QString sizesOf(const QWidget &widget)
    {
        const QSize needed = widget.minimumSizeHint();
        return QStringLiteral(" (%1 × %2, needs %3 × %4)")
            .arg(widget.width())
            .arg(widget.height())
            .arg(needed.width())
            .arg(needed.height());
    }

    static QStringList clippedTexts(const QWidget &window)
    {
        QStringList clipped;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->isVisible() && isClipped(*widget))
                clipped.append(nameOf(*widget) + textOf(*widget) + sizesOf(*widget));
        }
        return clipped;
    }

    static bool isClipped(const QWidget &widget)
    {
        if (textOf(widget).isEmpty() || qobject_cast<const ElidedLabel *>(&widget))
            return false;
        if (const auto *label = qobject_cast<const QLabel *>(&widget); label && label->wordWrap())
            return widget.height() < label->heightForWidth(widget.width());
        const QSize needed = widget.minimumSizeHint();
        return widget.width() < needed.width() || widget.height() < needed.height();
    }
};

QTEST_MAIN(TestWindowAccess)
#include "tst_windowaccess.moc"
