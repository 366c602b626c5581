#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// What the `Curses` target needs of ncurses and of POSIX and Swift cannot reach by itself: macros, globals, variadic
// functions, and functions that a signal may call. No ncurses header is included here, so that nothing of it reaches Swift.
// One thread owns all of this, except where a function says that a signal may call it.

// MARK: What ncurses knows of the terminal (terminfo.c)

/// Takes the character encoding from the environment, and UTF-8 where that is another: whoever asks for Unicode glyphs in
/// spite of the environment gets them. Returns whether the environment says UTF-8.
bool ccurses_adopt_locale(void);

/// Reads the entry of a terminal type. Returns whether there is one for a terminal whose cursor moves.
bool ccurses_load(const char *type);

/// A string, a number or a flag of the entry by its short name (`cup`, `colors`, `am`). Delays are left out of strings, which
/// are the caller's to free; NULL and -1 where the entry has none.
char *ccurses_string(const char *name);
int ccurses_number(const char *name);
bool ccurses_flag(const char *name);

/// Fills two numbers into a string with parameters. The result is the caller's to free.
char *ccurses_expand(const char *string, int first, int second);

/// The columns that a terminal gives a scalar by the system's tables; negative for a control character.
int ccurses_width(uint32_t scalar);

/// The size of the terminal's window; false where it does not say.
bool ccurses_size(int *width, int *height);

// MARK: Output (output.c)

/// Opens the terminal of standard output a second time, so that writing need not wait and nobody else notices.
void ccurses_open_output(void);

/// Writes as much as the terminal takes at once, and returns how much that was; -1 where the terminal is gone.
ssize_t ccurses_offer(const char *bytes, size_t count);

/// The descriptor to wait for until the terminal takes more.
int ccurses_output(void);

/// Whether what has been offered ends in the middle of something, which a farewell must break off first.
void ccurses_set_midway(bool midway);

/// Writes all of it for as long as the terminal takes it within a time; then what the terminal has not read is thrown away
/// and it is tried once more. A signal may call it.
void ccurses_write(const char *bytes, size_t count, int milliseconds);

// MARK: Signals (signals.c)

/// Begins to watch WINCH, TERM, HUP, INT, TSTP and CONT. Returns a descriptor that is readable after one of them came.
int ccurses_watch_signals(void);

/// Makes the descriptor readable as a signal does, with bit 0 for its number. Any thread may call it.
void ccurses_wake(void);

/// The signals that came since the last call: bit `n` is signal `n`. Empties the descriptor.
uint64_t ccurses_take_signals(void);

/// Stops the process group as ^Z does, and returns when it goes on.
void ccurses_stop(void);

/// Gives the terminal back and ends the process by a signal, as if nobody had watched it.
void ccurses_end_by(int signal);

// MARK: Giving the terminal back (restore.c)

/// Remembers the terminal's modes and has them restored when the program exits or crashes.
void ccurses_guard(void);

/// What a terminal is told when it is given back, at most 512 bytes. To be set before the modes that it undoes.
void ccurses_set_farewell(const char *bytes, size_t count);

/// From now on the terminal is held: keys come at once and unchanged but for ^C, ^Z and ^\, and an exit or a crash
/// must give it back. Standard error, where it is a terminal, is collected so that it does not write across the screen.
void ccurses_hold(void);

/// Whether the keys ^C, ^Z and ^\ send signals, as they do where the terminal has just been held. Where they do the system looks
/// at every byte, and a flood takes three times as long.
void ccurses_let_keys_signal(bool they_do);

/// The signal that a key among some bytes sends where keys do; 0 where there is none.
int ccurses_signal_among(const uint8_t *bytes, size_t count);

/// Gives the terminal back wherever the program stands, and standard error what was collected. A signal may call it; a
/// second call does nothing.
void ccurses_give_back(void);

#endif
