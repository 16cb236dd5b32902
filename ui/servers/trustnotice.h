// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlsfailure.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace ui {

class SignLabel;

/// In place of a box: why a server's certificate is not trusted, the chain it showed, and - where that is a sensible answer -
/// a button to trust this one certificate, known by its fingerprint. Thread: GUI.
class TrustNotice final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrustNotice)

public:
    explicit TrustNotice(QWidget *parent = nullptr);

    void showFailure(const net::TlsFailure &failure);

Q_SIGNALS:
    /// This certificate, and no other, is to be accepted from this server.
    void trusted(const QByteArray &sha256);
    void settingsRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showChain(const net::TlsFailure &failure);
    void updateColors();

    SignLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_meaning;
    QWidget *m_chain = nullptr;
    QLabel *m_promise;
    QPushButton *m_trust;
    QPushButton *m_settings;
    QByteArray m_fingerprint;
};

} // namespace ui
