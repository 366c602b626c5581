#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What the `Curses` target needs of ncurses and of POSIX and Swift cannot reach by itself: macros, globals, and
// functions that a signal may call. No ncurses header is included here, so that nothing of it reaches Swift.
// One thread owns all of this, except where a function says that a signal may call it.

// MARK: The screen (screen.c)

/// The attributes of a cell; the same bits as `Style.Attributes`.
enum {
  CCURSES_BOLD = 1,
  CCURSES_DIM = 2,
  CCURSES_UNDERLINE = 4,
  CCURSES_REVERSE = 8,
  CCURSES_ITALIC = 16,
};

/// A character of width one, its attributes, and the number of its colour pair (0: the terminal's own colours).
typedef struct {
  uint32_t scalar;
  uint32_t attributes;
  int32_t pair;
} CCursesCell;

/// Takes the character encoding from the environment. Where that is not UTF-8, output is UTF-8 all the same, for whoever
/// asks for Unicode glyphs in spite of the environment.
/// Returns whether the environment says UTF-8.
bool ccurses_adopt_locale(void);

/// The number of colours in the terminfo entry of a terminal type: 0 without colours, -1 where there is no entry.
int ccurses_colors_of(const char *type);

/// Opens the screen on standard input and output: full screen, no echo, keys at once. Returns whether it worked.
/// A compiled terminfo entry (`b64:…`) may stand in for the installed ones.
bool ccurses_open(const char *type, const char *entry, bool colors);

/// Leaves the screen for good.
void ccurses_close(void);

/// Gives the terminal to the shell for a while, and takes it back.
void ccurses_leave(void);
void ccurses_enter(void);

/// The size of the screen as ncurses knows it.
int ccurses_columns(void);
int ccurses_rows(void);

/// Asks the terminal for its size and adapts the screen to it.
void ccurses_adapt_size(void);

/// How many colour pairs there are.
int ccurses_pair_count(void);

/// Defines a colour pair; -1 is the terminal's own colour.
void ccurses_define_pair(int pair, int foreground, int background);

/// Puts a row of cells on the screen to be shown next. Without `unicode`, all but ASCII becomes a question mark; what is
/// not one column wide (control characters too) always does.
void ccurses_put_row(int row, const CCursesCell *cells, int count, bool unicode);

/// Blanks the screen to be shown next; with `repaint`, nothing of what the terminal shows now is relied upon.
void ccurses_erase(bool repaint);

/// Shows the screen. The cursor is put at (x, y), or hidden where x is negative. With `synchronized`, the terminal is asked
/// to show the whole change at once (DEC mode 2026).
void ccurses_show(int x, int y, bool synchronized);

// MARK: Signals (signals.c)

/// Begins to watch WINCH, TERM, HUP, INT, TSTP and CONT. Returns a descriptor that is readable after one of them came.
int ccurses_watch_signals(void);

/// The signals that came since the last call: bit `n` is signal `n`. Empties the descriptor.
uint64_t ccurses_take_signals(void);

/// Stops the process group as ^Z does, and returns when it goes on.
void ccurses_stop(void);

// MARK: Giving the terminal back (restore.c)

/// Remembers the terminal's modes and has them restored when the program exits or crashes. To be called before
/// `ccurses_open`.
void ccurses_guard(void);

/// From now on the terminal is held: an exit or a crash must give it back. Standard error, where it is a terminal, is
/// collected so that it does not write across the screen.
void ccurses_hold(void);

/// Standard error is itself again, and what was collected is written to it.
void ccurses_release(void);

/// Gives the terminal back wherever the program stands. A signal may call it; a second call does nothing.
void ccurses_give_back(void);

/// Writes to the terminal, all of it, past ncurses. A signal may call it.
void ccurses_write(const char *bytes, size_t count);

#endif
