// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/format.h"
#include "core/session/runkeeper.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyHistory;
class HistoryActions;
class HistoryFoot;
class RunFilterBar;
class RunModel;
class RunTable;
class RunTextView;

/// The runs that were kept, newest first: found by address, kind and tag; opened, marked, exported, deleted - and brought
/// back -, and two leak checks compared. Says by signals what it wants, and shows what it is told. Thread: GUI.
class HistoryPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryPage)

public:
    explicit HistoryPage(QWidget *parent = nullptr);

    [[nodiscard]] const HistoryActions &actions() const { return *m_actions; }
    [[nodiscard]] const RunModel &model() const { return *m_model; }

    /// For a window without a history.
    void setOff();
    /// Bytes that the history may take up.
    void setRoom(qint64 room);
    /// Asks for a leak check of that address to compare `what` with: `otherChosen` follows, unless a person thinks better of
    /// it; then the list is as it was. `what` is for people: "the check of 2026-11-29 17:59"; it began at `startedAtMs`, and
    /// is not offered to be compared with itself.
    void chooseOther(const QString &what, const QString &server, qint64 startedAtMs);

public Q_SLOTS:
    /// Asks anew for what there is, if somebody looks; else when somebody does.
    void reload();
    /// Answers runsWanted. A failure is told by showFailure().
    void takeRuns(int question, const session::RunList &list);
    /// Answers formatsWanted: in which there is a report.
    void takeFormats(qint64 id, const QList<report::Format> &formats);
    /// Instead of the list, until it is closed.
    void showText(const session::KeptRun &run, const QString &text);
    /// So many are gone, and can be brought back.
    void showRemoved(int count);
    void showRestored();
    /// What did not work, and why.
    void showFailure(const QString &headline, const QString &why);

Q_SIGNALS:
    void runsWanted(int question, const session::RunFilter &filter);
    void formatsWanted(const session::KeptRun &run);
    void openRequested(const session::KeptRun &run);
    /// Two leak checks.
    void compareRequested(const session::KeptRun &before, const session::KeptRun &after);
    /// One leak check; chooseOther() is to follow.
    void compareWithRequested(const session::KeptRun &run);
    void otherChosen(const session::KeptRun &run);
    void exportRequested(const session::KeptRun &run, report::Format format);
    void removeRequested(const QList<qint64> &ids);
    void restoreRequested();
    void tagsEdited(qint64 id, const QStringList &tags);
    void noteEdited(qint64 id, const QString &note);
    void roomChosen(qint64 bytes);
    /// The Leak page is wanted.
    void checkRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void connectActions();
    void open();
    void compare();
    void remove();
    void refreshList();
    void refreshChosen();
    void endChoosing();
    /// That of the bar, without the run that another one is chosen for.
    void applyFilter();
    void closeText();

    RunModel *m_model;
    HistoryActions *m_actions;
    RunFilterBar *m_filter;
    Banner *m_banner;
    QPushButton *m_undo; ///< The banner's.
    RunTable *m_table;
    EmptyHistory *m_empty;
    QStackedWidget *m_stack; ///< Table or what stands in its place.
    HistoryFoot *m_foot;
    RunTextView *m_text;
    QStackedWidget *m_views; ///< List or text.

    bool m_isOff = false;
    bool m_isStale = true; ///< Nobody has looked since the last change.
    /// While another check is chosen: for which one, and what the list is to be like afterwards.
    struct Choice
    {
        qint64 exceptStartedAtMs = 0;
        session::RunFilter before;
        qint64 chosen = 0; ///< 0: none, or several.
    };
    std::optional<Choice> m_choice;
    qint64 m_toChoose = 0; ///< As soon as the list has it again.
    qint64 m_formatsOf = 0; ///< The run that m_formats are of.
    QList<report::Format> m_formats;
};

} // namespace ui
