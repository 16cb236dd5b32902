// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/serverbar.h"

#include "ui/common/buttonkind.h"
#include "ui/common/elidedbutton.h"
#include "ui/common/elidedlineedit.h"
#include "ui/common/fonts.h"
#include "ui/common/formatactions.h"
#include "ui/common/icons.h"
#include "ui/common/mnemonic.h"
#include "ui/common/pill.h"
#include "ui/common/signlabel.h"
#include "ui/frame/windowactions.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

using transfer::UploadMethod;

constexpr int signSize = 20;
constexpr int watchRole = Qt::UserRole; // Of the known addresses.
constexpr int methodRole = Qt::UserRole + 1;

void showMethod(QComboBox &methods, UploadMethod method)
{
    methods.setCurrentIndex(methods.findData(QVariant::fromValue(method)));
}

QToolButton *toolButton(QAction &action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setAccessibleName(withoutMnemonic(action.text()));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ServerBar::ServerBar(const WindowActions &actions, QMenu &menu, QMenu &exportMenu, QWidget *parent)
    : QWidget(parent)
    , m_line(new QHBoxLayout)
    , m_method(new QComboBox(this))
    , m_address(new QComboBox(this))
    , m_watchLine(new QWidget(this))
    , m_watch(new QLineEdit(m_watchLine))
    , m_servers(toolButton(*actions.servers, this))
    , m_watchToggle(toolButton(*actions.showWatch, this))
    , m_connect(new QPushButton(tr("Connect"), this))
    , m_pill(new Pill({}, Tone::Dim, this))
    , m_summary(new ElidedButton(this))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 8, 12, 9);
    lines->setSpacing(6);
    buildMethods();
    buildFirstLine(actions, menu, exportMenu);
    buildSecondLine();
    setFocusProxy(m_address);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, &ServerBar::requestConnect);
    connect(m_watch, &QLineEdit::returnPressed, this, &ServerBar::requestConnect);
    connect(m_connect, &QPushButton::clicked, this, &ServerBar::requestConnect);
    // A combo box also says "activated" when the focus leaves it: that is no wish to connect again.
    connect(m_address, &QComboBox::activated, this, [this](int index) {
        if (server() == m_asked)
            return;
        m_watch->setText(m_address->itemData(index, watchRole).toString());
        showMethod(*m_method, m_address->itemData(index, methodRole).value<UploadMethod>());
        requestConnect();
    });
    connect(m_address->lineEdit(), &QLineEdit::textChanged, this, &ServerBar::updateButtons);
    connect(m_watch, &QLineEdit::textChanged, this, &ServerBar::updateButtons);
    setWatchShown(false);
    setState(ConnectionState::None);
    setSummary({});
}

void ServerBar::buildFirstLine(const WindowActions &actions, QMenu &menu, QMenu &exportMenu)
{
    auto *sign = new SignLabel(signSize, this);
    sign->setIcon(programIcon());
    auto *name = new QLabel(tr("Tidemark"), this);
    name->setFont(strongFont(name->font()));

    m_address->setObjectName(QStringLiteral("address"));
    m_address->setLineEdit(new ElidedLineEdit);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_address->setMinimumContentsLength(16);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_address->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_address->lineEdit()->setPlaceholderText(tr("Address of the upload service"));
    m_address->lineEdit()->setAccessibleName(tr("Address of the upload service"));
    m_address->setAccessibleName(tr("Address of the upload service"));
    m_address->setToolTip(actions.focusAddress->toolTip());
    m_connect->setToolTip(tr("Connect to this address (Enter)"));
    buildSummary(*actions.showReport);

    auto *exportButton = new QPushButton(tr("Export…"), this);
    exportButton->setMenu(&exportMenu);
    exportButton->setToolTip(tr("Write a report of uploads and readings"));
    connect(actions.exports->all().first(), &QAction::enabledChanged, exportButton, &QWidget::setEnabled);
    auto *menuButton = new QToolButton(this);
    menuButton->setIcon(icon(QLatin1StringView("more")));
    menuButton->setAccessibleName(tr("Menu"));
    menuButton->setToolTip(tr("Menu (F10)"));
    menuButton->setShortcut(Qt::Key_F10);
    menuButton->setPopupMode(QToolButton::InstantPopup);
    menuButton->setMenu(&menu);
    menuButton->setFocusPolicy(Qt::TabFocus);

    m_line->setSpacing(8);
    m_line->addWidget(sign);
    m_line->addWidget(name);
    m_line->addSpacing(8);
    m_line->addWidget(m_method);
    m_line->addWidget(m_address, 1);
    m_line->addWidget(m_servers);
    m_line->addWidget(m_watchToggle);
    m_line->addWidget(m_connect);
    m_line->addWidget(m_pill);
    m_line->addWidget(m_summary);
    m_line->addWidget(exportButton);
    m_line->addWidget(menuButton);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_line);
}

/// Not with a default action, whose every change would give the button the action's text in place of the summary.
void ServerBar::buildSummary(QAction &showReport)
{
    m_summary->setCheckable(true);
    m_summary->setChecked(showReport.isChecked());
    m_summary->setToolTip(showReport.toolTip());
    m_summary->setFocusPolicy(Qt::TabFocus);
    connect(m_summary, &QToolButton::clicked, &showReport, &QAction::trigger);
    connect(&showReport, &QAction::toggled, m_summary, &QToolButton::setChecked);
}

void ServerBar::buildMethods()
{
    const auto add = [this](const QString &name, UploadMethod method, const QString &about) {
        m_method->addItem(name, QVariant::fromValue(method));
        m_method->setItemData(m_method->count() - 1, about, Qt::ToolTipRole);
    };
    // Their names in the protocols.
    add(QStringLiteral("POST"), UploadMethod::Post, tr("Each file is sent as one multipart form by POST"));
    add(QStringLiteral("PUT"), UploadMethod::Put,
        tr("Each file is sent bare by PUT; below an address that ends with “/” under its own name"));
    add(QStringLiteral("tus"), UploadMethod::Tus,
        tr("Each file is sent by tus 1.0: what is broken off goes on where it was"));
    m_method->setObjectName(QStringLiteral("method"));
    m_method->setAccessibleName(tr("How files are sent"));
    connect(m_method, &QComboBox::currentIndexChanged, this,
            [this] { m_method->setToolTip(m_method->currentData(Qt::ToolTipRole).toString()); });
    connect(m_method, &QComboBox::activated, this, &ServerBar::chooseMethod);
    m_method->setToolTip(m_method->currentData(Qt::ToolTipRole).toString());
}

void ServerBar::chooseMethod()
{
    const RememberedServer chosen = server();
    const bool isShown = m_state != ConnectionState::None && chosen.upload == m_shown.upload
        && chosen.watch == m_shown.watch;
    if (!isShown || chosen.method == m_shown.method)
        return;
    m_shown.method = chosen.method;
    if (m_asked.upload == chosen.upload)
        m_asked.method = chosen.method;
    updateButtons();
    Q_EMIT methodChosen(chosen.method);
}

void ServerBar::buildSecondLine()
{
    auto *label = new QLabel(tr("Metrics a&t"), m_watchLine);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(m_watch);
    m_watch->setPlaceholderText(
        tr("Same server. Tidemark looks for Prometheus, expvar, pprof and Actuator by itself"));
    m_watch->setAccessibleName(tr("Address of the metrics, if they are elsewhere"));
    m_watch->setClearButtonEnabled(true);
    auto *line = new QHBoxLayout(m_watchLine);
    line->setContentsMargins({});
    line->setSpacing(8);
    line->addWidget(label);
    line->addWidget(m_watch, 1);
    layout()->addWidget(m_watchLine);
}

void ServerBar::setHistory(const QList<RememberedServer> &servers)
{
    const QString typed = m_address->currentText();
    const QSignalBlocker quiet(m_address);
    m_address->clear();
    for (const RememberedServer &known : servers) {
        m_address->addItem(known.upload, known.watch);
        m_address->setItemData(m_address->count() - 1, QVariant::fromValue(known.method), methodRole);
    }
    m_address->setCurrentIndex(-1);
    m_address->setEditText(typed);
}

void ServerBar::setServer(const RememberedServer &server)
{
    m_address->setEditText(server.upload);
    m_address->lineEdit()->setCursorPosition(0); // Host and port are what one looks for.
    m_watch->setText(server.watch);
    showMethod(*m_method, server.method);
    m_isSetting = true;
    if (!server.watch.isEmpty())
        setWatchShown(true);
    m_isSetting = false;
    m_shown = this->server();
    updateButtons();
}

RememberedServer ServerBar::server() const
{
    return {m_address->currentText().trimmed(), m_watch->text().trimmed(),
            m_method->currentData().value<UploadMethod>()};
}

void ServerBar::setState(ConnectionState state)
{
    m_state = state;
    m_pill->setText(stateText(state));
    m_pill->setTone(stateTone(state));
    m_pill->setDot(true);
    m_pill->setVisible(state != ConnectionState::None);
    updateButtons();
}

void ServerBar::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    m_summary->setAccessibleName(tr("What was found: %1").arg(summary));
    shareLine();
}

/// The address comes before what was found there, which the report repeats.
void ServerBar::shareLine()
{
    constexpr int aroundAddress = 52; // Its frame, its arrow, and room for the cursor.
    const QLineEdit &edit = *m_address->lineEdit();
    const int wanted = edit.fontMetrics().horizontalAdvance(edit.text()) + aroundAddress;
    const int least = m_summary->minimumSizeHint().width();
    const int others = m_line->minimumSize().width() - m_address->minimumSizeHint().width() - least;
    const QMargins around = layout()->contentsMargins();
    const int room = width() - around.left() - around.right() - others - wanted;
    m_summary->setMaximumWidth(std::clamp(room, least, std::max(least, m_summary->sizeHint().width())));
}

void ServerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareLine();
}

void ServerBar::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->lineEdit()->selectAll();
}

void ServerBar::setWatchShown(bool on)
{
    m_watchLine->setVisible(on);
    m_watchToggle->setChecked(on);
    if (m_watchToggle->defaultAction())
        m_watchToggle->defaultAction()->setChecked(on);
    if (on && isVisible() && !m_isSetting)
        m_watch->setFocus(Qt::ShortcutFocusReason);
}

void ServerBar::requestConnect()
{
    const RememberedServer wanted = server();
    m_asked = wanted;
    Q_EMIT connectRequested(wanted.upload, wanted.watch, wanted.method);
}

void ServerBar::updateButtons()
{
    // The button stands in the pill's place while what is typed is not what the pill speaks of.
    const bool isOther = m_state == ConnectionState::None || server() != m_shown;
    m_connect->setVisible(isOther);
    m_connect->setEnabled(!server().upload.isEmpty());
    m_pill->setVisible(!isOther);
    m_summary->setVisible(!isOther && !m_summary->text().isEmpty());
    shareLine();
}

void ServerBar::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
}

} // namespace ui
