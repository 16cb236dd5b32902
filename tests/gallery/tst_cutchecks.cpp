// SPDX-License-Identifier: GPL-3.0-or-later
// What the gallery calls cut, of windows that are made for it.
#include "tests/gallery/cutchecks.h"

#include <QPushButton>
#include <QScrollArea>
#include <QTest>

namespace {

/// A button in an area that is half as large each way.
std::unique_ptr<QScrollArea> areaWithButton()
{
    auto area = std::make_unique<QScrollArea>();
    auto *content = new QWidget;
    content->resize(400, 400);
    auto *button = new QPushButton(QStringLiteral("Start"), content);
    button->setGeometry(180, 180, 100, 40);
    area->setWidget(content);
    area->resize(200, 200);
    return area;
}

} // namespace

class TestCutChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeScrolledToIsNotCut()
    {
        const auto area = areaWithButton();
        area->show();
        QCOMPARE(accesschecks::cutOff(*area), QStringList());
    }

    void whatAnAreaDoesNotScrollToIsCut()
    {
        const auto area = areaWithButton();
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->show();
        QCOMPARE(accesschecks::cutOff(*area).size(), 1);
    }

    void aPartThatIsTooSmallCuts()
    {
        QWidget window;
        window.resize(400, 400);
        QWidget part(&window);
        part.resize(60, 60);
        QPushButton button(QStringLiteral("Start"), &part);
        button.setGeometry(10, 10, 100, 40);
        window.show();
        QCOMPARE(accesschecks::cutOff(window).size(), 1);
        part.resize(200, 60);
        QCOMPARE(accesschecks::cutOff(window), QStringList());
    }

    void whatLiesUponAnotherCutsIt()
    {
        QWidget window;
        window.resize(400, 400);
        QPushButton button(QStringLiteral("Start"), &window);
        button.setGeometry(10, 10, 100, 40);
        QWidget upon(&window);
        upon.setGeometry(0, 40, 400, 100);
        window.show();
        QCOMPARE(accesschecks::cutOff(window).size(), 1);
        upon.setAttribute(Qt::WA_TransparentForMouseEvents); // A frame around what has the focus.
        QCOMPARE(accesschecks::cutOff(window), QStringList());
    }
};

QTEST_MAIN(TestCutChecks)
#include "tst_cutchecks.moc"
