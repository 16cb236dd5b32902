// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/uploadattempt.h"

#include "core/transfer/tusupload.h"
#include "core/transfer/uploadform.h"
#include "core/transfer/uploadjob.h"

namespace transfer {

std::unique_ptr<UploadAttempt> UploadAttempt::make(const UploadForm &form, QNetworkAccessManager &manager,
                                                   base::Clock &clock)
{
    switch (form.method()) {
    case UploadMethod::Post:
    case UploadMethod::Put:
        break;
    case UploadMethod::Tus:
        return std::make_unique<TusUpload>(manager, clock);
    }
    return std::make_unique<UploadJob>(manager, clock);
}

UploadAttempt::Outcome UploadAttempt::outcomeOf(const base::Error &error, const Exchange::Answer &answer,
                                                qint64 bytesSent)
{
    Outcome outcome{error, answer.status,  answer.message, answer.retryAfter, answer.timings, bytesSent,
                    {},    answer.request, answer.headers};
    if (!answer.secrets.isEmpty()) { // an error may quote the server, too
        outcome.error.message = answer.secrets.struckFrom(error.message);
        outcome.error.detail = answer.secrets.struckFrom(error.detail);
        for (net::Header &header : outcome.answerHeaders)
            header.second = answer.secrets.struckFrom(header.second);
    }
    return outcome;
}

} // namespace transfer
