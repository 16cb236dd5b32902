// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

/// What is shown before there is a server: connect to one, or start the sample. Thread: GUI.
class StartPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// While the sample server is being started its button says so and takes no clicks.
    void setSampleStarting(bool on);
    /// What was used last, as a proposal.
    void proposeAddress(const QString &upload, const QString &watch);

Q_SIGNALS:
    void connectRequested(const QString &upload, const QString &watch);
    void sampleRequested();

private:
    QWidget *connectCard();
    QWidget *sampleCard();
    void requestConnect();

    QLineEdit *m_upload = nullptr;
    QLineEdit *m_watch = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_sample = nullptr;
};

} // namespace ui
