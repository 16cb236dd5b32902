// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/histogram.h"
#include "core/transfer/arrivals.h"
#include "core/transfer/uploadtarget.h"

#include <QStringList>

#include <chrono>
#include <map>

namespace transfer {

/// Where an upload is broken off on purpose, as a client does that goes away.
enum class CutAt {
    Never,
    AfterHead, ///< The request's head was sent, nothing of its body.
    Half, ///< Half of the body was sent.
    BeforeEnd, ///< All but what ends the body: the final boundary of a form, the last byte of a PUT.
    BeforeAnswer, ///< The whole body was sent, the answer is not waited for.
};
/// How the connection ends then.
enum class CutBy {
    Reset, ///< RST: the server's next read fails.
    Fin, ///< FIN: the server sees an orderly end that comes too early.
};

/// What is wrong with an upload on purpose; servers answer such ones with 4xx, by paths that are seldom taken.
enum class Flaw {
    None,
    Oversize, ///< Announces 64 times the content. The content is generated; it ends, broken off, after `bytes`.
    Boundary, ///< The form's boundary is not the one that its head tells.
    NoFile, ///< A form without the file.
};

/// A load. In a closed loop, which is the usual one, `connections` uploads are under way at any time, each followed by the next
/// until `uploads` were made: a server that slows down is asked less. In an open loop `perSecond` are begun whatever the
/// server does, as its users do who do not know of each other; `connections` is how many may be under way, and whoever finds
/// all taken waits in line (OpenLoop).
///
/// Every upload has a number, `first` … `first + uploads - 1`. In the URL, the file name and the form's values `{n}`
/// stands for that number and `{uuid}` for a UUID made from seed and number: a run can be repeated to the byte.
struct LoadPlan
{
    enum class Method {
        Post, ///< multipart/form-data, the file last.
        Put, ///< The bare content.
    };

    UploadTarget target;
    Method method = Method::Post;
    QString fileName = QStringLiteral("tidemark-{n}.bin");
    QStringList files; ///< Contents, taken in turn; none: generated ones of `bytes`.
    qint64 bytes = 1024 * 1024;
    quint64 seed = 1; ///< Of the generated contents, which differ from upload to upload.
    quint64 first = 0;
    int uploads = 1;
    /// From then on no upload is begun, those in line neither; those under way come to their end, or to their timeout. 0:
    /// there is no such time.
    std::chrono::milliseconds noneAfter{0};
    int connections = 4;
    double perSecond = 0; ///< Open loop: so many are begun a second, at constant spacing. 0: a closed loop.
    /// Closed loop: a connection on which an upload stalled rests until another upload came to an end. Where all have
    /// stalled, none is begun any more.
    bool endsStalled = false;
    bool isSame = false; ///< All uploads are alike: name, content and `{n}` are those of number `first`.
    bool keepAlive = false; ///< Otherwise a connection for each, closed after it ("Connection: close").
    CutAt cutAt = CutAt::Never;
    CutBy cutBy = CutBy::Reset;
    Flaw flaw = Flaw::None; ///< Of forms only, but for Oversize.

    /// Contents, and numbers from seed × 1,000,000 on: a server that keeps uploads by name or content meets new ones in
    /// every run. The same seed repeats a run to the byte.
    void setSeed(quint64 newSeed)
    {
        seed = newSeed;
        first = newSeed * 1'000'000;
    }
};

/// What became of a load, or of a part of it.
struct LoadResult
{
    int done = 0; ///< Answered with 2xx.
    int refused = 0; ///< Answered with anything else.
    int failed = 0; ///< Not answered, or not readable here.
    int cut = 0; ///< Broken off as planned.
    qint64 bytes = 0; ///< Of bodies, given to the kernel.
    std::map<int, int> statuses; ///< HTTP status: how often.
    std::map<base::ErrorKind, int> errors; ///< Of the failed ones: how often each kind.
    base::Error firstError; ///< Of the refused and failed ones; kind None: there were none.
    base::Histogram connect; ///< Microseconds, answered uploads only; so are the next two.
    base::Histogram firstByte;
    /// In an open loop from when the upload was due; otherwise from when it was begun.
    base::Histogram total;
    base::Histogram service; ///< Open loop only: the same from when it was begun.
    /// Microseconds by which the lanes' event loops were late, looked at every 10 ms: so much of what is measured is
    /// the client's own.
    base::Histogram lag;
    std::chrono::microseconds elapsed{0};
    Arrivals arrivals; ///< Of an open loop, all lanes together.
    bool isCancelled = false; ///< Ended by LoadRunner::cancel(): some uploads were not begun or not finished.

    [[nodiscard]] int attempts() const { return done + refused + failed + cut; }
    /// Merges what another lane did at the same time.
    void add(const LoadResult &other);
};

} // namespace transfer

Q_DECLARE_METATYPE(transfer::LoadResult)
