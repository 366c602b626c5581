#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

bool ccurses_adopt_locale(void) {
  setlocale(LC_CTYPE, "");
  bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!utf8) setlocale(LC_CTYPE, "C.UTF-8");
  return utf8;
}

int ccurses_colors_of(const char *type) {
  int status = 0;
  if (setupterm(type, STDOUT_FILENO, &status) == ERR) return -1;
  int colors = tigetnum("colors");
  del_curterm(cur_term);
  return colors < 0 ? 0 : colors;
}

/// newterm, with a compiled entry in place of the installed ones.
static SCREEN *new_terminal(const char *type, const char *entry) {
  if (!entry) return newterm(type, stdout, stdin);
  const char *before = getenv("TERMINFO");
  char *kept = before ? strdup(before) : NULL;
  setenv("TERMINFO", entry, 1);
  SCREEN *screen = newterm(type, stdout, stdin);
  if (kept) {
    setenv("TERMINFO", kept, 1);
    free(kept);
  } else {
    unsetenv("TERMINFO");
  }
  return screen;
}

static SCREEN *screen;
static bool shown;
/// What `curs_set` was last asked for; -1 before the first time.
static int cursor = -1;

/// Keys at once and unchanged, except those that send signals: ^C, ^Z, ^\.
static void adopt_modes(void) {
  cbreak();
  noecho();
  nonl();
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) == 0) {
    modes.c_iflag &= ~(tcflag_t)(IXON | ISTRIP);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  }
  def_prog_mode();
}

bool ccurses_open(const char *type, const char *entry, bool colors) {
  screen = new_terminal(type, entry);
  if (!screen) return false;
  shown = false;
  cursor = -1;
  adopt_modes();
  ccurses_adapt_size();  // Whatever LINES and COLUMNS say.
  typeahead(-1);
  if (colors && has_colors()) {
    start_color();
    use_default_colors();
  }
  refresh();
  return true;
}

void ccurses_close(void) {
  endwin();
  delscreen(screen);
  screen = NULL;
}

void ccurses_leave(void) { endwin(); }

void ccurses_enter(void) {
  reset_prog_mode();
  cursor = -1;
  clearok(curscr, TRUE);
  refresh();
}

int ccurses_columns(void) { return COLS; }
int ccurses_rows(void) { return LINES; }

void ccurses_adapt_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
    resizeterm(size.ws_row, size.ws_col);
}

int ccurses_pair_count(void) { return COLOR_PAIRS; }

void ccurses_define_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static wchar_t showable(uint32_t scalar, bool unicode) {
  if (scalar >= 0x20 && scalar < 0x7f) return (wchar_t)scalar;
  return unicode && wcwidth((wchar_t)scalar) == 1 ? (wchar_t)scalar : L'?';
}

static attr_t attributes_of(uint32_t bits) {
  attr_t result = A_NORMAL;
  if (bits & CCURSES_BOLD) result |= A_BOLD;
  if (bits & CCURSES_DIM) result |= A_DIM;
  if (bits & CCURSES_UNDERLINE) result |= A_UNDERLINE;
  if (bits & CCURSES_REVERSE) result |= A_REVERSE;
#ifdef A_ITALIC
  if (bits & CCURSES_ITALIC) result |= A_ITALIC;
#endif
  return result;
}

/// Filling the struct takes a quarter of the time of `setcchar`.
static cchar_t cell_of(CCursesCell cell, bool unicode) {
  cchar_t result;
  memset(&result, 0, sizeof result);
  int narrow = cell.pair < 255 ? cell.pair : 255;
  result.attr = attributes_of(cell.attributes) | (attr_t)COLOR_PAIR(narrow);
  result.chars[0] = showable(cell.scalar, unicode);
#if NCURSES_EXT_COLORS
  result.ext_color = cell.pair;
#endif
  return result;
}

void ccurses_put_row(int row, const CCursesCell *cells, int count, bool unicode) {
  static cchar_t *line;
  static int capacity;
  if (count > capacity) {
    cchar_t *longer = realloc(line, (size_t)count * sizeof *longer);
    if (!longer) return;
    line = longer;
    capacity = count;
  }
  for (int x = 0; x < count; x++) line[x] = cell_of(cells[x], unicode);
  mvadd_wchnstr(row, 0, line, count);
}

void ccurses_erase(bool repaint) {
  erase();
  if (repaint) clearok(curscr, TRUE);
}

void ccurses_show(int x, int y, bool synchronized) {
  int wanted = x >= 0;
  if (wanted) move(y, x);
  wnoutrefresh(stdscr);
  bool bracketed = synchronized && shown;
  if (bracketed) ccurses_write("\033[?2026h", 8);
  doupdate();
  if (cursor != wanted) {
    curs_set(wanted);
    cursor = wanted;
    doupdate();
  }
  if (bracketed) ccurses_write("\033[?2026l", 8);
  shown = true;
}
