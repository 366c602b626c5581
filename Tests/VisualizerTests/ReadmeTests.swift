import Foundation
import Testing

@testable import Session
@testable import Visualizer

/// The README says what is so.
struct ReadmeTests {
  /// `RECORD_SNAPSHOTS=1` writes the table anew.
  @Test func theTableOfKeysIsTheProgramsOwn() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- keys -->\n")
    try #require(parts.count == 3, "the README marks its table of keys with two comments")
    let table = KeyMap.markdown + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try (parts[0] + "<!-- keys -->\n" + table + "<!-- keys -->\n" + parts[2]).write(
        to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == table)
    }
  }
}
