import ArgumentParser
import Experiments
import Foundation

/// Lists the demos.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the demos, a line each.")

  func run() throws {
    let demos = Demos.all
    guard isatty(STDOUT_FILENO) == 1 else {
      return try Output.write(demos.map { "\($0.name)\t\($0.title)\t\($0.summary)\n" }.joined())
    }
    let nameWidth = demos.map(\.name.count).max() ?? 0
    let titleWidth = demos.map(\.title.count).max() ?? 0
    for demo in demos {
      let name = demo.name.padding(toLength: nameWidth, withPad: " ", startingAt: 0)
      let title = demo.title.padding(toLength: titleWidth, withPad: " ", startingAt: 0)
      try Output.write("\(name)  \(title)  \(demo.summary)\n")
    }
  }
}
