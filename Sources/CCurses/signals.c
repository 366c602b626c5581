#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static int ends[2] = {-1, -1};
static atomic_uint_fast64_t pending;

static void watch(int signal, void (*action)(int)) {
  struct sigaction how = {0};
  how.sa_handler = action;
  how.sa_flags = SA_RESTART;
  sigemptyset(&how.sa_mask);
  sigaction(signal, &how, NULL);
}

/// Also where the signal is blocked, as it is while its own action runs.
void ccurses_end_by(int signal) {
  ccurses_give_back();
  watch(signal, SIG_DFL);
  sigset_t heard;
  sigemptyset(&heard);
  sigaddset(&heard, signal);
  raise(signal);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
}

/// A program that is asked to end a second time before it has looked at the first does not listen any more.
static void note(int signal) {
  int error = errno;
  uint64_t bit = UINT64_C(1) << signal;
  uint64_t before = atomic_fetch_or(&pending, bit);
  bool ends_program = signal == SIGINT || signal == SIGTERM || signal == SIGHUP;
  if (ends_program && (before & bit)) ccurses_end_by(signal);
  char byte = 0;
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;  // A full pipe wakes the reader as well.
  errno = error;
}

int ccurses_watch_signals(void) {
  if (ends[0] < 0) {
    if (pipe(ends) != 0) return -1;
    for (int i = 0; i < 2; i++) {
      fcntl(ends[i], F_SETFL, O_NONBLOCK);
      fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
  }
  int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
  sigset_t heard;
  sigemptyset(&heard);
  for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
    watch(watched[i], note);
    sigaddset(&heard, watched[i]);
  }
  watch(SIGQUIT, ccurses_end_by);
  sigaddset(&heard, SIGQUIT);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);  // Whoever started the program may have blocked them.
  return ends[0];
}

void ccurses_wake(void) {
  atomic_fetch_or(&pending, 1);
  char byte = 0;
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;  // A full pipe wakes the reader as well.
}

uint64_t ccurses_take_signals(void) {
  char bytes[64];
  while (read(ends[0], bytes, sizeof bytes) > 0) {}
  return atomic_exchange(&pending, 0);
}

void ccurses_stop(void) {
  uint64_t continued = UINT64_C(1) << SIGCONT;
  atomic_fetch_and(&pending, ~continued);
  watch(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  // Another thread may take the signal a moment later; in a process group without a shell nothing stops at all.
  for (int i = 0; i < 20 && !(atomic_load(&pending) & continued); i++) poll(NULL, 0, 5);
  watch(SIGTSTP, note);
  atomic_fetch_and(&pending, ~continued);
}
