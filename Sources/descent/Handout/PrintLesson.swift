import ArgumentParser
import Datasets
import Experiments
import Foundation
import Plots
import Screen
import Session
import Visualizer

/// Opens a lesson, or prints it.
struct PrintLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Print a lesson as a handout, played by the engine with all its numbers.",
    discussion: "Without --script it opens the lesson, as descent FILE does.")

  @Argument(help: "A demo with a lesson, a demo file, or the number of a lesson of the course.")
  var source: String

  @Flag(help: "Print it: its steps, its questions with blanks, and what is seen.")
  var script = false

  @Option(help: "text or markdown; by default what the file's ending says, else text.")
  var format: Handout.Format?

  @Flag(help: "Add the answers, a way to each goal and the teacher's notes at the end.")
  var answers = false

  @Option(help: ArgumentHelp("Write the pictures as SVG into a folder.", valueName: "folder"))
  var pictures: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  /// The screen that the panels are drawn on.
  private static let size = "76x26"

  func run() throws {
    let name = Int(source).flatMap { number in Demos.course.first { $0.chapter == number }?.name } ?? source
    guard script else { return try Visualize.parse([name]).run() }
    let opened = try Experiment.open(source: name, sets: [], seed: nil)
    guard !opened.experiment.lesson.isEmpty else { throw ValidationError("\(source.printable) has no lesson") }
    let depth: ColorDepth = pictures == nil ? .none : .full
    let screen = OffscreenRun(
      opened, weights: nil, size: try GridSize(Self.size), theme: Theme(name: .light, depth: depth, glyphs: .quadrants),
      isLarge: false)
    var play = LessonPlay(screen)
    let handout = play.handout()
    let paths = try writePictures(of: handout, named: name)
    let format = format ?? (output?.hasSuffix(".md") == true ? .markdown : .text)
    let text = handout.text(format, answers: answers, pictures: paths)
    if let output { try AtomicFile.write(text, to: output) } else { try Output.write(text) }
  }

  /// Writes a file for each picture; returns their paths by the steps, from the handout's own folder where they lie in it.
  private func writePictures(of handout: Handout, named name: String) throws -> [Int: String] {
    guard let folder = pictures else { return [:] }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let stem = name.split(separator: "/").last.map { $0.replacing(".yaml", with: "") } ?? "lesson"
    var paths: [Int: String] = [:]
    for (index, step) in handout.steps.enumerated() {
      guard let picture = step.picture else { continue }
      let path = "\(folder)/\(stem)-\(index + 1).svg"
      try AtomicFile.write(picture.frame.svg(.light), to: path)
      let own = output.map { ($0 as NSString).deletingLastPathComponent + "/" }
      paths[index] = own.map { path.hasPrefix($0) ? String(path.dropFirst($0.count)) : path } ?? path
    }
    return paths
  }
}

extension Handout.Format: ExpressibleByArgument {}
