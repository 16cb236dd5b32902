// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pprof/profilecontent.h"

#include "core/pprof/attribution.h"
#include "core/pprof/difference.h"
#include "core/pprof/totals.h"

#include <QCoreApplication>

#include <unordered_map>

namespace pprof {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(pprof::ProfileContent)
};

constexpr quint32 mostNodes = 200'000;

/// The line that holds most of each function, with its file; by the function's name.
std::unordered_map<quint32, Total> heaviestLines(const Profile &profile, int type)
{
    std::unordered_map<quint32, Total> lines;
    for (const Total &line : totals(profile, type, Granularity::Line)) {
        const auto [known, isNew] = lines.try_emplace(profile.functions[line.function].name, line);
        if (!isNew && magnitude(line.cum) > magnitude(known->second.cum))
            known->second = line;
    }
    return lines;
}

void addRows(ProfileContent &content)
{
    const Profile &profile = *content.profile;
    const Origins origins(profile);
    const auto lines = heaviestLines(profile, content.type);
    std::unordered_map<quint32, qint32> byName;
    for (const Total &total : totals(profile, content.type, Granularity::Function, Order::Cum)) {
        FunctionRow row;
        row.name = profile.functions[total.function].name;
        row.function = profile.functionName(total.function);
        row.file = profile.fileName(total.function);
        row.flat = total.flat;
        row.cum = total.cum;
        row.origin = origins.of(total.function);
        if (const auto line = lines.find(row.name); line != lines.end()) {
            row.file = profile.fileName(line->second.function);
            row.line = line->second.line;
        }
        byName.try_emplace(row.name, static_cast<qint32>(content.rows.size()));
        content.rows.push_back(std::move(row));
    }
    content.rowOfFunction.reserve(profile.functions.size());
    for (const Function &function : profile.functions) {
        const auto row = byName.find(function.name);
        content.rowOfFunction.push_back(row == byName.end() ? -1 : row->second);
    }
}

/// The stacks through the function that attribution names, from that function on.
void addGuilt(ProfileContent &content)
{
    if (!content.isDifference || content.net <= 0)
        return;
    const Growth growth{static_cast<double>(content.net), qRound64(content.uploads)};
    const Attribution attribution = attribute(*content.profile, content.type, growth);
    const Suspect *suspect = attribution.guilty();
    if (!suspect)
        return;
    const QString &name = suspect->guilty().function;
    for (size_t i = 0; i < content.rows.size(); ++i) {
        if (content.rows[i].function == name)
            content.guiltyRow = static_cast<qint32>(i);
    }
    content.isGuilty.resize(content.flame.nodes.size());
    bool isAny = false;
    for (size_t i = 1; i < content.flame.nodes.size(); ++i) {
        const FlameNode &node = content.flame.nodes[i];
        const bool isNamed
            = content.guiltyRow >= 0 && content.rowOfFunction[node.function] == content.guiltyRow;
        content.isGuilty[i] = node.net > 0 && (isNamed || content.isGuilty[static_cast<size_t>(node.parent)]);
        isAny = isAny || content.isGuilty[i];
    }
    if (!isAny)
        content.isGuilty.clear();
}

} // namespace

const FunctionRow *ProfileContent::rowOf(const FlameNode &node) const
{
    if (node.parent < 0)
        return nullptr;
    const qint32 row = rowOfFunction[node.function];
    return row < 0 ? nullptr : &rows[static_cast<size_t>(row)];
}

qint64 ProfileContent::whole() const
{
    return magnitude(net) >= moved / 2 ? magnitude(net) : moved;
}

double ProfileContent::share(qint64 value) const
{
    const qint64 all = whole();
    return all == 0 ? 0 : static_cast<double>(value) / static_cast<double>(all);
}

std::vector<qint32> ProfileContent::stackOf(qint32 node) const
{
    std::vector<qint32> stack;
    for (qint32 at = node; at > 0; at = flame.nodes[static_cast<size_t>(at)].parent)
        stack.push_back(at);
    return stack;
}

base::Result<SharedContent> makeContent(const ContentRequest &request)
{
    if (request.profile->types.empty())
        return base::Error{base::ErrorKind::NotFound, Text::tr("the profile holds no samples"), 0, {}};
    auto content = std::make_shared<ProfileContent>();
    content->profile = request.profile;
    content->type = request.profile->typeIndex(request.type).value_or(request.profile->defaultTypeIndex());
    content->valueType = request.profile->types[static_cast<size_t>(content->type)];
    content->uploads = request.uploads;
    if (request.base) {
        auto change = difference(*request.profile, *request.base);
        if (!change)
            return change.error();
        content->isDifference = true;
        content->hasSamePeriod = change->samePeriod;
        content->before = request.base->total(content->type);
        content->after = request.profile->total(content->type);
        content->profile = std::make_shared<const Profile>(std::move(change->delta));
    }
    content->net = content->profile->total(content->type);
    content->flame
        = layoutFlame(*content->profile, {.type = content->type, .minWidth = 0, .maxNodes = mostNodes});
    content->moved = content->flame.nodes.front().moved;
    addRows(*content);
    addGuilt(*content);
    return SharedContent(std::move(content));
}

} // namespace pprof
