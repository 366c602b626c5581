import Datasets
import ErrorSurfaces
import Experiments
import Plots
import Screen
import Session

/// The demo that the gallery's cursor is on, small and really training: its own engine, apart from what is on the screen.
public struct Miniature: Sendable {
  /// The demo's name.
  public let name: String
  @Boxed private(set) var session: LearningSession
  /// How often it has gone on.
  private(set) var frames = 0

  /// After so many pictures it rests: some ten seconds.
  static let longest = 300

  /// What happens to the miniature.
  public enum Action: Hashable, Sendable {
    /// One has been read, for the demo of its name.
    case show(Miniature)
    /// It makes so many updates.
    case advance(updates: Int)

    /// Whether something moves by it.
    var isMotion: Bool { if case .advance = self { true } else { false } }
  }

  /// A demo at its beginning, without its lesson; nil where it cannot begin.
  public init?(_ name: String, _ experiment: Experiment, _ dataset: Dataset) {
    var plain = experiment
    plain.lesson = []
    let isFunction = if case .function = experiment.surfaceAxes { true } else { false }
    if !isFunction || experiment.surfaceMode == .fog { plain.surfaceMode = .plain }
    guard var session = try? LearningSession(plain, dataset: dataset) else { return nil }
    _ = session.begin()
    if session.scene.function != nil, let request = session.scene.request(session.run, width: 48, height: 24) {
      _ = session.perform(.surface(.computed(SurfaceOutcome(computing: request))))
    }
    if !session.isRunning { _ = session.perform(.toggleRun) }
    self.name = name
    self.session = session
  }

  /// Whether it has come to its end: it stands still, its own rule has stopped it, or it has been seen long enough.
  var isResting: Bool {
    let process = session.run.history.process
    return !session.isRunning || frames >= Self.longest || process.isStill && !session.scene.ownsSteps
  }

  mutating func advance(updates: Int) {
    guard !isResting else { return }
    _ = session.perform(.train(updates: updates))
    frames += 1
  }
}

extension Miniature: Hashable {
  /// The same demo that has gone the same way: the engine leaves no other difference.
  public static func == (one: Miniature, other: Miniature) -> Bool {
    one.name == other.name && one.frames == other.frames && one.session.tally == other.session.tally
  }

  /// As `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(session.tally)
  }
}

extension Miniature {
  /// The map of two inputs, the state of a network that settles, a test function with who walks on it; else the curve of the cost.
  func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    guard region.width >= 8, region.height >= 3 else { return }
    let (picture, foot) = region.split(above: region.height - 1)
    let run = session.run
    if let settler = run.history.process.settler {
      StateView(settler: settler, showsPicture: true, selection: nil, theme: theme).draw(into: &frame, in: region)
      return
    }
    if session.scene.function != nil {
      SurfaceView(run: run, scene: session.scene, panel: SurfacePanel(), theme: theme).draw(into: &frame, in: picture)
    } else if run.history.process.training != nil, run.pictureKind != .table {
      MapView(run: run, selection: nil, page: .predictions, camera: nil, theme: theme).draw(into: &frame, in: picture)
    } else {
      LossPanel().draw(session, isThick: false, into: &frame, in: picture, theme: theme)
    }
    frame.write(words, in: foot, style: theme.faint, alignment: .right, ellipsis: theme.glyphs.ellipsis)
  }

  /// How far it has come.
  private var words: String {
    let cost = session.scene.ownsSteps ? session.scene.leadingCost : session.run.training?.cost
    let reading = cost.map { " · cost " + NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).string($0) }
    return session.scene.ownsSteps
      ? "step \(session.scene.steps ?? 0)\(reading ?? "")"
      : "epoch \(session.run.history.process.epoch)\(reading ?? "")"
  }
}

extension Gallery {
  /// The name of the demo that the cursor is on, where its miniature is still to be read.
  public func wantedMiniature(in demos: [DemoSummary]) -> String? {
    guard let name = highlighted(in: demos), miniature?.name != name else { return nil }
    return name
  }

  /// The name of the demo that the cursor is on.
  private func highlighted(in demos: [DemoSummary]) -> String? {
    let found = found(in: demos)
    return found.indices.contains(selected) ? found[selected].name : nil
  }

  /// The miniature of the demo that the cursor is on.
  func shownMiniature(in demos: [DemoSummary]) -> Miniature? {
    miniature.flatMap { $0.name == highlighted(in: demos) ? $0 : nil }
  }
}

extension Overlay {
  /// Whether a miniature is on its way.
  func hasLivingMiniature(in demos: [DemoSummary]) -> Bool {
    guard case .gallery(let gallery) = self else { return false }
    return gallery.shownMiniature(in: demos).map { !$0.isResting } ?? false
  }

  /// Shows a miniature or lets it go on; one of another demo than the cursor is on is left as it is.
  mutating func perform(_ action: Miniature.Action, _ demos: [DemoSummary]) {
    guard case .gallery(var gallery) = self else { return }
    switch action {
    case .show(let miniature): if gallery.wantedMiniature(in: demos) == miniature.name { gallery.miniature = miniature }
    case .advance(let updates):
      guard gallery.shownMiniature(in: demos) != nil else { return }
      gallery.miniature?.advance(updates: updates)
    }
    self = .gallery(gallery)
  }
}
