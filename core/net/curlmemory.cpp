// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curlmemory.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <curl/curl.h>
#include <malloc.h>
#include <mutex>

namespace net {
namespace {

constexpr size_t smallestKept = 12 * 1024;
constexpr size_t largestKept = 640 * 1024;

/// Freed blocks that wait for the next transfer. Bounded, so that a burst of large ones is not kept for ever.
class BlockCache
{
public:
    /// A block of at least `size` bytes and not much more, or nullptr.
    void *take(size_t size)
    {
        const std::scoped_lock lock(m_mutex);
        for (size_t i = 0; i < m_count; ++i) {
            const size_t usable = malloc_usable_size(m_blocks[i]);
            if (usable < size || usable > size + size / 4)
                continue;
            void *block = m_blocks[i];
            m_blocks[i] = m_blocks[--m_count];
            m_bytes -= usable;
            return block;
        }
        return nullptr;
    }

    /// False if it has to be freed.
    bool keep(void *block, size_t usable)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_count == m_blocks.size() || m_bytes + usable > mostBytes)
            return false;
        m_blocks[m_count++] = block;
        m_bytes += usable;
        return true;
    }

private:
    static constexpr size_t mostBytes = 2 * 1024 * 1024;

    std::mutex m_mutex;
    std::array<void *, 16> m_blocks{};
    size_t m_count = 0;
    size_t m_bytes = 0;
};

BlockCache &cache()
{
    static BlockCache instance;
    return instance;
}

void *allocate(size_t size)
{
    if (size >= smallestKept && size <= largestKept) {
        if (void *block = cache().take(size))
            return block;
    }
    return std::malloc(size);
}

void release(void *block)
{
    const size_t usable = malloc_usable_size(block);
    if (usable >= smallestKept && usable <= largestKept && cache().keep(block, usable))
        return;
    std::free(block);
}

void *reallocate(void *block, size_t size)
{
    return std::realloc(block, size);
}

char *duplicate(const char *text)
{
    return ::strdup(text);
}

void *allocateZeroed(size_t count, size_t size)
{
    return std::calloc(count, size);
}

} // namespace

void initialiseCurl()
{
    // For the blocks that are in use at the same time, which are more than are kept.
    static const int trim = mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);
    static const int map = mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    static const CURLcode code
        = curl_global_init_mem(CURL_GLOBAL_DEFAULT, allocate, release, reallocate, duplicate, allocateZeroed);
    static_cast<void>(trim);
    static_cast<void>(map);
    static_cast<void>(code);
}

} // namespace net
