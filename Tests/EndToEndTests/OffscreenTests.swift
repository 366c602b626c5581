import Foundation
import Testing

/// Screens and recordings made without a terminal.
struct OffscreenTests {
  private func descent(_ arguments: String...) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent")] + arguments)
  }

  private func withFile<T>(_ name: String, _ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent(name))
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)]) func aScreenIsText(width: Int, height: Int) throws {
    let first = try descent("render", "xor", "--after", "4epochs", "--size", "\(width)x\(height)")
    #expect(first.status == 0 && first.errors.isEmpty)
    let lines = first.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == height && lines.allSatisfy { $0.count <= width })
    #expect(first.output.contains("epoch 4") && first.output.contains("paused"))
    let second = try descent("render", "xor", "--after", "4epochs", "--size", "\(width)x\(height)")
    #expect(second.output == first.output, "the same arguments give the same screen")
  }

  /// What `render` shows is what `train` reports.
  @Test func theScreenShowsTheCostThatTrainingReports() throws {
    let trained = try descent("train", "line", "--updates", "30", "--json")
    let summary = try JSONSerialization.jsonObject(with: Data(trained.output.utf8)) as? [String: Any]
    let cost = try #require((summary?["train"] as? [String: Any])?["cost"] as? Double)
    let screen = try descent("render", "line", "--after", "30updates", "--format", "ansi", "--color", "none").output
    let shown = try #require(screen.firstMatch(of: /train ([0-9.]+)/).flatMap { Double($0.1) })
    #expect(abs(shown - cost) < 0.01 * cost)
  }

  @Test(arguments: [59, 61, 130]) func aLessonsGoalDoesNotEndIt(updates: Int) throws {
    let screen = try descent("render", "bowl", "--after", "\(updates)updates", "--size", "120x40").output
    #expect(screen.contains("updates \(updates) "), "\(screen)")
  }

  @Test func theEndingOfAFileChoosesTheFormat() throws {
    for (name, start) in [("a.svg", "<svg"), ("a.txt", " Exclusive or"), ("a.ans", "\u{1b}[")] {
      try withFile(name) { file in
        let result = try descent("render", "xor", "--output", file.path)
        #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(start), "\(name)")
      }
    }
  }

  @Test func keysArePressedBefore() throws {
    func picture(_ keys: String) throws -> String {
      let result = try descent(
        "render", "ravine", "--after", "20updates", "--view", "surface", "--size", "80x24", "--keys", keys)
      #expect(result.status == 0 && result.errors.isEmpty, "\(keys): \(result.errors)")
      return result.output
    }
    let chart = try picture("")
    let mountain = try picture("X")
    #expect(chart != mountain)
    #expect(try picture("4 Enter X Right Right") != mountain, "the arrows turn the mountain")
    #expect(try picture("? Esc") == chart)
    #expect(try picture("n").contains(" 21 steps"))
    // What a key asks of the disk is not done, and leaving neither.
    #expect(try picture("s q q").contains(" 20 steps"))
    let unknown = try descent("render", "ravine", "--keys", "X Rihgt")
    #expect(unknown.status == 64 && unknown.errors.contains("--keys: there is no key \"Rihgt\""), "\(unknown.errors)")
  }

  @Test func aPictureOfPixelsIsAsLargeAsItsCells() throws {
    try withFile("a.png") { file in
      let result = try descent("render", "spiral", "--after", "20updates", "--size", "80x24", "--output", file.path)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
      let bytes = try Data(contentsOf: file)
      #expect(bytes.prefix(16).elementsEqual([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8)))
      func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
      #expect(number(16) == 80 * 12 && number(20) == 24 * 24)
    }
  }

  @Test(arguments: ["rosenbrock", "path", "random"]) func aSurfaceIsWhole(axes: String) throws {
    let result = try descent(
      "render", "spiral", "--set", "surface.axes=\(axes)", "--view", "surface", "--after", "60updates")
    #expect(result.status == 0 && !result.output.contains("computing"))
    #expect(result.output.contains("[4 surface"))
  }

  @Test func aRecordingPlaysInABrowser() throws {
    try withFile("run.svg") { file in
      let result = try descent(
        "record", "xor", "--seconds", "2", "--rate", "5", "--size", "80x24", "--output", file.path)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
      let document = try String(contentsOf: file, encoding: .utf8)
      #expect(document.hasPrefix("<svg") && document.hasSuffix("</svg>\n"))
      #expect(document.components(separatedBy: "<animate ").count == 10)
    }
  }

  @Test func aRecordingIsAnAsciicast() throws {
    try withFile("run.cast") { file in
      let result = try descent(
        "record", "xor", "--seconds", "2", "--rate", "5", "--size", "80x24", "--output", file.path)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let header = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
      #expect(header?["version"] as? Int == 2 && header?["width"] as? Int == 80 && header?["height"] as? Int == 24)
      let events = try lines.dropFirst().map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Any])
      }
      let times = events.compactMap { $0[0] as? Double }
      #expect(times.count == 10 && times == times.sorted() && times[0] == 0 && times[9] < 2)
      #expect(events.allSatisfy { $0[1] as? String == "o" && ($0[2] as? String)?.isEmpty == false })
    }
  }

  @Test(arguments: [
    (["render", "xor", "--after", "soon"], 64, "20epochs"), (["render", "xor", "--size", "9999x9999"], 64, "cells"),
    (["render", "xor", "--view", "moon"], 64, "--view"), (["render", "nobody"], 66, "descent list"),
    (["render", "xor", "--output", "/no/where.svg"], 73, "where.svg"),
    (["record", "xor", "--seconds", "0"], 64, "--seconds"), (["record", "xor", "--rate", "500"], 64, "--rate"),
    (["--resume", "xor"], 64, "--resume"),
  ])
  func badInputIsOneClearLine(arguments: [String], status: Int, words: String) throws {
    let result = try Program.run([try TerminalSession.product("descent")] + arguments)
    #expect(result.status == status && result.output.isEmpty)
    #expect(result.errors.hasPrefix("descent: ") && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.filter { $0 == "\n" }.count == 1)
  }
}
