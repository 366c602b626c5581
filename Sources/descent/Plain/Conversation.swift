import Foundation
import Session

/// Where the lines of a telling go, and where those that are typed come from.
struct Conversation {
  /// Whether somebody, or a file, asks: not where nothing comes in, or where a log is written.
  var isAsked: Bool
  /// Writes a line.
  var write: (String) throws -> Void
  /// The next line that is typed, of a session as it is; nil where there are no more.
  var read: (LearningSession) throws -> String?

  /// Standard input and output.
  static var standard: Conversation {
    let isTyped = isatty(STDIN_FILENO) == 1
    return Conversation(
      isAsked: somebodyAsks, write: { try Output.write($0 + "\n") },
      read: { _ in
        if isTyped { try Output.write("> ") }
        let line = readLine()
        // The end was typed behind the prompt.
        if isTyped, line == nil { try Output.write("\n") }
        return line
      })
  }

  private static var somebodyAsks: Bool {
    var input = stat()
    guard fstat(STDIN_FILENO, &input) == 0 else { return false }
    switch input.st_mode & S_IFMT {
    case S_IFCHR: return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    case S_IFIFO, S_IFREG, S_IFSOCK: return true
    default: return false
    }
  }
}
