import ArgumentParser
import Experiments
import NeuralNetwork
import Plots
import Screen

/// What is seen of an experiment, how large and in which colours, where there is no terminal to ask.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("Columns and rows of the screen.", valueName: "WxH"))
  var size = "120x40"

  @Option(
    help: ArgumentHelp(
      "What is in front: \(Experiment.views.joined(separator: ", ")); what the demo says by default.",
      valueName: "panel"))
  var view: String?

  @Option(help: "The colours (default: all; none for text).")
  var color: ColorDepth?

  @Option(help: "The look.")
  var theme = Theme.Name.dark

  @Option(help: "The characters to draw with.")
  var glyphs = GlyphSet.quadrants

  @Flag(help: "Fewer and larger things, for the last row of a room.")
  var large = false

  @Option(
    help: ArgumentHelp(
      "Press keys first, as a person would: letters, and names such as Right, PgDn, Enter or Space apart from them (\"X Right nn\").",
      valueName: "keys"))
  var keys = ""

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  /// The largest screen, in cells.
  private static let largest = 500 * 300

  /// The experiment on a screen of its own.
  ///
  /// - Parameter depth: the colours where none are asked for.
  func open(depth: ColorDepth) throws -> OffscreenRun {
    let size = try GridSize(size, limit: Self.largest, of: "cells")
    if let view, !Experiment.views.contains(view) {
      throw Mistake(.unknownName(kind: "view", view, known: Experiment.views), at: .option("--view"))
    }
    let sets = source.changes.assignments + (view.map { ["view=\($0)"] } ?? [])
    let opened = try Experiment.open(source: source.source, sets: sets, seed: source.changes.seed)
    let weights = try source.load.map { try opened.weights(from: $0) }
    return OffscreenRun(
      opened, weights: weights, size: size, theme: Theme(name: theme, depth: color ?? depth, glyphs: glyphs),
      isLarge: large)
  }

  /// The colours of a picture where the screen has the terminal's own.
  var pictureStyle: PictureStyle { theme == .light ? .light : .dark }

  /// Writes a text where it was asked for.
  func write(_ text: String) throws(Mistake) { try write(Array(text.utf8)) }

  /// Writes bytes where they were asked for.
  func write(_ bytes: [UInt8]) throws(Mistake) {
    if let output { try AtomicFile.write(bytes, to: output) } else { try Output.write(bytes) }
  }
}
