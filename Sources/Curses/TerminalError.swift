/// Why a program cannot have the terminal. The description is one line for the user.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard input or output is a file, a pipe, or nothing.
  case notATerminal
  /// The variable TERM is not set.
  case noType
  /// A terminal without cursor movement, such as TERM=dumb.
  case cannotMoveCursor(type: String)
  /// The terminal refused.
  case cannotOpen(type: String)

  /// One line: `no usable terminal: TERM=dumb names one that cannot move its cursor`.
  public var description: String {
    switch self {
    case .notATerminal:
      "no terminal: standard input and output must be one"
    case .noType:
      "no usable terminal: the variable TERM is not set"
    case .cannotMoveCursor(let type):
      "no usable terminal: TERM=\(type) names one that cannot move its cursor"
    case .cannotOpen(let type):
      "no usable terminal: TERM=\(type) could not be opened"
    }
  }
}

extension TerminalError {
  /// Why a terminal of a type, as the variable TERM names it, cannot be used; nil where it can.
  public init?(ofType type: String?) {
    guard let type, !type.isEmpty else {
      self = .noType
      return
    }
    guard type == "dumb" else { return nil }
    self = .cannotMoveCursor(type: type)
  }
}
