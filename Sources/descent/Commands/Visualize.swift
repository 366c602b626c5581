import ArgumentParser
import Curses
import Experiments
import Plots
import Visualizer

/// Opens the visualizer: the gallery of demos, or what SOURCE names.
struct Visualize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Open the visualizer (the default).")

  @Argument(help: SourceOptions.sourceHelp)
  var source: String?

  @OptionGroup var changes: ChangeOptions

  func run() throws {
    let opened = try source.map { try Experiment.open(source: $0, sets: changes.set, seed: changes.seed) }
    let terminal = try Terminal()
    let state = State(
      width: terminal.size.width, height: terminal.size.height,
      theme: Theme(name: .dark, depth: terminal.depth, glyphs: terminal.glyphs), demos: Demos.all)
    var loop = EventLoop(state: state, terminal: terminal)
    if let opened { loop.perform(.opened(opened.experiment, opened.dataset)) }
    let status = loop.run()
    terminal.restore()
    throw ExitCode(status)
  }
}
