// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark/windowoptions.h"

#include "core/session/history.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

namespace app {

namespace {

/// The parser and the options it knows, together.
struct Parser
{
    Parser()
    {
        parser.setApplicationDescription(QCoreApplication::translate(
            "app::WindowOptions", "Drop files on your upload service and see what they leave behind."));
        parser.addPositionalArgument(QStringLiteral("url"),
                                     QCoreApplication::translate("app::WindowOptions", "Where uploads go."),
                                     QStringLiteral("[url]"));
        parser.addPositionalArgument(
            QStringLiteral("files"),
            QCoreApplication::translate("app::WindowOptions", "Files and folders to upload."),
            QStringLiteral("[files…]"));
        parser.addOptions({sample, theme, language, history, noHistory, help, version});
    }

    QCommandLineParser parser;
    QCommandLineOption sample{
        QStringLiteral("sample"),
        QCoreApplication::translate("app::WindowOptions",
                                    "Start the bundled sample server and connect to it.")};
    QCommandLineOption theme{
        QStringLiteral("theme"),
        QCoreApplication::translate("app::WindowOptions", "Colours: light, dark, or those of the system."),
        QStringLiteral("light|dark|system")};
    QCommandLineOption language{
        QStringLiteral("language"),
        QCoreApplication::translate("app::WindowOptions",
                                    "Language of all texts: English, Chinese, or that of the system."),
        QStringLiteral("en|zh|system")};
    QCommandLineOption history{
        QStringLiteral("history"),
        QCoreApplication::translate("app::WindowOptions",
                                    "Keep runs in this file instead of history.sqlite in your data folder."),
        QStringLiteral("file")};
    QCommandLineOption noHistory{
        QStringLiteral("no-history"),
        QCoreApplication::translate("app::WindowOptions", "Keep no runs, and show none.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            QCoreApplication::translate("app::WindowOptions", "Print this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QCoreApplication::translate("app::WindowOptions", "Print the version.")};
};

bool looksLikeUrl(const QString &argument)
{
    if (QFileInfo::exists(argument))
        return false;
    return argument.contains(QLatin1String("://")) || argument.startsWith(QLatin1String("localhost"));
}

std::optional<ui::ThemeMode> themeNamed(const QString &name)
{
    if (name == QLatin1String("light"))
        return ui::ThemeMode::Light;
    if (name == QLatin1String("dark"))
        return ui::ThemeMode::Dark;
    if (name == QLatin1String("system"))
        return ui::ThemeMode::System;
    return {};
}

} // namespace

base::Result<WindowOptions> parseWindowOptions(const QStringList &arguments)
{
    Parser p;
    if (!p.parser.parse(arguments))
        return base::Error{base::ErrorKind::Malformed, p.parser.errorText(), 0, {}};
    WindowOptions options;
    options.showHelp = p.parser.isSet(p.help);
    options.showVersion = p.parser.isSet(p.version);
    options.startSample = p.parser.isSet(p.sample);
    if (p.parser.isSet(p.theme)) {
        options.theme = themeNamed(p.parser.value(p.theme));
        if (!options.theme)
            return base::Error{base::ErrorKind::Malformed,
                               QStringLiteral("unknown theme '%1' (known: light, dark, system)")
                                   .arg(p.parser.value(p.theme)),
                               0,
                               {}};
    }
    if (p.parser.isSet(p.language)) {
        options.language = ui::languageOf(p.parser.value(p.language));
        if (!options.language)
            return base::Error{base::ErrorKind::Malformed,
                               QStringLiteral("unknown language '%1' (known: en, zh, system)")
                                   .arg(p.parser.value(p.language)),
                               0,
                               {}};
    }
    if (p.parser.isSet(p.history) && p.parser.isSet(p.noHistory))
        return base::Error{base::ErrorKind::Malformed,
                           QStringLiteral("--history and --no-history exclude each other"),
                           0,
                           {}};
    options.keepsHistory = !p.parser.isSet(p.noHistory);
    options.history = p.parser.isSet(p.history) ? QDir::current().absoluteFilePath(p.parser.value(p.history))
                                                : session::defaultHistoryPath();
    QStringList rest = p.parser.positionalArguments();
    if (!rest.isEmpty() && looksLikeUrl(rest.first()))
        options.url = rest.takeFirst();
    if (options.startSample && !options.url.isEmpty())
        return base::Error{
            base::ErrorKind::Malformed, QStringLiteral("either a URL or --sample, not both"), 0, {}};
    for (const QString &file : std::as_const(rest))
        options.files.append(QDir::current().absoluteFilePath(file));
    return options;
}

QString windowHelp()
{
    return Parser().parser.helpText();
}

} // namespace app
