#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/// The terminal opened a second time, without waiting; the flag would else be seen by everyone who shares standard output.
static int output = -1;
static atomic_bool midway;

void ccurses_open_output(void) {
  if (output < 0) output = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

int ccurses_output(void) { return output < 0 ? STDOUT_FILENO : output; }

/// Where the terminal could not be opened again (it belongs to another user), the flag is set for the moment of writing.
static ssize_t write_at_once(const char *bytes, size_t count) {
  if (output >= 0) return write(output, bytes, count);
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  ssize_t written = write(STDOUT_FILENO, bytes, count);
  int error = errno;
  fcntl(STDOUT_FILENO, F_SETFL, flags);
  errno = error;
  return written;
}

ssize_t ccurses_offer(const char *bytes, size_t count) {
  ssize_t written = write_at_once(bytes, count);
  if (written >= 0) return written;
  return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
}

void ccurses_set_midway(bool is_midway) { atomic_store(&midway, is_midway); }

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/// Writes for as long as the terminal takes it; returns what is left.
static size_t write_within(const char *bytes, size_t count, int milliseconds) {
  long end = now() + milliseconds;
  while (count > 0) {
    ssize_t written = ccurses_offer(bytes, count);
    if (written < 0) return 0;
    bytes += written;
    count -= (size_t)written;
    long left = end - now();
    if (left <= 0) break;
    struct pollfd taker = {.fd = ccurses_output(), .events = POLLOUT};
    if (written == 0) poll(&taker, 1, left > 10 ? 10 : (int)left);
  }
  return count;
}

void ccurses_write(const char *bytes, size_t count, int milliseconds) {
  static const char cancel = 0x18;  // CAN breaks off a control sequence.
  if (atomic_exchange(&midway, false)) write_within(&cancel, 1, 0);
  if (write_within(bytes, count, milliseconds) == 0) return;
  tcflush(ccurses_output(), TCOFLUSH);
  write_within(&cancel, 1, 0);
  if (write_within(bytes, count, milliseconds) > 0) atomic_store(&midway, true);
}
