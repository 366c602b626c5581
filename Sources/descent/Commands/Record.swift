import ArgumentParser
import Experiments
import Screen
import Visualizer

/// Records a run of the visualizer.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record a run as an asciicast (version 2) or an animated SVG, to a file or standard output.",
    discussion: """
      The recording has a clock of its own: training goes at the demo's speed (1000 updates a second for max), however \
      long drawing takes here, and the same arguments give the same recording.
      """)

  @OptionGroup var screen: ScreenOptions

  @Option(help: ArgumentHelp("How long the recording lasts.", valueName: "n"))
  var seconds = 15.0

  @Option(help: ArgumentHelp("Frames a second.", valueName: "n"))
  var rate = 15.0

  @Option(help: "asciicast or svg; by default what the file's ending says, else asciicast.")
  var format: Format?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case asciicast, svg
  }

  /// Updates a second where the demo goes as fast as it can.
  private static let fastest = 1000.0

  mutating func validate() throws {
    guard seconds > 0, seconds <= 3600 else {
      throw ValidationError("expected a number up to 3600 for --seconds, found \(seconds)")
    }
    guard rate > 0, rate <= 60 else { throw ValidationError("expected a number up to 60 for --rate, found \(rate)") }
  }

  func run() throws {
    let keys = try KeyPresses(screen.keys, option: "--keys")
    var run = try screen.open(depth: .full)
    run.press(keys)
    switch format ?? (screen.output?.hasSuffix(".svg") == true ? .svg : .asciicast) {
    case .asciicast: try screen.write(asciicast(of: &run))
    case .svg: try screen.write(animation(of: &run))
    }
  }

  private func asciicast(of run: inout OffscreenRun) -> String {
    let title = run.state.run?.experiment.title
    var cast = Asciicast(depth: run.state.theme.depth)
    var lines: [String] = []
    play(&run) { frame, time in
      if lines.isEmpty { lines = [Asciicast.header(width: frame.width, height: frame.height, title: title)] }
      lines += cast.lines(for: frame, at: time)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func animation(of run: inout OffscreenRun) -> String {
    var animation = AnimatedSVG(style: screen.pictureStyle, duration: seconds)
    play(&run) { animation.add($0, at: $1) }
    return animation.document
  }

  /// Lets the run go on and hands over each frame with its time.
  private func play(_ run: inout OffscreenRun, _ take: (Frame, Double) -> Void) {
    let frames = Int((seconds * rate).rounded(.up))
    var (owed, bar) = (0.0, ProgressBar(title: "recording"))
    for number in 0..<frames {
      take(run.picture(), Double(number) / rate)
      owed += (run.state.session?.updatesPerSecond ?? Self.fastest) / rate
      run.train(updates: Int(owed))
      owed -= owed.rounded(.down)
      bar?.showIfDue(share: Double(number) / Double(frames), "\(number) of \(frames) frames")
    }
    bar?.end()
  }
}
