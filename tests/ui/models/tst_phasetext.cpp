// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/phasetext.h"

#include <QSet>
#include <QTest>

using namespace ui;
using transfer::UploadPhase;
using transfer::uploadPhaseCount;

class TestPhaseText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForAll()
    {
        QSet<QString> names;
        for (int i = 0; i < uploadPhaseCount; ++i) {
            names.insert(phaseName(static_cast<UploadPhase>(i)));
            QVERIFY(!phaseMeaning(static_cast<UploadPhase>(i)).isEmpty());
        }
        QCOMPARE(names.size(), uploadPhaseCount);
    }
};

QTEST_GUILESS_MAIN(TestPhaseText)
#include "tst_phasetext.moc"
