// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profileloader.h"

#include "core/base/background.h"

#include <variant>

namespace ui {

namespace {

using Outcome = std::variant<pprof::SharedContent, ProfileFailure>;

/// In a worker thread.
Outcome workOut(const ProfileChoice &choice)
{
    pprof::ContentRequest request;
    request.type = choice.type;
    request.uploads = choice.uploads;
    for (const auto &[file, decoded] :
         {std::pair(choice.base, &request.base), std::pair(choice.file, &request.profile)}) {
        if (!file)
            continue;
        const base::Result<ProfileFile::Decoded> &result = file->decoded();
        if (!result)
            return ProfileFailure{result.error(), file->name()};
        *decoded = *result;
    }
    base::Result<pprof::SharedContent> content = pprof::makeContent(request);
    if (!content)
        return ProfileFailure{content.error(), choice.base ? QString() : choice.file->name()};
    return std::move(content).value();
}

} // namespace

QString ProfileChoice::title() const
{
    return base
        ? ProfileLoader::tr("%1 → %2", "from one profile to another").arg(base->title(), file->title())
        : file->title();
}

ProfileLoader::ProfileLoader(QObject *parent)
    : QObject(parent)
{
}

ProfileLoader::~ProfileLoader() = default;

void ProfileLoader::load(const ProfileChoice &choice)
{
    m_isLoading = true;
    const quint64 number = ++m_newest;
    base::inBackground(
        *this, [choice] { return workOut(choice); },
        [this, number, choice](const Outcome &outcome) {
            if (number != m_newest)
                return;
            m_isLoading = false;
            if (const auto *failure = std::get_if<ProfileFailure>(&outcome))
                Q_EMIT failed(*failure, choice);
            else
                Q_EMIT loaded(std::get<pprof::SharedContent>(outcome), choice);
        });
}

void ProfileLoader::cancel()
{
    ++m_newest;
    m_isLoading = false;
}

} // namespace ui
