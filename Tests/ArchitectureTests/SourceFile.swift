import Foundation

/// A Swift file of the package, read from the disk beside these tests.
struct SourceFile: Sendable {
  /// The path from the package's folder.
  var path: String
  /// The target it belongs to: the folder in `Sources`.
  var target: String
  var lines: [Substring]

  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files under a folder of the package.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = package.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    return try paths.sorted().map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      return SourceFile(
        path: "\(folder)/\(path)", target: String(path.prefix { $0 != "/" }),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      var words = line.split(separator: " ")[...]
      guard words.contains("import") else { return nil }
      let access: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
      words = words.drop { $0.hasPrefix("@") || access.contains($0) }
      guard words.popFirst() == "import" else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
      return words.first { !kinds.contains($0) }.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// The lines of each function, initializer and subscript, from its head to its closing brace, by the head's line number.
  ///
  /// Goes by the formatter's indentation: a body ends at the first line that closes a brace at the head's own indentation.
  var functions: [(line: Int, length: Int)] {
    lines.indices.compactMap { start in
      let line = lines[start]
      guard Self.beginsFunction(line), !line.hasSuffix("}") else { return nil }
      let closing = line.prefix { $0 == " " } + "}"
      guard let end = lines[start...].firstIndex(of: closing[...]) else { return nil }
      return (start + 1, end - start + 1)
    }
  }

  private static func beginsFunction(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    guard let head = words.first(where: { word in heads.contains { word.hasPrefix($0) } }) else { return false }
    return words.prefix { $0 != head }.allSatisfy { $0.hasPrefix("@") || $0.allSatisfy { $0.isLetter } }
  }

  private static let heads = ["func", "init(", "init<", "init?", "subscript", "deinit"]

  /// How many properties, functions and initializers that are not private each type has in its outermost declarations and
  /// extensions here, constants of the type not counted, by the formatter's indentation.
  var members: [String: Int] {
    var counts: [String: Int] = [:]
    var type: String?
    for line in lines {
      if let name = Self.declaredType(line) { type = name }
      if line == "}" { type = nil }
      guard let type, line.hasPrefix("  "), !line.hasPrefix("   "), Self.beginsMember(line) else { continue }
      counts[type, default: 0] += 1
    }
    return counts
  }

  /// The name of the type that a line without indentation declares or extends.
  private static func declaredType(_ line: Substring) -> String? {
    guard line.hasSuffix("{"), !line.hasPrefix(" ") else { return nil }
    let words = line.split(separator: " ")
    let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "extension"]
    guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count else { return nil }
    return String(words[kind + 1].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" })
  }

  private static func beginsMember(_ line: Substring) -> Bool {
    let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
    let modifiers: Set<Substring> = [
      "public", "package", "internal", "static", "mutating", "private(set)", "internal(set)", "lazy", "indirect",
      "final", "override", "nonisolated", "consuming", "borrowing",
    ]
    guard let head = words.first(where: { !modifiers.contains($0) }) else { return false }
    if head == "let", words.contains("static") { return false }
    return ["let", "var", "func", "subscript"].contains(head) || head.hasPrefix("init(") || head.hasPrefix("init<")
      || head.hasPrefix("init?") || head.hasPrefix("subscript(")
  }
}
