import ArgumentParser
import Curses
import Datasets
import Experiments
import Foundation

/// How the program says that it cannot go on: one line on standard error, and an exit status after sysexits.h.
enum Failure {
  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let missing: Int32 = 66
  static let noTerminal: Int32 = 69
  static let cannotWrite: Int32 = 73
  static let interrupted: Int32 = 130

  /// Writes the line for an error.
  static func report(_ error: some Error) {
    var line = "descent: \(message(for: error))"
    if let hint = (error as? Mistake)?.hint ?? (error as? UnknownCommand)?.hint { line += "; \(hint)" }
    say(line)
  }

  /// Writes a line to standard error; where that cannot be written to, nothing is said.
  static func say(_ line: String) { StandardError.write(line + "\n") }

  /// The exit status for an error.
  static func status(for error: some Error) -> Int32 {
    switch error {
    case let mistake as Mistake:
      switch mistake.kind {
      case .usage: usage
      case .badInput: badInput
      case .missing: missing
      case .cannotWrite: cannotWrite
      }
    case is TerminalError: noTerminal
    case is UnknownCommand: usage
    default: Descent.exitCode(for: error).rawValue
    }
  }

  private static func message(for error: some Error) -> String {
    switch error {
    case let mistake as Mistake: mistake.description
    case let error as TerminalError: error.description
    case let unknown as UnknownCommand: unknown.description
    default:
      Descent.message(for: error).split(separator: "\n").first.map { String($0).printable } ?? "cannot go on"
    }
  }
}
