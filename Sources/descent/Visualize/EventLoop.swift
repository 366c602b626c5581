import Curses
import ErrorSurfaces
import Experiments
import Foundation
import Screen
import Session
import Visualizer

/// Drives the visualizer: hears the terminal, lets the network train in slices, shows frames, and does what the state asks.
///
/// The screen is never late: training goes on in slices of a few milliseconds between looks at the keyboard, what takes longer
/// is done beside (`WorkBeside`, `Painter`), frames come as `FramePacer` allows and only when something has changed, and a paused
/// program sleeps.
struct EventLoop {
  var state: State
  let terminal: Terminal
  private var frame: Frame
  private var isDirty = true
  private(set) var ending: Ending?

  private var pacer: FramePacer
  var slice = TrainingSlice()
  var work = WorkBeside()
  private var painter = Painter()
  /// Counts what has happened to the state.
  private var changes = 0
  var autosave: Autosave
  /// What the person wants whatever is opened.
  let preferences: Preferences
  private let surfaces = SurfaceWorker()
  private var askedSurface: SurfaceRequest?
  /// Whether the demos are known; else they are looked for once the first frame is shown.
  private var knowsDemos: Bool
  private var search: Reading<[DemoSummary]>?
  private var miniature = MiniatureFeed()
  /// The progress in the course as it was written last.
  private var writtenProgress: CourseProgress
  /// Whether the look is the terminal's to suggest: nobody has chosen one, and its background is not known yet.
  private var followsBackground: Bool

  /// How it ended.
  enum Ending: Hashable {
    case quit
    case signal(Int32)
  }

  /// How long a surface in the making is left alone.
  private static let glance = Duration.milliseconds(8)

  init(state: State, terminal: Terminal, followsBackground: Bool, autosave: Autosave, preferences: Preferences) {
    self.preferences = preferences
    self.followsBackground = followsBackground
    self.state = state
    knowsDemos = !state.demos.isEmpty
    writtenProgress = state.lesson.progress
    self.autosave = autosave
    self.terminal = terminal
    frame = Frame(width: state.width, height: state.height)
    pacer = FramePacer(isRemote: terminal.isRemote)
  }

  /// Runs until the user quits, or a signal ends the program.
  mutating func run() -> Ending {
    meetTerminal()
    while true {
      listen()
      if let ending { return ending }
      if work.isIdle { train() } else { takeWork() }
      if painter.collect() { isDirty = true }
      takeSurface()
      if let demos = search?.found { learn(demos) }
      takeMiniature()
      guard pacer.due <= .now, terminal.isReady else { continue }
      if state.isAnimating { animate() }
      if isDirty { present() }
    }
  }

  /// Does something in the state's name, and what it asks for in return.
  mutating func perform(_ action: Action) {
    let effects = state.reduce(action)
    if case .opened = action {
      work.abandon()
      painter = Painter()
      _ = state.reduce(.session(.patience(Self.patience)))
    }
    follow(effects)
  }

  /// Does what the state asks for.
  mutating func follow(_ effects: [Effect]) {
    isDirty = true
    changes += 1
    for effect in effects {
      switch effect {
      case .quit: ending = .quit
      case .redraw: terminal.repaint()
      case .toggleMouse: perform(togglingMouse())
      case .open(let source): perform(opening(source))
      case .read(let recipe): perform(.reading(recipe))
      case .save(let request): perform(saving(request))
      case .beside(let action): ask(action)
      case .happened(let action): work.note(action)
      }
    }
    rememberProgress()
  }

  /// Why it could not be remembered how far the learner has come; nil where it could.
  private(set) var forgetting: Mistake?

  /// Remembers how far the learner has come; where that cannot be written, learning goes on all the same, and it is said at the end.
  private mutating func rememberProgress() {
    guard state.lesson.progress != writtenProgress else { return }
    writtenProgress = state.lesson.progress
    forgetting = nil
    do throws(Mistake) { try CourseFile().write(writtenProgress) } catch { forgetting = error }
  }

  // MARK: Input

  /// So long events have precedence over frames and training, however many there are.
  private static let hearing = Duration.milliseconds(10)

  /// Takes in what has happened; sleeps until there is something to do.
  private mutating func listen() {
    guard let first = terminal.nextEvent(deadline: deadline) else { return }
    let end = ContinuousClock.now + Self.hearing
    handle(first)
    while ending == nil, ContinuousClock.now < end, let event = terminal.nextEvent(deadline: .now) { handle(event) }
    pacer.hurry()
  }

  private var deadline: ContinuousClock.Instant? {
    var due = state.isRunning && work.isIdle ? slice.due(speed: state.session?.updatesPerSecond) : nil
    if work.isIdle, awaitsMeasuring { due = .now }
    if let felt = work.feltAt { due = min(due ?? felt, felt) }
    // What is done beside wakes the loop; that it is not at rest meanwhile can be seen from outside.
    if !work.isIdle || painter.isBusy { due = min(due ?? .now + .seconds(1), .now + .seconds(1)) }
    if surfaces.isBusy || surfaces.hasNews || search != nil {
      due = min(due ?? .now + EventLoop.glance, .now + EventLoop.glance)
    }
    if let news = miniature.due { due = min(due ?? news, news) }
    return (isDirty || state.isAnimating) && terminal.isReady ? min(due ?? pacer.due, pacer.due) : due
  }

  private mutating func handle(_ event: InputEvent) {
    if event.comesFromPerson, !knowsDemos { learn(search?.wait() ?? Demos.all) }
    switch event {
    case .key(let press):
      if let action = KeyMap.standard.action(for: press, in: state, changed: preferences.keys) { perform(action) }
    case .mouse(let event): perform(.mouse(event))
    case .paste(let text):
      for letter in text.unicodeScalars.prefix(Self.longestEntry) { perform(.type(KeyPress(.character(letter)))) }
    case .resize(let width, let height): perform(.resize(width: width, height: height))
    case .resumed: isDirty = true
    case .identified: followBackground()
    case .thinned(let count): perform(.notice("too much input at once: \(count) bytes were left out"))
    case .terminate(let signal): ending = .signal(signal)
    }
  }

  private mutating func learn(_ demos: [DemoSummary]) {
    (knowsDemos, search) = (true, nil)
    perform(.demos(demos))
  }

  /// Nothing that can be typed here is longer.
  private static let longestEntry = 1000

  /// Takes over what the terminal has said of itself while the state was made.
  private mutating func meetTerminal() {
    terminal.awaitIdentity()
    followBackground()
    if terminal.glyphs != state.theme.glyphs { perform(.suggested(nil, terminal.glyphs)) }
  }

  private mutating func followBackground() {
    guard followsBackground, let background = terminal.identity.background else { return }
    followsBackground = false
    if background.isLight { perform(.suggested(.light, nil)) }
  }

  // MARK: Drawing

  /// Keeps the run as it is left.
  ///
  /// - Throws: a `Mistake` where it cannot be written.
  mutating func saveRun() throws { try autosave.finish(state.session) }

  private mutating func present() {
    if frame.width != state.width || frame.height != state.height {
      frame = Frame(width: state.width, height: state.height)
    }
    let start = ContinuousClock.now
    (frame.cursor, frame.focus) = (nil, nil)
    draw()
    if terminal.glyphs != state.theme.glyphs { terminal.glyphs = state.theme.glyphs }
    if state.theme.name != .dark { followsBackground = false }
    terminal.present(frame)
    isDirty = false
    askForSurface()
    if !knowsDemos, search == nil { search = Reading { Demos.all } }
    pacer.showed(at: start, for: terminal.lastPresentation)
  }

  /// Draws the frame; where that takes long, with the panels as they were drawn last.
  private mutating func draw() {
    if painter.isWanted(for: state) {
      state.draw(into: &frame, with: painter.pictures)
      painter.paint(state, number: changes)
    } else {
      let start = ProcessorTime.ofThread
      state.draw(into: &frame)
      painter.took(ProcessorTime.ofThread - start)
    }
  }

  /// The next picture of what moves by itself.
  private mutating func animate() {
    perform(.network(.animate))
    guard case .gallery = state.overlay else { return }
    let before = ContinuousClock.now
    perform(.miniature(.advance(updates: miniature.updates)))
    miniature.took(.now - before)
  }

  /// Has the demo that the gallery's cursor rests on read, once the demos are known and shown.
  private mutating func takeMiniature() {
    guard knowsDemos, !isDirty, case .gallery(let gallery) = state.overlay else { return miniature.want(nil) }
    miniature.want(gallery.wantedMiniature(in: state.demos))
    if let news = miniature.news() { perform(.miniature(.show(news))) }
  }

  /// Shows what of a surface has been computed, and how far one is that takes long.
  private mutating func takeSurface() {
    takeOutcome()
    guard let scene = state.session?.scene else { return }
    let progress =
      scene.isAwaited(isRunning: state.isRunning)
      ? surfaces.progress(of: scene.generation, after: WorkBeside.long) : nil
    if progress != scene.progress { perform(.session(.surface(.progress(progress)))) }
  }

  private mutating func takeOutcome() {
    guard let outcome = surfaces.news() else { return }
    perform(.session(.surface(.computed(outcome))))
    if state.isRunning, outcome.isFinal, let pace = surfaces.pace {
      perform(.session(.surface(.pace(pointsPerSecond: pace))))
    }
  }

  /// Has the surface that is wanted computed in the background; beside training on one core.
  private mutating func askForSurface() {
    guard let request = state.wantedSurface, request != askedSurface else { return }
    askedSurface = request
    surfaces.compute(request, threads: state.isRunning ? 1 : ProcessInfo.processInfo.activeProcessorCount)
  }
}

extension InputEvent {
  /// Whether somebody did something that may need what is not known yet.
  fileprivate var comesFromPerson: Bool {
    switch self {
    case .key, .mouse, .paste: true
    case .resize, .resumed, .identified, .thinned, .terminate: false
    }
  }
}
