/// What takes long is done to a copy of the session, one thing at a time; the copy then takes the session's place.
///
/// No number depends on how long that takes. Where something is done meanwhile that makes a difference, training under way is
/// thrown away and begun again; other work goes on, and what takes long as well waits for its end.
public struct LongWork: Sendable {
  /// What is being done; nil where nothing is.
  public private(set) var action: LearningSession.Action?
  /// What has been done meanwhile to the session that is in sight.
  private var meanwhile: [LearningSession.Action] = []
  private var waiting: [LearningSession.Action] = []

  /// So much is kept waiting at most.
  public static let mostWaiting = 16

  /// What is to be done now about an action that takes long.
  public enum Answer: Sendable {
    /// It is to be done to this copy, in place of what was being done, if anything was.
    case begin(SessionWork)
    /// It waits for its turn.
    case waits
    /// Too much is waiting.
    case refused
  }

  /// Nothing to do.
  public init() {}

  /// Whether nothing is under way.
  public var isIdle: Bool { action == nil }

  /// Whether somebody waits for what is being done: training and measuring are nobody's wish.
  public var isAwaited: Bool { action.map { !$0.isTraining } ?? false }

  /// Takes something to be done to a copy of the session as it is now.
  public mutating func ask(_ next: LearningSession.Action, of session: LearningSession) -> Answer {
    guard !isAwaited else {
      guard waiting.count < LongWork.mostWaiting else { return .refused }
      waiting.append(next)
      return .waits
    }
    (action, meanwhile) = (next, [])
    return .begin(SessionWork(next, in: session))
  }

  /// Notes what has been done to the session at once. Returns whether what is under way has become vain.
  public mutating func note(_ done: LearningSession.Action) -> Bool {
    guard let action else { return false }
    if done == .toggleRun || action.isTraining && !done.isIndifferent {
      abandon()
      return true
    }
    meanwhile.append(done)
    return false
  }

  /// Ends what was under way: with what has been done to the session meanwhile, the copy may take its place.
  public mutating func finish(_ work: inout SessionWork) {
    work.catchUp(with: meanwhile)
    action = nil
  }

  /// What waits for its turn, once it has come.
  public mutating func takeWaiting() -> LearningSession.Action? {
    isIdle && !waiting.isEmpty ? waiting.removeFirst() : nil
  }

  /// Throws away what is under way, and what waits.
  public mutating func abandon() {
    action = nil
    waiting = []
  }
}

extension LearningSession.Action {
  /// Whether nobody has asked for it but the loop.
  fileprivate var isTraining: Bool {
    if case .train = self { true } else { self == .measure }
  }
}
