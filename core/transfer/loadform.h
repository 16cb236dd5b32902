// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transfer/loadplan.h"
#include "core/transfer/uploadtemplate.h"

#include <QNetworkRequest>

#include <memory>

namespace transfer {

class FormBody;

/// A LoadPlan as requests: makes the one with a given number. Immutable and without QObjects, so that any thread may
/// make requests of one form.
class LoadForm final
{
public:
    explicit LoadForm(LoadPlan plan);

    [[nodiscard]] const LoadPlan &plan() const { return m_plan; }

    struct Message
    {
        QNetworkRequest request;
        std::unique_ptr<FormBody> body; ///< Its cut is set as planned.
    };
    /// Errors: those of opening a file. `number` is from plan().first on.
    [[nodiscard]] base::Result<Message> message(quint64 number) const;

private:
    [[nodiscard]] base::Result<std::unique_ptr<QIODevice>> content(quint64 number) const;
    [[nodiscard]] qint64 cutOf(const FormBody &body) const;
    [[nodiscard]] QByteArray fields(const QByteArray &boundary, quint64 number) const;
    [[nodiscard]] QByteArray fileHead(const QByteArray &boundary, quint64 number) const;
    [[nodiscard]] UploadLabel label(quint64 number) const;

    LoadPlan m_plan;
    QNetworkRequest m_request;
    UrlTemplate m_address;
};

} // namespace transfer
