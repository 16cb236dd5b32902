// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/servers/serverexamples.h"
#include "ui/servers/tlstext.h"
#include "ui/servers/trustnotice.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using ui::TrustNotice;

class TestTrustNotice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsReasonAndChain();
    void trustingNamesOneCertificate();
    void revokedIsNotToBeTrusted();
    void newFailureReplacesTheOld();
    void everyProblemHasItsWords();

private:
    static QString textOf(const TrustNotice &notice);
    static QPushButton *button(const TrustNotice &notice, const QString &text);
};

QString TestTrustNotice::textOf(const TrustNotice &notice)
{
    QStringList texts;
    for (const QLabel *label : notice.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

QPushButton *TestTrustNotice::button(const TrustNotice &notice, const QString &text)
{
    for (QPushButton *button : notice.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&').contains(text))
            return button;
    }
    return nullptr;
}

void TestTrustNotice::showsReasonAndChain()
{
    TrustNotice notice;
    notice.show();
    notice.showFailure(examples::unknownIssuer());
    const QString text = textOf(notice);
    for (const net::CertificateInfo &certificate : examples::unknownIssuer().chain) {
        QVERIFY(text.contains(certificate.subject));
        QVERIFY(QString(text).replace(u'\n', u':').contains(net::fingerprintText(certificate.sha256)));
    }
    QVERIFY(text.contains(QStringLiteral("“Example Root Authority”, which is not trusted here")));
    QCOMPARE(notice.accessibleName(), ui::tlsText(examples::unknownIssuer()).headline);
}

void TestTrustNotice::trustingNamesOneCertificate()
{
    TrustNotice notice;
    notice.show();
    notice.showFailure(examples::unknownIssuer());
    QSignalSpy trusted(&notice, &TrustNotice::trusted);
    QPushButton *trust = button(notice, QStringLiteral("Trust this certificate"));
    QVERIFY(trust->isVisible());
    trust->click();
    QCOMPARE(trusted.size(), 1);
    QCOMPARE(trusted.constFirst().constFirst().toByteArray(),
             examples::unknownIssuer().chain.constFirst().sha256);
}

void TestTrustNotice::revokedIsNotToBeTrusted()
{
    TrustNotice notice;
    notice.show();
    notice.showFailure(examples::revoked());
    QVERIFY(!button(notice, QStringLiteral("Trust"))->isVisible());
    QVERIFY(button(notice, QStringLiteral("Server settings"))->isVisible());
}

void TestTrustNotice::newFailureReplacesTheOld()
{
    TrustNotice notice;
    notice.show();
    notice.showFailure(examples::unknownIssuer());
    notice.showFailure(examples::selfSigned());
    QVERIFY(!textOf(notice).contains(QStringLiteral("Example Root Authority")));
    QVERIFY(button(notice, QStringLiteral("Trust"))->isVisible());
}

void TestTrustNotice::everyProblemHasItsWords()
{
    QSet<QString> headlines;
    for (int problem = 1; problem <= static_cast<int>(net::TlsProblem::Other); ++problem) {
        net::TlsFailure failure = examples::selfSigned();
        failure.problem = static_cast<net::TlsProblem>(problem);
        const ui::TlsText text = ui::tlsText(failure);
        QVERIFY(!text.headline.isEmpty() && !text.meaning.isEmpty());
        headlines.insert(text.headline);
    }
    QCOMPARE(headlines.size(), static_cast<int>(net::TlsProblem::Other));
}

QTEST_MAIN(TestTrustNotice)
#include "tst_trustnotice.moc"
