import Experiments
import Foundation
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// Whole screens as text, in `Snapshots`; `RECORD_SNAPSHOTS=1` writes them anew, to be looked at before they are kept.
struct SnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

  @Test(arguments: ["spiral", "iris", "line"], [(80, 24), (120, 40), (200, 60)])
  func aDemoAfterSomeUpdates(demo: String, size: (Int, Int)) throws {
    try compare(screen(of: demo, size), with: "\(demo)-\(size.0)x\(size.1).txt")
  }

  @Test(arguments: ["hopfield-letters", "queens", "map-colouring", "echo"], [(80, 24), (120, 40), (200, 60)])
  func aNetworkThatHearsItself(demo: String, size: (Int, Int)) throws {
    var state = try state(of: demo, size)
    _ = state.reduce(.session(.lesson(.forward)))
    _ = state.reduce(.session(.train(updates: 37)))
    if state.isRunning { _ = state.reduce(.session(.toggleRun)) }
    try compare(picture(of: state), with: "\(demo)-\(size.0)x\(size.1).txt")
  }

  @Test func asciiWithoutColors() throws {
    try compare(screen(of: "xor", (80, 24), depth: .none, glyphs: .ascii), with: "xor-ascii-80x24.txt")
  }

  @Test func help() throws {
    var state = try state(of: "xor", (120, 60))
    state.perform(.help)
    try compare(picture(of: state), with: "help-120x60.txt")
  }

  private func screen(
    of demo: String, _ size: (Int, Int), depth: ColorDepth = .palette, glyphs: GlyphSet = .quadrants
  ) throws -> String {
    picture(of: try state(of: demo, size, depth: depth, glyphs: glyphs))
  }

  private func state(
    of demo: String, _ size: (Int, Int), depth: ColorDepth = .palette, glyphs: GlyphSet = .quadrants
  ) throws -> State {
    let opened = try Experiment.open(source: demo)
    var state = State(
      width: size.0, height: size.1, theme: Theme(name: .dark, depth: depth, glyphs: glyphs), demos: [])
    state.perform(.opened(opened.experiment, opened.dataset))
    for _ in 0..<5 { state.perform(.session(.train(updates: 40))) }
    state.perform(.session(.toggleRun))
    return state
  }

  private func picture(of state: State) -> String {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame.text
  }

  private func compare(_ picture: String, with name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try picture.write(to: file, atomically: true, encoding: .utf8)
    } else {
      let wanted = try String(contentsOf: file, encoding: .utf8)
      #expect(picture == wanted, "\(name) differs:\n\(picture)")
    }
  }
}
