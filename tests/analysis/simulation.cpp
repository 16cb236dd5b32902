// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analysis/simulation.h"

#include <algorithm>
#include <cmath>

namespace simulation {

namespace {

/// Noise of floor after floor; remembers what its kind needs.
class NoiseSource final
{
public:
    NoiseSource(const Server &server, int floors, std::mt19937_64 &random)
        : m_server(server)
        , m_random(random)
    {
        if (server.noise == Noise::OneStep || server.noise == Noise::TwoSteps)
            addStep(floors);
        if (server.noise == Noise::TwoSteps)
            addStep(floors);
        if (server.noise == Noise::LateFall)
            m_steps.emplace_back(floors - 1 - static_cast<int>(m_uniform(m_random) * 8), -15 * server.sigma);
    }

    double next()
    {
        const double sigma = m_server.sigma;
        const double white = m_normal(m_random) * sigma;
        const int floor = m_floor++;
        switch (m_server.noise) {
        case Noise::Independent:
            return white;
        case Noise::Autoregressive:
            m_state = 0.5 * m_state + std::sqrt(0.75) * white;
            return m_state;
        case Noise::RandomWalk:
            m_state += white;
            return m_state;
        case Noise::WarmUp:
            return white - 20 * sigma * std::exp(-floor / 2.0);
        case Noise::OneStep:
        case Noise::TwoSteps:
            for (const auto &[at, size] : m_steps)
                m_state += floor == at ? size : 0;
            return white + m_state;
        case Noise::LateFall:
            for (const auto &[at, size] : m_steps)
                m_state += floor == at ? size : 0;
            return white / 3 + m_state;
        case Noise::Outliers:
            return white + (m_uniform(m_random) < 0.08 ? 8 * sigma : 0);
        case Noise::GoToggle:
        case Noise::Doubling:
            return white / 3 + (m_uniform(m_random) < 1.0 / 6 ? 3 * sigma : 0);
        }
        return 0;
    }

private:
    void addStep(int floors)
    {
        const double size = (10 + 50 * m_uniform(m_random)) * m_server.sigma;
        m_steps.emplace_back(static_cast<int>(m_uniform(m_random) * floors),
                             m_uniform(m_random) < 0.5 ? -size : size);
    }

    const Server &m_server;
    std::mt19937_64 &m_random;
    std::normal_distribution<double> m_normal{0, 1};
    std::uniform_real_distribution<double> m_uniform{0, 1};
    std::vector<std::pair<int, double>> m_steps;
    double m_state = 0;
    int m_floor = 0;
};

double retained(const Server &server, double uploads)
{
    const double all = server.warmUpUploads + uploads;
    double bytes = server.leak * all + std::min(all, server.cacheBodies) * server.bodyBytes;
    if (server.noise == Noise::Doubling)
        bytes += 24 * std::exp2(std::ceil(std::log2(std::max(all, 1.0))));
    return bytes;
}

} // namespace

const char *nameOf(Noise noise)
{
    switch (noise) {
    case Noise::Independent:
        return "independent";
    case Noise::Autoregressive:
        return "AR(.5)";
    case Noise::RandomWalk:
        return "random walk";
    case Noise::WarmUp:
        return "warm-up 20σ";
    case Noise::OneStep:
        return "one step";
    case Noise::TwoSteps:
        return "two steps";
    case Noise::LateFall:
        return "late fall";
    case Noise::Outliers:
        return "outliers 8σ";
    case Noise::GoToggle:
        return "Go toggle";
    case Noise::Doubling:
        return "doubling table";
    }
    return "";
}

Floors simulate(const Server &server, int rounds, std::mt19937_64 &random)
{
    constexpr int blanks = 3;
    constexpr double base = 4.0 * 1024 * 1024;
    NoiseSource noise(server, rounds + blanks, random);
    Floors floors;
    for (int i = 0; i <= blanks; ++i)
        floors.blank.push_back(base + retained(server, 0) + noise.next());
    floors.series.push_back({0, floors.blank.back()});
    for (int i = 1; i <= rounds; ++i) {
        const double uploads = static_cast<double>(i) * server.uploadsPerRound;
        floors.series.push_back({uploads, base + retained(server, uploads) + noise.next()});
    }
    return floors;
}

analysis::ResourceVerdict check(const Server &server, const analysis::Threshold &threshold,
                                const analysis::LookPolicy &policy, std::mt19937_64 &random)
{
    const analysis::LookPolicy longer = policy.extended();
    const Floors all = simulate(server, longer.looks.back(), random);
    const auto judged = [&](int look, const analysis::LookPolicy &by) {
        const analysis::FloorSeries sofar(all.series.begin(), all.series.begin() + look + 1);
        return analysis::judgeBytes(sofar, all.blank, threshold, by);
    };
    analysis::ResourceVerdict verdict;
    for (const int look : policy.looks) {
        verdict = judged(look, policy);
        if (verdict.isDecided())
            break;
    }
    if (verdict.mayHaveEnded() && policy.extension > 0)
        verdict = judged(longer.looks.back(), longer);
    return verdict;
}

Rates ratesOf(const Server &server, const analysis::Threshold &threshold, const analysis::LookPolicy &policy,
              int runs, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Rates rates;
    double found = 0;
    for (int i = 0; i < runs; ++i) {
        const analysis::ResourceVerdict verdict = check(server, threshold, policy, random);
        const bool covers = *verdict.low <= server.leak && server.leak <= *verdict.high;
        rates.covered += covers;
        rates.meanRounds += verdict.rounds;
        rates.stable += verdict.outcome == analysis::Outcome::Stable;
        rates.inconclusive += verdict.outcome == analysis::Outcome::Inconclusive;
        if (verdict.outcome == analysis::Outcome::Leaks) {
            ++found;
            rates.coveredWhenLeaking += covers;
            rates.within5 += std::abs(*verdict.perUpload - server.leak) <= 0.05 * server.leak;
        }
    }
    rates.leaks = found / runs;
    for (double *share : {&rates.stable, &rates.inconclusive, &rates.covered, &rates.meanRounds})
        *share /= runs;
    rates.coveredWhenLeaking /= std::max(found, 1.0);
    rates.within5 /= std::max(found, 1.0);
    return rates;
}

double countLeakShare(double leak, double sigma, const analysis::LookPolicy &policy, int runs,
                      std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal{0, sigma};
    const auto threshold
        = analysis::thresholdFor(analysis::Resource::Goroutines, analysis::Reading::GoExact, 1 << 20);
    int leaking = 0;
    for (int run = 0; run < runs; ++run) {
        analysis::CountSeries series;
        analysis::LookPolicy by = policy;
        for (int i = 0; i <= by.looks.back(); ++i) {
            const double count = std::round(12 + leak * i * 20 + normal(random));
            series.push_back({i * 20.0, count, count});
            if (i < policy.looks.front())
                continue;
            const analysis::ResourceVerdict verdict = analysis::judgeCounts(series, threshold, by);
            if (verdict.mayHaveEnded() && by.extension > 0) {
                by = by.extended();
            } else if (verdict.isDecided()) {
                leaking += verdict.outcome == analysis::Outcome::Leaks;
                break;
            }
        }
    }
    return static_cast<double>(leaking) / runs;
}

} // namespace simulation
