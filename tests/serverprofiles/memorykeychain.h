// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/servers/keychain.h"

#include <QMap>

namespace servers {

/// A keychain that lives as long as the test, and can be locked.
class MemoryKeychain final : public Keychain
{
public:
    void read(const QString &key, QObject &context, Answer answer) override
    {
        later(context, std::move(answer), entries.value(key));
    }
    void write(const QString &key, const QString &text, QObject &context, Answer answer) override
    {
        if (!isLocked && text.isEmpty())
            entries.remove(key);
        else if (!isLocked)
            entries.insert(key, text);
        later(context, std::move(answer), {});
    }

    QMap<QString, QString> entries;
    bool isLocked = false;

private:
    void later(QObject &context, Answer answer, const QString &text)
    {
        const base::Result<QString> result = isLocked
            ? base::Result<QString>(
                base::Error{base::ErrorKind::NotFound, QStringLiteral("there is no keychain"), 0, {}})
            : base::Result<QString>(text);
        QMetaObject::invokeMethod(
            &context, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
    }
};

} // namespace servers
