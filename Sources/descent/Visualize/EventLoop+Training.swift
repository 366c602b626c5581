import Session
import Visualizer

/// Training: in slices between two looks at the keyboard where updates are quick, else beside the loop.
extension EventLoop {
  /// The multiply-adds that are done between two looks at the keyboard: some milliseconds, by a processor of today.
  static let patience = 20_000_000
  /// The processor's time after which the machine is taken for a slower one.
  private static let tooLong = Duration.milliseconds(25)

  /// What the session's actions take. Not to be kept while it changes, for what it is of would then be copied.
  private var workload: Workload? { state.session.map { Workload(of: $0) } }
  /// Whether it stands still and is still to be measured.
  var awaitsMeasuring: Bool { workload?.awaitsMeasuring ?? false }

  /// Trains for a moment, where it is running; measures where that is still to be done.
  mutating func train() {
    if awaitsMeasuring { return ask(.measure) }
    guard state.isRunning else { return }
    let speed = state.session?.updatesPerSecond
    let updates = slice.updates(speed: speed)
    guard updates > 0 else { return }
    let quick = workload?.quickUpdates(upTo: updates) ?? 0
    guard quick > 0 else {
      let long = workload?.longUpdates(upTo: speed == nil ? .max : updates) ?? 1
      slice.giveBack(updates - long, speed: speed)
      return ask(.train(updates: long))
    }
    slice.giveBack(updates - quick, speed: speed)
    let (before, used) = (ContinuousClock.now, ProcessorTime.ofThread)
    perform(.session(.train(updates: quick)))
    slice.took(.now - before, for: quick)
    if quick == 1, ProcessorTime.ofThread - used > Self.tooLong { losePatience() }
    noticeTraining()
  }

  /// What takes longer than was counted is done beside from now on.
  private mutating func losePatience() {
    guard let patience = state.session?.patience else { return }
    perform(.session(.patience(patience / 4)))
  }

  /// Says how fast it goes, and keeps the run, where either is due.
  private mutating func noticeTraining() {
    if let pace = slice.measuredPace() { perform(.session(.pace(updatesPerSecond: pace))) }
    if let session = state.session { autosave.saveIfDue(session) }
  }

  /// Has something that takes long done to the session.
  mutating func ask(_ action: LearningSession.Action) {
    guard let session = state.session else { return }
    if !work.ask(action, of: session) { perform(.notice("too much at once: still at work on what was asked before")) }
  }

  /// Takes over what has been done beside, and goes on with what waits.
  mutating func takeWork() {
    if work.becomesFelt() { perform(.atWork(true)) }
    guard let (done, time) = work.finished() else { return }
    follow(done.take(place: &state))
    // Where one update after another takes long, it goes on being said.
    if time < WorkBeside.long || !state.isRunning { perform(.atWork(false)) }
    if case .train(let updates) = done.action {
      slice.took(time, for: updates)
      noticeTraining()
    }
    while let next = work.takeWaiting() { perform(.session(next)) }
  }
}
