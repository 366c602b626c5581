import ArgumentParser
import Experiments
import Screen
import Visualizer

/// Records a run of the visualizer.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record a run as an asciicast (version 2), to a file or standard output.",
    discussion: """
      The recording has a clock of its own: training goes at the demo's speed (1000 updates a second for max), however \
      long drawing takes here, and the same arguments give the same recording.
      """)

  @OptionGroup var screen: ScreenOptions

  @Option(help: ArgumentHelp("How long the recording lasts.", valueName: "n"))
  var seconds = 15.0

  @Option(help: ArgumentHelp("Frames a second.", valueName: "n"))
  var rate = 15.0

  /// Updates a second where the demo goes as fast as it can.
  private static let fastest = 1000.0

  mutating func validate() throws {
    guard seconds > 0, seconds <= 3600 else {
      throw ValidationError("expected a number up to 3600 for --seconds, found \(seconds)")
    }
    guard rate > 0, rate <= 60 else { throw ValidationError("expected a number up to 60 for --rate, found \(rate)") }
  }

  func run() throws {
    var run = try screen.open(depth: .full)
    let title = run.state.run?.experiment.title
    var cast = Asciicast(depth: run.state.theme.depth)
    let first = run.picture()
    var lines = [Asciicast.header(width: first.width, height: first.height, title: title)]
    let frames = Int((seconds * rate).rounded(.up))
    var (owed, bar) = (0.0, ProgressBar(title: "recording"))
    for number in 0..<frames {
      lines += cast.lines(for: run.picture(), at: Double(number) / rate)
      owed += (run.state.session?.updatesPerSecond ?? Self.fastest) / rate
      run.train(updates: Int(owed))
      owed -= owed.rounded(.down)
      bar?.show(share: Double(number) / Double(frames), "\(number) of \(frames) frames")
    }
    bar?.end()
    try screen.write(lines.joined(separator: "\n") + "\n")
  }
}
