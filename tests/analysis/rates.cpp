// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how often the judgement is right, by kind of noise and size of the leak. Not part of CTest:
// tst_rates asserts a part of it with margins.   rates [runs [seed]]
#include "tests/analysis/simulation.h"

#include <cstdio>
#include <cstdlib>

using namespace simulation;

namespace {

void table(const char *title, double sigma, const analysis::Threshold &threshold,
           const analysis::LookPolicy &policy, int runs, std::uint64_t seed)
{
    std::printf("\n%s: δ = %.0f B, σ = %.0f B, %d runs, seed %llu\n", title, threshold.perUpload, sigma, runs,
                static_cast<unsigned long long>(seed));
    std::printf("leaks/stable (interval holds the truth, of which leaking; within 5 %%; rounds)\n");
    for (const Noise noise : allNoises) {
        std::printf("%-15s", nameOf(noise));
        for (const double multiple : {0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 20.0, 2000.0}) {
            const Server server{.leak = multiple * threshold.perUpload, .sigma = sigma, .noise = noise};
            const Rates rates = ratesOf(server, threshold, policy, runs, seed);
            std::printf(" | %gδ %.3f/%.3f (%.2f %.2f; %.2f; %.0f)", multiple, rates.leaks, rates.stable,
                        rates.covered, rates.coveredWhenLeaking, rates.within5, rates.meanRounds);
        }
        std::printf("\n");
    }
}

void caches(const analysis::Threshold &threshold, const analysis::LookPolicy &policy, int runs,
            std::uint64_t seed)
{
    std::printf("\nbounded caches of 1 MiB bodies, σ = 3.4 KiB: leaks/stable, rounds\n");
    for (const double bodies :
         {16, 50, 64, 100, 128, 150, 180, 200, 210, 220, 230, 239, 256, 300, 330, 400, 1000}) {
        const Server server{.sigma = 3482, .cacheBodies = bodies, .bodyBytes = 1 << 20};
        const Rates rates = ratesOf(server, threshold, policy, runs, seed);
        std::printf("%5.0f bodies: %.3f/%.3f, %.1f\n", bodies, rates.leaks, rates.stable, rates.meanRounds);
    }
}

void counts(int runs, std::uint64_t seed)
{
    std::printf("\ncounts, quick: share of leaks by pieces per upload, at σ = 0.3, 1 and 3 pieces\n");
    for (const double leak : {0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0}) {
        std::printf("%5g", leak);
        for (const double sigma : {0.3, 1.0, 3.0})
            std::printf(" | %.3f", countLeakShare(leak, sigma, analysis::LookPolicy::quick(), runs, seed));
        std::printf("\n");
    }
}

} // namespace

int main(int argc, char **argv)
{
    const int runs = argc > 1 ? std::atoi(argv[1]) : 700;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    using analysis::LookPolicy;
    const auto heap = analysis::thresholdFor(analysis::Resource::Heap, analysis::Reading::GoExact, 1 << 20);
    const auto rss = analysis::thresholdFor(analysis::Resource::Rss, analysis::Reading::GoExact, 1 << 20);
    table("A, Go heap, quick", heap.perUpload * 20 / 3, heap, LookPolicy::quick(), runs, seed);
    table("A, Go heap, standard", heap.perUpload * 20 / 3, heap, LookPolicy::standard(), runs, seed);
    table("C, process size, standard", rss.perUpload * 20 / 0.5, rss, LookPolicy::standard(), runs, seed);
    caches(heap, LookPolicy::standard(), runs, seed);
    counts(runs, seed);
    return 0;
}
