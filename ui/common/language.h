// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QMetaType>
#include <QTranslator>

#include <optional>

class QCoreApplication;

namespace ui {

/// Which language texts are in. System: the first one that the user's locale prefers and that there is, else English.
enum class Language { System, English, Chinese };

/// As settings and the command line write it: "system", "en", "zh".
[[nodiscard]] QLatin1StringView languageCode(Language language);
[[nodiscard]] std::optional<Language> languageOf(QStringView code);

/// The translations of one language, in force as long as this lives: Tidemark's own texts, those of core included, and
/// Qt's, where the system has them. Dates are written in the same language.
///
/// Thread: GUI. One per application, made by the composition root before the first widget: texts do not change while the
/// window is open. The application outlives it.
class Translation final
{
    Q_DISABLE_COPY_MOVE(Translation)

public:
    Translation(QCoreApplication &application, Language language);
    ~Translation();

    /// Never System.
    [[nodiscard]] Language language() const { return m_language; }

private:
    QCoreApplication &m_application;
    Language m_language;
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::Language)
