/// Something that takes long, done to a copy of a session while the session itself stays in sight.
///
/// The copy becomes, bit for bit, what the session would have become had it been done at once. It may take the session's place
/// unless that has been changed meanwhile by what makes a difference to it: see `LearningSession.Action.isIndifferent`.
public struct SessionWork: Sendable {
  /// What is done.
  public let action: LearningSession.Action
  /// The copy.
  public private(set) var session: LearningSession
  /// What the session wants in return, once it is done.
  public private(set) var wishes: [LearningSession.Effect] = []

  /// Work to be done to a session as it is now.
  public init(_ action: LearningSession.Action, in session: LearningSession) {
    self.action = action
    self.session = session
  }

  /// Does it, however long it takes.
  public mutating func perform() {
    let patience = session.patience
    session.patience = nil
    wishes = session.perform(action)
    session.patience = patience
  }

  /// Does to the copy what has been done to the session meanwhile; what that wants in return has been granted already.
  public mutating func catchUp(with actions: [LearningSession.Action]) {
    for action in actions { _ = session.perform(action) }
  }
}

extension LearningSession.Action {
  /// Whether training goes the same way with it and without it, and it does the same before and after an update.
  public var isIndifferent: Bool {
    switch self {
    case .finerSteps, .coarserSteps, .pace, .patience, .timeline(.select): true
    case .change(let setting, _, _): setting.isOfTheLook
    case .surface(let action): action.isIndifferent
    case .toggleRun, .train, .measure, .step, .restart, .set, .nextBatchMode, .toggleInput, .changeColumn, .unseal,
      .setParameter, .toggleTwin, .look, .timeline, .lesson, .checkGradient, .settling, .rows, .loaded, .resumed:
      false
    }
  }
}

extension SurfaceScene.Action {
  /// Whether it is only how the surface is looked at.
  fileprivate var isIndifferent: Bool {
    switch self {
    case .changeAxes, .point, .dropCursor, .zoom, .showWhole, .computed, .progress, .pace: true
    case .toggleRace, .toggleFog, .markWeights, .move, .enter: false
    }
  }
}
