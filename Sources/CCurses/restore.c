#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/// Two, so that a signal finds one whole while the other is written.
static struct farewell {
  char bytes[512];
  size_t count;
} farewells[2];
static _Atomic(struct farewell *) farewell;

void ccurses_set_farewell(const char *bytes, size_t count) {
  struct farewell *next = atomic_load(&farewell) == &farewells[0] ? &farewells[1] : &farewells[0];
  next->count = count < sizeof next->bytes ? count : sizeof next->bytes;
  memcpy(next->bytes, bytes, next->count);
  atomic_store(&farewell, next);
}

static struct termios modes;
static bool modes_known;
static atomic_bool held;

/// Standard error itself, and the file that stands in for it while the screen is up.
static int true_error = -1;
/// Standard error opened a second time: writing to it does not wait for a terminal that nobody reads.
static int patient_error = -1;
static int collected = -1;

static void collect_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  collected = memfd_create("standard error", MFD_CLOEXEC);
  if (collected < 0) return;
  true_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  patient_error = open("/proc/self/fd/2", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (true_error >= 0) dup2(collected, STDERR_FILENO);
}

static void replay_errors(void) {
  if (true_error < 0) return;
  dup2(true_error, STDERR_FILENO);
  char bytes[512];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(collected, bytes, sizeof bytes, at)) > 0) {
    struct pollfd taker = {.fd = patient_error, .events = POLLOUT};
    if (patient_error >= 0 && poll(&taker, 1, 200) == 0) break;
    ssize_t written = write(patient_error < 0 ? STDERR_FILENO : patient_error, bytes, (size_t)count);
    if (written <= 0) break;
    at += written;
  }
  close(true_error);
  close(patient_error);
  close(collected);
  true_error = patient_error = collected = -1;
}

/// Keys at once and unchanged, except those that send signals where they do; output as it is written.
static void adopt_modes(bool keys_signal) {
  if (!modes_known) return;
  struct termios own = modes;
  own.c_iflag &= ~(tcflag_t)(IXON | ISTRIP | ICRNL | INLCR | IGNCR);
  own.c_oflag &= ~(tcflag_t)OPOST;
  own.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  own.c_lflag = keys_signal ? own.c_lflag | ISIG : own.c_lflag & ~(tcflag_t)ISIG;
  // A read never waits: the key of a signal empties the queue, perhaps of what `poll` has just seen in it.
  own.c_cc[VMIN] = 0;
  own.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &own);
}

void ccurses_hold(void) {
  collect_errors();
  atomic_store(&held, true);
  adopt_modes(true);
}

void ccurses_let_keys_signal(bool they_do) {
  if (atomic_load(&held)) adopt_modes(they_do);
}

int ccurses_signal_among(const uint8_t *bytes, size_t count) {
  static const struct { int place, signal; } keys[] = {{VINTR, SIGINT}, {VQUIT, SIGQUIT}, {VSUSP, SIGTSTP}};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    cc_t key = modes.c_cc[keys[i].place];
    if (key != _POSIX_VDISABLE && memchr(bytes, key, count)) return keys[i].signal;
  }
  return 0;
}

/// How long a farewell may take: twice this, where the terminal does not read.
enum { patience = 200 };

void ccurses_give_back(void) {
  if (!atomic_exchange(&held, false)) return;
  int error = errno;
  struct farewell *words = atomic_load(&farewell);
  if (words) ccurses_write(words->bytes, words->count, patience);
  if (modes_known) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  replay_errors();
  errno = error;
}

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { crash_count = sizeof crashes / sizeof *crashes };
static struct sigaction before[crash_count];

/// Gives the terminal back, lets whoever had the signal before do what they do (Swift's backtrace), and ends by it: nobody's
/// action is to be the last word, since a signal from outside does not come again by itself.
static void crash(int signal, siginfo_t *info, void *context) {
  ccurses_give_back();
  struct sigaction previous = {0};
  for (int i = 0; i < crash_count; i++)
    if (crashes[i] == signal) previous = before[i];
  if (previous.sa_flags & SA_SIGINFO)
    previous.sa_sigaction(signal, info, context);
  else if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN)
    previous.sa_handler(signal);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  raise(signal);
}

/// A stack for the crash of a stack that has run full, where nobody has provided one.
static void provide_signal_stack(void) {
  static char room[1 << 16];
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t ours = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&ours, NULL);
}

void ccurses_guard(void) {
  modes_known = tcgetattr(STDIN_FILENO, &modes) == 0;
  static bool guarding;
  if (guarding) return;
  guarding = true;
  atexit(ccurses_give_back);
  provide_signal_stack();
  struct sigaction how = {0};
  how.sa_sigaction = crash;
  how.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&how.sa_mask);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &how, &before[i]);
}
