import Curses
import ErrorSurfaces
import Experiments
import Foundation
import Screen
import Session
import Visualizer

/// Drives the visualizer: hears the terminal, lets the network train in slices, shows frames, and does what the state asks.
///
/// The screen is never late: training goes on in slices of a few milliseconds between looks at the keyboard, frames come
/// as `FramePacer` allows and only when something has changed, and a paused program sleeps.
struct EventLoop {
  private(set) var state: State
  let terminal: Terminal
  private var frame: Frame
  private var isDirty = true
  private(set) var ending: Ending?

  private var pacer: FramePacer
  private var slice = TrainingSlice()
  private var autosave: Autosave
  /// What the person wants whatever is opened.
  let preferences: Preferences
  private let surfaces = SurfaceWorker()
  private var askedSurface: SurfaceRequest?
  /// Whether the demos are known; else they are looked for once the first frame is shown.
  private var knowsDemos: Bool
  private var search: DemoSearch?
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
    while true {
      listen()
      if let ending { return ending }
      if state.isRunning { train() }
      takeSurface()
      if let demos = search?.found { learn(demos) }
      guard pacer.due <= .now, terminal.isReady else { continue }
      if state.isAnimating { perform(.network(.animate)) }
      if isDirty { present() }
    }
  }

  /// Does something in the state's name, and what it asks for in return.
  mutating func perform(_ action: Action) {
    isDirty = true
    for effect in state.reduce(action) {
      switch effect {
      case .quit: ending = .quit
      case .redraw: terminal.repaint()
      case .toggleMouse: perform(togglingMouse())
      case .open(let source): perform(opening(source))
      case .read(let recipe): perform(.reading(recipe))
      case .save(let request): perform(saving(request))
      }
    }
    rememberProgress()
  }

  /// Remembers how far the learner has come; where that cannot be written, learning goes on all the same.
  private mutating func rememberProgress() {
    guard state.lesson.progress != writtenProgress else { return }
    writtenProgress = state.lesson.progress
    try? CourseFile().write(writtenProgress)
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
    var due = state.isRunning ? slice.due(speed: state.session?.updatesPerSecond) : nil
    if surfaces.isBusy || surfaces.hasNews || search != nil {
      due = min(due ?? .now + EventLoop.glance, .now + EventLoop.glance)
    }
    return (isDirty || state.isAnimating) && terminal.isReady ? min(due ?? pacer.due, pacer.due) : due
  }

  private mutating func handle(_ event: InputEvent) {
    if event.comesFromPerson, !knowsDemos { learn((search ?? DemoSearch()).wait()) }
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

  private mutating func followBackground() {
    guard followsBackground, let background = terminal.identity.background else { return }
    followsBackground = false
    if background.isLight { perform(.lightBackground) }
  }

  // MARK: Training and drawing

  private mutating func train() {
    let updates = slice.updates(speed: state.session?.updatesPerSecond)
    guard updates > 0 else { return }
    let before = ContinuousClock.now
    perform(.session(.train(updates: updates)))
    slice.took(.now - before, for: updates)
    if let pace = slice.measuredPace() { perform(.session(.pace(updatesPerSecond: pace))) }
    if let session = state.session { autosave.saveIfDue(session) }
  }

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
    state.draw(into: &frame)
    if terminal.glyphs != state.theme.glyphs { terminal.glyphs = state.theme.glyphs }
    if state.theme.name != .dark { followsBackground = false }
    terminal.present(frame)
    isDirty = false
    askForSurface()
    if !knowsDemos, search == nil { search = DemoSearch() }
    pacer.showed(at: start, for: terminal.lastPresentation)
  }

  /// Shows what of a surface has been computed.
  private mutating func takeSurface() {
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
