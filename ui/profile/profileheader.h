// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pprof/profilesearch.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace ui {

class ElidedLabel;
class Pill;

/// The page's second row: what is shown, the search, and what the profile counts. Thread: GUI.
class ProfileHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileHeader)

public:
    /// A sample type that can be shown. Of a check both heap and goroutine profiles have some.
    struct Choice
    {
        QString type; ///< "inuse_space"
        bool isOfOther = false; ///< Of the check's other profiles.

        bool operator==(const Choice &) const = default;
    };

    explicit ProfileHeader(QWidget *parent = nullptr);

    void setContent(const pprof::ProfileContent &content, const QString &source,
                    const QList<Choice> &choices);
    void setSearchResult(const pprof::ProfileSearch &search);
    void clearSearch();
    void focusSearch();

Q_SIGNALS:
    /// While typing.
    void searchEdited(const QString &text);
    /// Enter in the search field.
    void searchEntered();
    void choiceMade(const ui::ProfileHeader::Choice &choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_title;
    Pill *m_amount;
    ElidedLabel *m_details;
    QLabel *m_found;
    QLineEdit *m_search;
    QComboBox *m_types;
    QList<Choice> m_choices;
};

} // namespace ui
