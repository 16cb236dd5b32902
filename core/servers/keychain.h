// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace servers {

/// Where the desktop keeps secrets. All answers come later, from the event loop; none to whoever is gone.
class Keychain
{
    Q_DISABLE_COPY_MOVE(Keychain)

public:
    using Answer = std::function<void(const base::Result<QString> &)>;

    Keychain() = default;
    virtual ~Keychain() = default;
    /// Empty where there is none under that key. Error NotFound: there is no keychain, or it is locked; Cancelled: the user
    /// did not open it.
    virtual void read(const QString &key, QObject &context, Answer answer) = 0;
    /// An empty text removes the key. The answer holds nothing.
    virtual void write(const QString &key, const QString &text, QObject &context, Answer answer) = 0;
};

/// The Secret Service or KWallet, through QtKeychain. Its fallback, a file that anybody can read, stays off. Thread: GUI.
class SystemKeychain final : public Keychain
{
public:
    void read(const QString &key, QObject &context, Answer answer) override;
    void write(const QString &key, const QString &text, QObject &context, Answer answer) override;
};

} // namespace servers
