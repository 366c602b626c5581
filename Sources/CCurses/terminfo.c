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
#include <unistd.h>
#include <wchar.h>

bool ccurses_adopt_locale(void) {
  setlocale(LC_CTYPE, "");
  bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!utf8) setlocale(LC_CTYPE, "C.UTF-8");
  return utf8;
}

bool ccurses_load(const char *type) {
  int status = 0;
  if (cur_term) del_curterm(cur_term);
  return setupterm(type, STDOUT_FILENO, &status) == OK && status == 1 && tigetstr("cup") != NULL;
}

/// A copy without delays: `$<5>`, `$<50/>`.
static char *without_delays(const char *string) {
  char *copy = malloc(strlen(string) + 1);
  char *end = copy;
  while (copy && *string) {
    const char *close = string[0] == '$' && string[1] == '<' ? strchr(string, '>') : NULL;
    if (close)
      string = close + 1;
    else
      *end++ = *string++;
  }
  if (copy) *end = 0;
  return copy;
}

char *ccurses_string(const char *name) {
  const char *string = tigetstr(name);
  return string && string != (char *)-1 && *string ? without_delays(string) : NULL;
}

int ccurses_number(const char *name) {
  int number = tigetnum(name);
  return number < 0 ? -1 : number;
}

bool ccurses_flag(const char *name) { return tigetflag(name) == 1; }

char *ccurses_expand(const char *string, int first, int second) {
  const char *expanded = tiparm(string, first, second);
  return strdup(expanded ? expanded : "");
}

int ccurses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool ccurses_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}
