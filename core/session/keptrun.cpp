// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keptrun.h"

#include <algorithm>

namespace session {

bool isTag(const QString &word)
{
    return !word.isEmpty() && word.size() <= longestTag
        && std::ranges::all_of(word, [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

const QByteArray *RunToKeep::find(QLatin1StringView format) const
{
    const auto found = std::ranges::find(documents, format, &RunDocuments::value_type::first);
    return found == documents.end() ? nullptr : &found->second;
}

} // namespace session
