import Foundation

/// The folders in which a person's settings and states are kept (XDG Base Directory Specification).
enum StandardFolder {
  /// The folder that a variable names where its path is absolute, else one in the person's own. That is `$HOME`, or where it is
  /// not set to an absolute path what the system says.
  static func path(
    _ variable: String, else folder: String,
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    absolute(environment[variable]) ?? (absolute(environment["HOME"]) ?? NSHomeDirectory()) + "/" + folder
  }

  private static func absolute(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
}
