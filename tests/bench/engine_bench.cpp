// SPDX-License-Identifier: GPL-3.0-or-later
// How many small uploads a second libcurl makes of the same files with nothing around it - no queue, no states, no archive, no
// QNetworkReply: what is left for Tidemark to win, and what is not. A form by POST from each file, opened, looked at, read and
// closed as Tidemark does; as many threads as there are cores, each with its share of the connections.
//   engine_bench URL FOLDER CONNECTIONS [file|memory]      prints uploads per second; memory: every file is read beforehand
#include <curl/curl.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr const char *head
    = "--tidemarkEngineBench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
      "Content-Type: application/octet-stream\r\n\r\n";
constexpr const char *tail = "\r\n--tidemarkEngineBench--\r\n";
constexpr const char *kind = "Content-Type: multipart/form-data; boundary=tidemarkEngineBench";

struct Work
{
    std::string url;
    std::vector<std::string> files;
    bool isInMemory = false;
    std::string body; ///< One for all, if in memory.
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> taken = 0;
};

/// A connection's easy handle and what it sends.
struct Slot
{
    CURL *handle = nullptr;
    int file = -1;
    std::string body; ///< Of small files: one read, one send.
    std::size_t sent = 0;
};

size_t give(char *buffer, size_t, size_t room, void *data)
{
    auto *slot = static_cast<Slot *>(data);
    const std::size_t count = std::min(room, slot->body.size() - slot->sent);
    std::memcpy(buffer, slot->body.data() + slot->sent, count);
    slot->sent += count;
    return count;
}

size_t forget(char *, size_t, size_t count, void *)
{
    return count;
}

/// One thread's share of the connections, with libcurl's multi interface on epoll.
class Lane
{
public:
    Lane(Work &work, int connections)
        : m_work(work)
        , m_multi(curl_multi_init())
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_headers(curl_slist_append(curl_slist_append(nullptr, "Expect:"), kind))
        , m_slots(static_cast<std::size_t>(connections))
    {
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Lane::watch);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, static_cast<long>(connections));
        curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
    }
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;
    ~Lane()
    {
        curl_multi_cleanup(m_multi);
        curl_slist_free_all(m_headers);
        ::close(m_epoll);
    }

    void run()
    {
        for (Slot &slot : m_slots)
            begin(slot);
        int running = 0;
        curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
        std::array<epoll_event, 64> events{};
        while (running > 0 || m_begun > 0) {
            const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 10);
            for (int i = 0; i < count; ++i) {
                const auto &event = events[static_cast<std::size_t>(i)];
                const int mask = (event.events & EPOLLIN ? CURL_CSELECT_IN : 0)
                    | (event.events & EPOLLOUT ? CURL_CSELECT_OUT : 0);
                curl_multi_socket_action(m_multi, event.data.fd, mask, &running);
            }
            takeDone();
            curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running); // what was begun just now
        }
    }

private:
    static int watch(CURL *, curl_socket_t socket, int what, void *data, void *)
    {
        auto *lane = static_cast<Lane *>(data);
        epoll_event event{};
        event.data.fd = socket;
        event.events = (what & CURL_POLL_IN ? EPOLLIN : 0U) | (what & CURL_POLL_OUT ? EPOLLOUT : 0U);
        if (what == CURL_POLL_REMOVE)
            epoll_ctl(lane->m_epoll, EPOLL_CTL_DEL, socket, nullptr);
        else if (epoll_ctl(lane->m_epoll, EPOLL_CTL_MOD, socket, &event) != 0)
            epoll_ctl(lane->m_epoll, EPOLL_CTL_ADD, socket, &event);
        return 0;
    }

    void begin(Slot &slot)
    {
        const std::size_t number = m_work.next.fetch_add(1);
        if (number >= m_work.files.size())
            return;
        prepare(slot, m_work.files[number]);
        if (!slot.handle) {
            slot.handle = curl_easy_init();
            curl_easy_setopt(slot.handle, CURLOPT_URL, m_work.url.c_str());
            curl_easy_setopt(slot.handle, CURLOPT_UPLOAD, 1L);
            curl_easy_setopt(slot.handle, CURLOPT_CUSTOMREQUEST, "POST");
            curl_easy_setopt(slot.handle, CURLOPT_HTTPHEADER, m_headers);
            curl_easy_setopt(slot.handle, CURLOPT_READFUNCTION, &give);
            curl_easy_setopt(slot.handle, CURLOPT_WRITEFUNCTION, &forget);
            curl_easy_setopt(slot.handle, CURLOPT_UPLOAD_BUFFERSIZE, 256L * 1024);
            curl_easy_setopt(slot.handle, CURLOPT_NOSIGNAL, 1L);
            curl_easy_setopt(slot.handle, CURLOPT_READDATA, &slot);
            curl_easy_setopt(slot.handle, CURLOPT_PRIVATE, &slot);
        }
        curl_easy_setopt(slot.handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(slot.body.size()));
        curl_multi_add_handle(m_multi, slot.handle);
        ++m_begun;
    }

    void prepare(Slot &slot, const std::string &path)
    {
        slot.sent = 0;
        if (m_work.isInMemory) {
            if (slot.body.empty())
                slot.body = m_work.body;
            return;
        }
        struct stat status
        {
        };
        slot.file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (slot.file < 0 || ::fstat(slot.file, &status) != 0)
            std::abort();
        const std::size_t headSize = std::strlen(head), size = static_cast<std::size_t>(status.st_size);
        slot.body.resize(headSize + size + std::strlen(tail));
        std::memcpy(slot.body.data(), head, headSize);
        if (::pread(slot.file, slot.body.data() + headSize, size, 0) != status.st_size)
            std::abort();
        std::memcpy(slot.body.data() + headSize + size, tail, std::strlen(tail));
    }

    void takeDone()
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            long status = 0;
            void *data = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_RESPONSE_CODE, &status);
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &data);
            auto *slot = static_cast<Slot *>(data);
            if (message->data.result == CURLE_OK && status == 201)
                ++m_work.taken;
            curl_multi_remove_handle(m_multi, slot->handle);
            --m_begun;
            if (slot->file >= 0) {
                struct stat status2
                {
                };
                ::fstat(slot->file, &status2); // whether it has changed meanwhile
                ::close(slot->file);
                slot->file = -1;
            }
            begin(*slot);
        }
    }

    Work &m_work;
    CURLM *m_multi;
    int m_epoll;
    curl_slist *m_headers;
    std::vector<Slot> m_slots;
    int m_begun = 0;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fprintf(stderr, "usage: engine_bench URL FOLDER CONNECTIONS [file|memory]\n");
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    Work work;
    work.url = argv[1];
    for (const auto &entry : std::filesystem::directory_iterator(argv[2]))
        work.files.push_back(entry.path());
    work.isInMemory = argc > 4 && std::strcmp(argv[4], "memory") == 0;
    if (work.isInMemory)
        work.body = head + std::string(std::filesystem::file_size(work.files.front()), 'x') + tail;
    const int connections = std::atoi(argv[3]);
    const int lanes = std::min(connections, static_cast<int>(std::thread::hardware_concurrency()));
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < lanes; ++i)
        threads.emplace_back([&work, share = connections / lanes] { Lane(work, share).run(); });
    for (std::thread &thread : threads)
        thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("%zu of %zu taken\nRequests/sec: %.0f\n", work.taken.load(), work.files.size(),
                static_cast<double>(work.taken.load()) / took.count());
    return work.taken == work.files.size() ? 0 : 1;
}
