// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/colors.h"

#include <QFrame>
#include <QLatin1StringView>
#include <QStringList>

class QLabel;

namespace ui {

class SignLabel;

/// Colour, sign and words belong together: none of them says it alone.
struct VerdictText
{
    Tone tone = Tone::Dim;
    QLatin1StringView sign; ///< Of ui::icon().
    QString sentence;
    QStringList details; ///< How sure it is, or what to do.
    QStringList notes; ///< What else has to be known.

    bool operator==(const VerdictText &) const = default;
};

/// The verdict in large type on a ground of its colour, with its sign; below, how sure it is. A new verdict is announced, at once or as soon
/// as it is seen.
/// Ctrl+C copies what is selected, else the sentence. Thread: GUI. Its accessible name is the sentence.
class VerdictBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictBox)

public:
    explicit VerdictBox(QWidget *parent = nullptr);

    void setText(const VerdictText &text);
    [[nodiscard]] const VerdictText &text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void tell();
    void updateFont();
    void updateColors();

    VerdictText m_text;
    bool m_isNews = false; ///< Not announced yet.
    SignLabel *m_sign;
    QLabel *m_sentence;
    QLabel *m_details;
};

} // namespace ui
