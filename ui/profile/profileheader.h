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
    explicit ProfileHeader(QWidget *parent = nullptr);

    /// Of a check both heap and goroutine profiles have types that can be shown: those of its other one come last.
    void setContent(const pprof::ProfileContent &content, const QString &source,
                    const QStringList &otherTypes = {});
    void setSearchResult(const pprof::ProfileSearch &search);
    void focusSearch();

Q_SIGNALS:
    /// While typing.
    void searchEdited(const QString &text);
    /// Enter in the search field.
    void searchEntered();
    /// "inuse_space"; `isOfOther`: of the check's other profile.
    void typeChosen(const QString &type, bool isOfOther);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_title;
    Pill *m_amount;
    ElidedLabel *m_details;
    QLabel *m_found;
    QLineEdit *m_search;
    QComboBox *m_types;
    int m_ownTypes = 0; ///< So many of them are the content's.
};

} // namespace ui
