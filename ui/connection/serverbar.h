// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/connectionstate.h"
#include "ui/frame/rememberedserver.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui {

class ElidedButton;
class Pill;
class WindowActions;

/// Like a browser's address bar: how and where uploads go, how we stand with the server, what was found, export and
/// menu. A second line takes the address of the metrics when they are elsewhere. Thread: GUI.
class ServerBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerBar)

public:
    /// The actions outlive it. `menu` is shown by the last button.
    ServerBar(const WindowActions &actions, QMenu &menu, QMenu &exportMenu, QWidget *parent = nullptr);

    /// The list under the address; the fields stay as they are.
    void setHistory(const QList<RememberedServer> &servers);
    /// Fills the fields; state and summary speak of this one.
    void setServer(const RememberedServer &server);
    [[nodiscard]] RememberedServer server() const;
    void setState(ConnectionState state);
    /// "Go 1.19 · Prometheus · pprof"; empty hides it.
    void setSummary(const QString &summary);

public Q_SLOTS:
    void focusAddress();
    void setWatchShown(bool on);

Q_SIGNALS:
    /// Enter, the button, or a choice from the list.
    void connectRequested(const QString &upload, const QString &watch, transfer::UploadMethod method);
    /// For the server that is shown; the method of another one goes with its connectRequested.
    void methodChosen(transfer::UploadMethod method);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFirstLine(const WindowActions &actions, QMenu &menu, QMenu &exportMenu);
    void buildSummary(QAction &showReport);
    void buildMethods();
    void buildSecondLine();
    void chooseMethod();
    void requestConnect();
    void updateButtons();
    void shareLine();

    QHBoxLayout *m_line;
    QComboBox *m_method;
    QComboBox *m_address;
    QWidget *m_watchLine;
    QLineEdit *m_watch;
    QToolButton *m_servers;
    QToolButton *m_watchToggle;
    QPushButton *m_connect;
    Pill *m_pill;
    ElidedButton *m_summary;
    RememberedServer m_asked; ///< By the last connectRequested.
    RememberedServer m_shown; ///< What state and summary speak of.
    bool m_isSetting = false; ///< Nobody is about to type: the focus stays where it is.
    ConnectionState m_state = ConnectionState::None;
};

} // namespace ui
