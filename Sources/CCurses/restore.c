#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/// Undoes every mode that this program or ncurses sets: synchronized output, mouse, bracketed paste, scroll region,
/// attributes, hidden cursor, full screen. Terminals ignore those that they do not know.
static const char farewell[] =
    "\033[?2026l\033[?1006l\033[?1002l\033[?2004l\033[r\033[0m\033[?25h\033[?1049l\r";

static struct termios modes;
static bool modes_known;
static atomic_bool held;

/// Standard error itself, and the file that stands in for it while the screen is up.
static int true_error = -1;
static int collected = -1;

void ccurses_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void collect_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  collected = memfd_create("standard error", MFD_CLOEXEC);
  if (collected < 0) return;
  true_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (true_error >= 0) dup2(collected, STDERR_FILENO);
}

static void replay_errors(void) {
  if (true_error < 0) return;
  dup2(true_error, STDERR_FILENO);
  char bytes[512];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(collected, bytes, sizeof bytes, at)) > 0) {
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) break;
    at += count;
  }
  close(true_error);
  close(collected);
  true_error = collected = -1;
}

void ccurses_hold(void) {
  collect_errors();
  atomic_store(&held, true);
}

void ccurses_release(void) {
  atomic_store(&held, false);
  replay_errors();
}

void ccurses_give_back(void) {
  if (!atomic_exchange(&held, false)) return;
  int error = errno;
  ccurses_write(farewell, sizeof farewell - 1);
  if (modes_known) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  replay_errors();
  errno = error;
}

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { crash_count = sizeof crashes / sizeof *crashes };
static struct sigaction before[crash_count];

/// Gives the terminal back and the signal to whoever had it before (Swift's backtrace). A fault comes again by itself
/// when its instruction is run again; what was raised, or is reported after its instruction, is raised again.
static void crash(int signal, siginfo_t *info, void *context) {
  (void)context;
  ccurses_give_back();
  for (int i = 0; i < crash_count; i++)
    if (crashes[i] == signal) sigaction(signal, &before[i], NULL);
  if (info->si_code <= 0 || signal == SIGABRT || signal == SIGTRAP) raise(signal);
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
