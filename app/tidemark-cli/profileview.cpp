// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tidemark-cli/profileview.h"

#include "core/pprof/difference.h"
#include "core/report/safetext.h"

#include <algorithm>
#include <map>

namespace cli {

namespace {

base::Error notFound(const QString &message)
{
    return {base::ErrorKind::NotFound, message, 0, {}};
}

base::Result<int> chosenType(const pprof::Profile &profile, const QString &sample)
{
    if (profile.types.empty())
        return notFound(QStringLiteral("the profile holds no samples"));
    if (sample.isEmpty())
        return profile.defaultTypeIndex();
    if (const auto type = profile.typeIndex(sample))
        return *type;
    QStringList known;
    for (const pprof::ValueType &type : profile.types)
        known << type.type;
    return notFound(QStringLiteral("the profile has no \"%1\"; it counts %2")
                        .arg(sample, known.join(QStringLiteral(", "))));
}

qint64 sumOfMagnitudes(const pprof::Profile &profile, int type)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < profile.sampleCount(); ++i)
        sum = pprof::addMagnitudes(sum, pprof::magnitude(profile.value(i, type)));
    return sum;
}

void addLines(ProfileView &view)
{
    std::map<QString, ProfileRow *> byName;
    for (ProfileRow &row : view.rows)
        byName.emplace(view.profile.functionName(row.total.function), &row);
    for (const pprof::Total &line : pprof::totals(view.profile, view.type, pprof::Granularity::Line)) {
        const auto row = byName.find(view.profile.functionName(line.function));
        if (row != byName.end())
            row->second->lines.push_back(line);
    }
    for (ProfileRow &row : view.rows) {
        std::stable_sort(row.lines.begin(), row.lines.end(),
                         [&](const pprof::Total &a, const pprof::Total &b) {
                             const auto fileA = view.profile.functions[a.function].file;
                             const auto fileB = view.profile.functions[b.function].file;
                             return fileA != fileB ? fileA < fileB : a.line < b.line;
                         });
    }
}

} // namespace

base::Result<ProfileView> makeView(pprof::Profile profile, const std::optional<pprof::Profile> &base,
                                   const ProfileOptions &options)
{
    const auto type = chosenType(profile, options.sample);
    if (!type)
        return type.error();
    ProfileView view;
    view.action = options.action;
    view.type = *type;
    view.source = options.sourceUrl.isValid() ? report::displayUrl(options.sourceUrl) : options.source;
    if (base) {
        auto change = pprof::difference(profile, *base);
        if (!change)
            return change.error();
        view.base = options.baseUrl.isValid() ? report::displayUrl(options.baseUrl) : options.base;
        view.before = base->total(view.type);
        view.after = profile.total(view.type);
        view.whole = change->before[static_cast<size_t>(view.type)];
        view.profile = std::move(change->delta);
    } else {
        view.profile = std::move(profile);
    }
    view.total = view.profile.total(view.type);
    if (view.whole == 0)
        view.whole = sumOfMagnitudes(view.profile, view.type);

    for (const pprof::Total &total :
         pprof::totals(view.profile, view.type, pprof::Granularity::Function, options.order)) {
        if (options.function.pattern().isEmpty()
            || options.function.match(view.profile.functionName(total.function)).hasMatch())
            view.rows.push_back({total, {}});
    }
    if (view.rows.empty() && !options.function.pattern().isEmpty())
        return notFound(
            QStringLiteral("no function with a value matches \"%1\"").arg(options.function.pattern()));
    if (options.action == ProfileAction::List)
        addLines(view);
    return view;
}

} // namespace cli
