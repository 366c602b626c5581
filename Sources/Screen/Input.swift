/// A key as a person names it.
public enum Key: Hashable, Sendable {
  case character(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  case function(Int)
}

/// A key press: the key and what was held with it.
public struct KeyPress: Hashable, Sendable {
  public var key: Key
  public var control: Bool
  public var alt: Bool

  public init(_ key: Key, control: Bool = false, alt: Bool = false) {
    self.key = key
    self.control = control
    self.alt = alt
  }
}

/// What the mouse did, at a cell (0-based).
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public enum Button: Hashable, Sendable { case left, middle, right, none }

  public var kind: Kind
  public var button: Button
  public var x: Int
  public var y: Int

  public init(_ kind: Kind, _ button: Button = .left, x: Int, y: Int) {
    self.kind = kind
    self.button = button
    self.x = x
    self.y = y
  }
}

/// What a terminal says.
public enum InputEvent: Hashable, Sendable {
  case key(KeyPress)
  case mouse(MouseEvent)
  case paste(String)
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
