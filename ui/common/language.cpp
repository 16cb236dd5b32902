// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array codes{QLatin1StringView("system"), QLatin1StringView("en"), QLatin1StringView("zh")};

/// Readers of traditional characters read English at work more often than simplified ones.
bool isSimplifiedChinese(const QLocale &locale)
{
    return locale.language() == QLocale::Chinese && locale.script() != QLocale::TraditionalHanScript;
}

Language preferred()
{
    for (const QString &name : QLocale::system().uiLanguages()) {
        const QLocale locale(name);
        if (isSimplifiedChinese(locale))
            return Language::Chinese;
        if (locale.language() == QLocale::English)
            return Language::English;
    }
    return Language::English;
}

/// With the country's own habits, where it speaks that language.
QLocale localeFor(Language language)
{
    const QLocale system = QLocale::system();
    if (language == Language::Chinese)
        return isSimplifiedChinese(system) ? system : QLocale(QLocale::Chinese, QLocale::China);
    return system.language() == QLocale::English ? system : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

QLatin1StringView languageCode(Language language)
{
    return codes[static_cast<size_t>(language)];
}

std::optional<Language> languageOf(QStringView code)
{
    const auto at = std::ranges::find_if(codes, [code](QLatin1StringView known) { return code == known; });
    if (at == codes.end())
        return {};
    return static_cast<Language>(at - codes.begin());
}

Translation::Translation(QCoreApplication &application, Language language)
    : m_application(application)
    , m_language(language == Language::System ? preferred() : language)
{
    const QLocale locale = localeFor(m_language);
    QLocale::setDefault(locale);
    const bool isChinese = m_language == Language::Chinese;
    // English has a file as well: it knows one upload from two.
    const QString name = isChinese ? QStringLiteral("tidemark_zh_CN") : QStringLiteral("tidemark_en");
    if (m_texts.load(QStringLiteral(":/translations/") + name))
        m_application.installTranslator(&m_texts);
    else
        qWarning("the translation %s is missing", qPrintable(name));
    if (isChinese
        && m_qtTexts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qtTexts);
}

Translation::~Translation()
{
    m_application.removeTranslator(&m_texts);
    m_application.removeTranslator(&m_qtTexts);
}

} // namespace ui
