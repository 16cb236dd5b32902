// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of an audit: what becomes of connections - slow ones, such with wrong lengths, after an error - and TLS.
#include "core/base/format.h"
#include "core/experiment/auditcontext.h"
#include "core/experiment/auditreach.h"
#include "core/experiment/auditsetting.h"
#include "core/experiment/auditsteps.h"
#include "core/experiment/audittrials.h"
#include "core/net/oldtls.h"
#include "core/net/rawconnection.h"

#include <QCoreApplication>

namespace experiment::auditsteps {
namespace {

using namespace std::chrono_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(experiment::AuditEvidence)
};

constexpr auto tick = 1s; // a byte each
constexpr qint64 slowBytes = 64 * 1024; // announced
constexpr qint64 unreadBytes = 100 * 1024; // of a refused body

/// A connection on which a body comes slowly, or not at all.
struct SlowOne
{
    SlowOne(const net::Endpoint &endpoint, bool sends)
        : connection(endpoint)
        , isTrickling(sends)
    {
    }

    net::RawConnection connection;
    bool isTrickling;
    std::chrono::milliseconds took{0}; ///< Until it was given up; 0: it was not.

    [[nodiscard]] bool isOver() { return connection.hasAnswer() || connection.hasEnded(); }
    [[nodiscard]] QString text(std::chrono::seconds most) const
    {
        const QString what = isTrickling ? Text::tr("a body of one byte a second")
                                         : Text::tr("a body that stopped after its first bytes");
        if (took.count() > 0)
            return Text::tr("%1 was given up after %2", "a body, time").arg(what, base::formatDuration(took));
        return Text::tr("%1 was still waited for after %2, the bound of this audit%3",
                        "a body, time, how to set that, in brackets")
            .arg(what, base::formatDuration(most), markOf(AuditSetting::SlowBodies));
    }
};

void begin(SlowOne &slow, const RawUpload &upload)
{
    slow.connection.open();
    slow.connection.send(upload.head() + upload.before + QByteArray(16, 'x'));
}

/// An upload with these values of Content-Length.
Trial withLengths(AuditContext &context, const QString &what, const QByteArrayList &lengths)
{
    Trial trial{what, context.uploads().small()};
    trial.upload.lengths = lengths;
    return trial;
}

QByteArray lengthOf(const RawUpload &upload, qint64 more)
{
    return QByteArray::number(upload.bodyBytes() + more);
}

QString versionsText(const std::optional<net::OldTlsAnswer> &old)
{
    if (!old)
        return Text::tr("whether it speaks versions before 1.2 cannot be told");
    return old->isAccepted ? Text::tr("it accepts %1", "a version of TLS").arg(old->version)
                           : Text::tr("it refuses versions before 1.2");
}

/// Two requests on one connection.
struct OneAfterAnother
{
    Exchanged first;
    std::optional<Exchanged>
        second; ///< Nothing: the first was taken, not answered, or its answer ends the connection.

    [[nodiscard]] const Exchanged &last() const { return second ? *second : first; }
};

QCoro::Task<OneAfterAnother> sendBoth(AuditContext &context, RawUpload wrong, RawUpload right)
{
    OneAfterAnother made;
    if (!context.begin(wrong.bodyBytes()) || !context.begin(right.bodyBytes()))
        co_return made;
    const base::Steady begun = context.stage().clock().now();
    net::RawConnection connection(context.endpoint());
    connection.open();
    wrong.sendOn(connection);
    co_await context.awaitAnswer(connection);
    made.first = context.resultOf(connection, begun);
    const bool isOver = made.first.error.kind != base::ErrorKind::None || !made.first.answer;
    if (isOver || made.first.isTaken() || made.first.asksForLess() || made.first.answer->announcesEnd())
        co_return made;
    right.sendOn(connection);
    const base::Steady again = context.stage().clock().now();
    co_await context.awaitAnswer(connection);
    made.second = context.resultOf(connection, again);
    co_return made;
}

/// Nothing: it cannot be told.
QCoro::Task<std::optional<net::OldTlsAnswer>> askForOldTls(AuditContext &context)
{
    std::optional<net::OldTlsAnswer> answer;
    if (!context.begin(0))
        co_return answer;
    net::RawConnection connection(context.endpoint());
    connection.open(net::RawConnection::Security::Plain);
    connection.send(net::oldTlsHello(context.endpoint().url.host()));
    std::function<bool()> isOver
        = [&connection] { return net::readOldTlsAnswer(connection.received()) || connection.hasEnded(); };
    co_await context.stage().until(connection, isOver, context.plan().bounds.patience);
    answer = net::readOldTlsAnswer(connection.received());
    // Some servers hang up without an alert; that is a refusal as well, if they took the connection at all.
    if (!answer && connection.hasEnded() && connection.error().kind == base::ErrorKind::None)
        answer = net::OldTlsAnswer();
    co_return answer;
}

} // namespace

Finding slowBody(AuditContext &context)
{
    RawUpload upload = context.uploads().large(slowBytes);
    if (!context.begin(slowBytes) || !context.begin(slowBytes))
        co_return undecided({});
    const std::chrono::seconds most = context.plan().bounds.slow;
    const base::Steady begun = context.stage().clock().now();
    SlowOne stopped(context.endpoint(), false), trickling(context.endpoint(), true);
    begin(stopped, upload);
    begin(trickling, upload);
    co_await context.stage().pause(tick);
    for (SlowOne *slow : {&stopped, &trickling}) { // at once: not for being slow
        if (!slow->isOver())
            continue;
        if (context.resultOf(slow->connection, begun).asksForLess())
            co_return undecided({}); // the obstacle says why
        slow->took = tick;
    }
    const RawUpload other = context.uploads().small();
    const Exchanged beside = co_await context.exchange(other);
    auto elapsed = context.stage().clock().now() - begun;
    while (elapsed < most && !context.stage().isCancelled()) {
        for (SlowOne *slow : {&stopped, &trickling}) {
            if (slow->took.count() == 0 && slow->isOver())
                slow->took = std::max<std::chrono::milliseconds>(
                    std::chrono::duration_cast<std::chrono::milliseconds>(elapsed), 1ms);
        }
        if (stopped.took.count() > 0 && trickling.took.count() > 0)
            break;
        if (trickling.took.count() == 0)
            trickling.connection.send("x");
        co_await context.stage().pause(tick);
        elapsed = context.stage().clock().now() - begun;
    }
    context.giveBack(2 * (slowBytes - 1024));
    const QString both = auditClauses({stopped.text(most), trickling.text(most)});
    if (!beside.isTaken())
        co_return failed(Text::tr("while two bodies came slowly, another upload was not taken: %1; %2")
                             .arg(beside.text(), both));
    QString evidence = Text::tr("%1; another upload beside them took %2", "what was seen, time")
                           .arg(both, base::formatDuration(beside.took));
    const Reach reach = co_await seekReach(context);
    if (reach == Reach::Unseen)
        evidence
            = Text::tr("%1; what was held is something in front of the service, which bodies reach only once "
                       "they are whole",
                       "what was seen")
                  .arg(evidence);
    if (stopped.connection.error().kind != base::ErrorKind::None)
        co_return undecided(stopped.connection.error().message);
    if (stopped.took.count() > 0 && trickling.took.count() == 0)
        co_return failed(Text::tr("%1; time is limited between two reads only, and every byte begins it anew",
                                  "what was seen")
                             .arg(evidence));
    co_return stopped.took.count() > 0 && trickling.took.count() > 0 ? passed(evidence) : failed(evidence);
}

Finding contentLength(AuditContext &context)
{
    const RawUpload whole = context.uploads().small();
    const QByteArray right = lengthOf(whole, 0);
    std::vector<Trial> trials;
    if (context.uploads().isForm()) // what a bare body lacks cannot be seen in it
        trials.push_back(
            withLengths(context, Text::tr("40 bytes less are told than sent"), {lengthOf(whole, -40)}));
    trials.push_back(withLengths(context, Text::tr("the body ends 1,000 bytes before its told length"),
                                 {lengthOf(whole, 1000)}));
    trials.back().endsSending = true;
    if (context.uploads().isForm()) { // within the file: behind the last boundary nothing is missing
        trials.back().upload.before.chop(8);
        trials.back().upload.after.clear();
    }
    trials.push_back(withLengths(context, Text::tr("the length is no number"), {"many"}));
    trials.push_back(withLengths(context, Text::tr("the length is negative"), {"-1"}));
    trials.push_back(withLengths(context, Text::tr("two lengths differ"), {right, lengthOf(whole, -40)}));
    const AuditFinding finding = co_await expectRefusals(context, trials, Silence::IsRefusal);
    co_return finding;
}

Finding keepAlive(AuditContext &context)
{
    RawUploads &uploads = context.uploads();
    RawUpload wrong = uploads.large(unreadBytes);
    wrong.headers.removeIf([](const net::Header &header) { return header.first == "Content-Type"; });
    wrong.headers.emplace_back("Content-Type", "multipart/form-data"); // without a boundary
    if (!context.uploads().isForm()) {
        wrong = uploads.large(unreadBytes);
        wrong.line = "PATCH " + wrong.line.mid(4); // a method that an upload does not have
    }
    const RawUpload right = uploads.small();
    OneAfterAnother made;
    for (int attempt = 0;; ++attempt) {
        made = co_await sendBoth(context, wrong, right);
        const bool isAgain = co_await context.waitToTryAgain(made.last(), attempt);
        if (!isAgain)
            break;
    }
    const Exchanged &first = made.first;
    if (first.error.kind != base::ErrorKind::None || !first.answer)
        co_return undecided(Text::tr("the request that was to fail: %1").arg(first.text()));
    if (first.isTaken())
        co_return undecided(Text::tr("the request that was to fail was taken: %1").arg(first.text()));
    const QString evidence = Text::tr("a request was refused (%1)").arg(first.text());
    if (!made.second)
        co_return passed(
            Text::tr("%1; the server said that it ends the connection", "what was seen").arg(evidence));
    const QString after
        = Text::tr("%1; the next one on that connection, a right one: %2", "what was seen, an answer")
              .arg(evidence, made.second->text());
    co_return made.second->isTaken() ? passed(after) : failed(after);
}

Finding tls(AuditContext &context)
{
    if (context.endpoint().url.scheme() != QLatin1StringView("https"))
        co_return undecided(Text::tr("the address is http: there is no TLS to look at"));
    net::Endpoint strict = context.endpoint();
    strict.transport.verifyTls = true;
    strict.transport.trustedCertificate.clear();
    const net::TlsFailure failure = co_await context.stage().inspectTls(strict);
    const std::optional<net::OldTlsAnswer> old = co_await askForOldTls(context);
    const bool isTrusted = failure.problem == net::TlsProblem::None;
    const QString evidence
        = auditClauses({isTrusted ? Text::tr("the certificate is trusted") : net::toError(failure).message,
                        versionsText(old)});
    if (!isTrusted || (old && old->isAccepted))
        co_return failed(evidence);
    co_return old ? passed(evidence) : undecided(evidence);
}

} // namespace experiment::auditsteps
