import ArgumentParser
import Experiments
import Screen

/// Draws one screen of the visualizer.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw one screen of the visualizer, to a file or standard output.",
    discussion: "The same arguments give the same screen, cell by cell.")

  @OptionGroup var screen: ScreenOptions

  @Option(help: ArgumentHelp("Train so long first: 20epochs, 300updates.", valueName: "length"))
  var after = "0updates"

  @Option(help: "text, ansi (with colours), svg or png; by default what the file's ending says, else text.")
  var format: Format?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, svg, png

    /// The format of a file, by its ending; text where that says nothing.
    init(of file: String?) {
      switch file?.split(separator: ".").last {
      case "svg": self = .svg
      case "png": self = .png
      case "ansi", "ans": self = .ansi
      default: self = .text
      }
    }
  }

  func run() throws {
    let length = try TrainingLength(after, option: "--after")
    let keys = try KeyPresses(screen.keys, option: "--keys")
    let format = format ?? Format(of: screen.output)
    var run = try screen.open(depth: format == .text ? .none : .full)
    train(&run, for: length)
    run.pause()
    run.press(keys)
    run.pause()
    let picture = run.picture()
    switch format {
    case .text: try screen.write(picture.text)
    case .ansi: try screen.write(picture.ansi(depth: run.state.theme.depth))
    case .svg: try screen.write(picture.svg(screen.pictureStyle))
    case .png:
      var style = screen.pictureStyle
      (style.cellWidth, style.cellHeight) = (12, 24)
      try screen.write(picture.bitmap(style).png)
    }
  }

  private func train(_ run: inout OffscreenRun, for length: TrainingLength) {
    let total = length.updates(ofEpochs: run.updatesPerEpoch)
    var (done, bar) = (0, ProgressBar(title: "training", after: .seconds(1)))
    while done < total, !run.hasDiverged {
      let slice = min(total - done, run.updatesPerEpoch, 64)
      run.train(updates: slice)
      done += slice
      bar?.showIfDue(share: Double(done) / Double(total), "\(done) of \(total) updates")
    }
    bar?.end()
  }
}
