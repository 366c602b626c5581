/// A key as a person names it.
public enum Key: Hashable, Sendable {
  /// A key that writes a character; Control leaves its small letter: ^A is `a`.
  case character(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// A function key by its number: 1 is F1.
  case function(Int)
}

/// A key press: the key and what was held with it.
public struct KeyPress: Hashable, Sendable {
  /// The key itself.
  public var key: Key
  /// Whether Control was held.
  public var control: Bool
  /// Whether Alt was held.
  public var alt: Bool

  /// A key press; by default nothing is held with the key.
  public init(_ key: Key, control: Bool = false, alt: Bool = false) {
    self.key = key
    self.control = control
    self.alt = alt
  }
}

/// What the mouse did, at a cell (0-based).
public struct MouseEvent: Hashable, Sendable {
  /// What happened. A drag is a movement with a button held; a wheel's turn has no release.
  public enum Kind: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  /// Which button; `none` where the terminal does not say, and for the wheel.
  public enum Button: Hashable, Sendable { case left, middle, right, none }

  /// What happened.
  public var kind: Kind
  /// The button that it happened with.
  public var button: Button
  /// The column, from 0 at the left.
  public var x: Int
  /// The row, from 0 at the top.
  public var y: Int

  /// An event at a column and a row.
  public init(_ kind: Kind, _ button: Button = .left, x: Int, y: Int) {
    self.kind = kind
    self.button = button
    self.x = x
    self.y = y
  }
}

/// What a terminal says.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// A text was pasted in one piece (bracketed paste).
  case paste(String)
  /// The terminal has a new size, in columns and rows.
  case resize(width: Int, height: Int)
  /// The process was stopped (^Z) and has come back.
  case resumed
  /// The terminal has said more of what it is.
  case identified
  /// So much came at once that no person can have meant it; it was thrown away.
  case thinned(bytes: Int)
  /// SIGINT, SIGTERM or SIGHUP asks the program to end; the value is the signal's number.
  case terminate(signal: Int32)
}
