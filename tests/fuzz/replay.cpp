// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target on files, and on what is left of them when they are cut, without libFuzzer.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto &entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::vector<char> content{std::istreambuf_iterator<char>(file),
                                            std::istreambuf_iterator<char>()};
            for (const size_t part : {1, 2, 3, 5, 8}) {
                // A block of its own, so that reading past its end is seen.
                const std::vector<uint8_t> input(
                    content.begin(), content.begin() + static_cast<std::ptrdiff_t>(content.size() / part));
                LLVMFuzzerTestOneInput(input.data(), input.size());
            }
            ++files;
        }
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}
