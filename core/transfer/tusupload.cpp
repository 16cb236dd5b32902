// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/tusupload.h"

#include "core/net/endpoint.h"
#include "core/net/redirect.h"
#include "core/transfer/filepiece.h"
#include "core/transfer/formbody.h"
#include "core/transfer/retrypolicy.h"
#include "core/transfer/uploadform.h"

#include <QNetworkReply>
#include <QPointer>

//                 the server is not known yet              nothing to go on with
//    start() ──────────► Exploring ──────────► proceed() ──────────► Creating
//                         OPTIONS               ▲ │                   POST │
//                                           404 │ │ a point to go on at    │ 201
//                                               │ ▼                        ▼
//                                              Locating ────────────► Sending ⟲ the next piece
//                                               HEAD                  PATCH
//                                                                        │ the last byte is there
//                                                                        ▼
//                                                                    Finished
//
// Any other answer, a failure and cancel() lead from anywhere to Finished, through conclude().

namespace transfer {
namespace {

using base::Error;
using base::ErrorKind;

// Hashed before it is sent, which takes this thread some 20 ms.
constexpr qint64 checkedPiece = 8 * 1024 * 1024;
// A server that never takes a piece whole is not going to.
constexpr int mostParts = 8;
constexpr int mostLosses = 2;

constexpr int forbidden = 403;
constexpr int notFound = 404;
constexpr int gone = 410;
constexpr int checksumMismatch = 460;
// Somebody may be waiting for the program's end.
constexpr std::chrono::milliseconds farewellPatience = std::chrono::seconds(2);

QNetworkRequest requestTo(const QUrl &url, const QNetworkRequest &creation)
{
    QNetworkRequest request = creation;
    request.setUrl(url);
    request.setRawHeader("Tus-Resumable", tusVersion);
    if (net::isSameOrigin(url, creation.url())) {
        QUrl named = url;
        named.setUserInfo(creation.url().userInfo(QUrl::FullyEncoded), QUrl::StrictMode);
        request.setUrl(named);
    } else {
        net::withholdCredentials(request);
    }
    return request;
}

QNetworkReply *remove(QNetworkAccessManager &manager, const QUrl &url, const QNetworkRequest &creation)
{
    QNetworkRequest request = requestTo(url, creation);
    request.setTransferTimeout(static_cast<int>(farewellPatience.count()));
    QNetworkReply *reply = manager.deleteResource(request);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    return reply;
}

} // namespace

TusUpload::TusUpload(QNetworkAccessManager &manager, base::Clock &clock, QObject *parent)
    : UploadAttempt(parent)
    , m_manager(manager)
    , m_clock(clock)
    , m_exchange(manager, clock)
{
    connect(&m_exchange, &Exchange::progressed, this, &TusUpload::onProgress);
    connect(&m_exchange, &Exchange::finished, this, &TusUpload::onAnswer);
}

QNetworkReply *TusUpload::terminate(QNetworkAccessManager &manager, const UploadForm &form,
                                    const ResumePoint &remains)
{
    const ResumePoint point = remains.completedFor(form.target());
    if (point.url.isEmpty() || point.target != form.target() || form.method() != UploadMethod::Tus)
        return nullptr;
    const std::optional<TusFeatures> features = form.tusServer()->features();
    if (!features || !features->terminates)
        return nullptr;
    return remove(manager, point.url, form.request({}));
}

// ---- Asking ----------------------------------------------------------------------------------------------

void TusUpload::start(const UploadForm &form, Source source)
{
    Q_ASSERT_X(m_step == Step::Idle, "TusUpload::start", "started twice");
    Q_ASSERT(source.file->isOpen());
    m_file = std::move(source.file);
    m_creation = form.request(source.label);
    m_exchange.setSecrets(form.secrets());
    m_create = requestTo(m_creation.url(), m_creation);
    m_create.setRawHeader("Upload-Length", QByteArray::number(m_file->size()));
    m_create.setRawHeader("Upload-Metadata", form.metadata(source.label));
    form.identify(m_create, source.label, m_file->stamp());
    m_server = form.tusServer();
    const ResumePoint before = source.resume.completedFor(form.target());
    if (!before.url.isEmpty()
        && before.fits(form.target(), m_file->stamp(), inodeChangedNs(m_file->nativePath())))
        m_place = before;
    else if (before.target == form.target())
        m_outdated = before.url;
    m_given = std::exchange(m_place.given, -1); // that is for whoever hears of this attempt's end to know
    m_place.target = form.target();
    m_place.file = m_file->stamp();
    m_beganMs = base::toUnixMs(m_clock.wallNow());
    if (const auto known = m_server->features()) {
        m_features = *known;
        proceed();
    } else {
        send(Step::Exploring, "OPTIONS", m_creation);
    }
}

void TusUpload::send(Step step, const QByteArray &verb, const QNetworkRequest &request,
                     std::unique_ptr<FormBody> body)
{
    m_step = step;
    m_exchange.send(verb, request, std::move(body));
}

void TusUpload::proceed()
{
    if (!m_outdated.isEmpty() && m_features.terminates)
        remove(m_manager, m_outdated, m_creation);
    if (m_place.url.isEmpty())
        create();
    else
        locate();
}

void TusUpload::create()
{
    send(Step::Creating, "POST", m_create);
}

void TusUpload::locate()
{
    send(Step::Locating, "HEAD", requestTo(m_place.url, m_creation));
}

void TusUpload::sendRest(const Answer &answer)
{
    if (m_offset == m_file->size())
        conclude({}, answer);
    else
        sendPiece();
}

void TusUpload::sendPiece()
{
    QNetworkRequest request = requestTo(m_place.url, m_creation);
    request.setRawHeader("Content-Type", "application/offset+octet-stream");
    request.setRawHeader("Upload-Offset", QByteArray::number(m_offset));
    m_pieceBytes = m_file->size() - m_offset;
    if (m_features.checksum) {
        m_pieceBytes = std::min(m_pieceBytes, checkedPiece);
        FilePiece piece(m_file, m_offset, m_pieceBytes);
        QCryptographicHash hash(m_features.checksum->algorithm);
        if (!hash.addData(&piece)) {
            conclude(m_file->failure(), {});
            return;
        }
        request.setRawHeader("Upload-Checksum", m_features.checksum->name + ' ' + hash.result().toBase64());
    }
    auto body = std::make_unique<FormBody>(
        QByteArray(), std::make_unique<FilePiece>(m_file, m_offset, m_pieceBytes), QByteArray());
    m_pieceBegin = m_offset;
    m_piece = body.get();
    send(Step::Sending, "PATCH", request, std::move(body));
}

void TusUpload::noteGiven()
{
    if (m_given >= 0 && m_piece)
        m_given = std::max({m_given, m_sent, m_pieceBegin + m_piece->given()});
}

void TusUpload::onProgress(qint64 sent, qint64 total)
{
    if (m_step != Step::Sending)
        return;
    const qint64 ofFile = m_offset + sent;
    const bool isWhole = sent == total && ofFile == m_file->size() && !m_isBodySent;
    m_isBodySent = m_isBodySent || isWhole;
    const QPointer<TusUpload> self(this);
    if (ofFile > m_sent) {
        m_sent = ofFile;
        Q_EMIT progressed(ofFile);
    }
    if (isWhole && self && m_step == Step::Sending)
        Q_EMIT bodySent();
}

// ---- Being answered --------------------------------------------------------------------------------------

void TusUpload::onAnswer(const Answer &answer)
{
    noteGiven();
    if (m_file->failure().kind != ErrorKind::None) {
        conclude(m_file->failure(), answer);
        return;
    }
    switch (m_step) {
    case Step::Exploring:
        onExplored(answer);
        break;
    case Step::Creating:
        onCreated(answer);
        break;
    case Step::Locating:
        onLocated(answer);
        break;
    case Step::Sending:
        onPieceSent(answer);
        break;
    case Step::Idle:
    case Step::Finished:
        break;
    }
}

// A proxy or the server may refuse OPTIONS alone. Whether tus is spoken there, creating the upload will tell.
void TusUpload::onExplored(const Answer &answer)
{
    const bool isRefused
        = answer.error.kind == ErrorKind::HttpStatus && !RetryPolicy::isWorthwhile(answer.error);
    if (answer.error.kind != ErrorKind::None && !isRefused) {
        conclude(answer.error, answer);
        return;
    }
    const base::Result<TusFeatures> features = TusFeatures::from(answer);
    if (!features) {
        conclude(features.error(), answer);
        return;
    }
    m_features = *features;
    m_server->learn(m_features);
    proceed();
}

void TusUpload::onCreated(const Answer &answer)
{
    if (answer.error.kind != ErrorKind::None) {
        conclude(tusRefusal(answer, m_features), answer);
        return;
    }
    const base::Result<QUrl> url = tusUploadUrl(answer, m_creation.url());
    if (!url) {
        conclude(url.error(), answer);
        return;
    }
    m_place.url = *url;
    m_place.createdAtMs = m_beganMs;
    m_offset = m_given = 0;
    const QPointer<TusUpload> self(this);
    Q_EMIT resumable(m_place, 0);
    if (self && m_step == Step::Creating)
        sendRest(answer); // of an empty file there is none: it is complete once created
}

void TusUpload::onLocated(const Answer &answer)
{
    if (answer.status == notFound || answer.status == gone || answer.status == forbidden) {
        startOver(answer);
        return;
    }
    if (answer.error.kind != ErrorKind::None) {
        conclude(tusRefusal(answer, m_features), answer);
        return;
    }
    const std::optional<qint64> length = tusBytes(answer, "Upload-Length");
    if (length && *length != m_file->size()) { // it is no upload of this file
        startOver(answer);
        return;
    }
    const std::optional<qint64> offset = tusBytes(answer, "Upload-Offset");
    if (!offset || *offset > m_file->size()) {
        fail(ErrorKind::Malformed,
             tr("the server does not say how much of the upload it has (Upload-Offset: '%1')")
                 .arg(QString::fromLatin1(answer.header("Upload-Offset"))),
             answer);
        return;
    }
    if (m_given >= 0 && *offset > m_given) { // nor is this one, or not as it was sent
        startOver(answer);
        return;
    }
    m_offset = *offset;
    m_sent = std::max(m_sent, m_offset);
    const QPointer<TusUpload> self(this);
    Q_EMIT resumable(m_place, m_offset);
    if (self && m_step == Step::Locating)
        sendRest(answer);
}

void TusUpload::onPieceSent(const Answer &answer)
{
    if (answer.error.kind != ErrorKind::None) {
        onPieceRefused(answer);
        return;
    }
    const std::optional<qint64> offset = tusBytes(answer, "Upload-Offset");
    const qint64 expected = m_offset + m_pieceBytes;
    if (!offset || *offset <= m_offset || *offset > expected) {
        fail(ErrorKind::Malformed,
             tr("the server was sent the bytes from %1 to %2 and says that it has '%3' now (Upload-Offset)")
                 .arg(QString::number(m_offset), QString::number(expected),
                      QString::fromLatin1(answer.header("Upload-Offset"))),
             answer);
        return;
    }
    m_parts = *offset == expected ? 0 : m_parts + 1;
    if (m_parts > mostParts) {
        fail(ErrorKind::Malformed, tr("the server takes only parts of what is sent to it"), answer);
        return;
    }
    m_offset = *offset;
    sendRest(answer);
}

void TusUpload::onPieceRefused(const Answer &answer)
{
    switch (answer.status) {
    case notFound:
    case gone:
        startOver(answer);
        break;
    case checksumMismatch: {
        Error error = answer.error;
        error.message = tr("the server got other bytes than were sent (%1); %2")
                            .arg(QString::fromLatin1(m_features.checksum ? m_features.checksum->name : ""),
                                 error.message);
        conclude(error, answer);
        break;
    }
    default:
        conclude(tusRefusal(answer, m_features), answer);
    }
}

void TusUpload::startOver(const Answer &answer)
{
    if (++m_losses > mostLosses) {
        fail(
            ErrorKind::HttpStatus,
            tr("the server loses uploads: it answered %1 to one that it had just created").arg(answer.status),
            answer);
        return;
    }
    m_place.url.clear();
    m_create.setRawHeader("Idempotency-Key", QByteArray()); // it would be told of the lost one again
    create();
}

// ---- Ending ----------------------------------------------------------------------------------------------

void TusUpload::fail(ErrorKind kind, const QString &message, const Answer &answer)
{
    conclude({kind, message, answer.status, {}}, answer);
}

void TusUpload::cancel()
{
    if (!isRunning())
        return;
    const Error error{ErrorKind::Cancelled, tr("the upload was cancelled"), 0, {}};
    conclude(error, m_exchange.abort(error));
}

QNetworkReply *TusUpload::discard()
{
    if (!isRunning())
        return nullptr;
    const QUrl remains = m_features.terminates ? m_place.url : QUrl();
    QNetworkAccessManager &manager = m_manager;
    const QNetworkRequest creation = m_creation;
    cancel(); // whoever is told of it may let go of this
    return remains.isEmpty() ? nullptr : remove(manager, remains, creation);
}

void TusUpload::conclude(Error error, const Answer &answer)
{
    Q_ASSERT_X(isRunning(), "TusUpload", "finished twice");
    m_step = Step::Finished;
    noteGiven();
    if (error.kind == ErrorKind::None)
        error = m_file->verifyUnchanged();
    if (error.kind != ErrorKind::None && error.kind != ErrorKind::Cancelled && answer.status > 0)
        error.httpStatus = answer.status;
    const qint64 sent = error.kind == ErrorKind::None ? m_file->size() : m_sent;
    Outcome outcome = outcomeOf(error, answer, sent);
    outcome.given = m_given;
    Q_EMIT finished(outcome);
}

} // namespace transfer
